using System.Collections.Immutable;
using System.Text;
using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Editing;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Performances;

/// <summary>The production with a cue of every kind as a company edits it while it plays, version after version.</summary>
internal static class Editions
{
    private static readonly IProductionCommand[] _edits =
    [
        Edit(Cue("13", """{ "number": "13", "title": "Again", "line": "1.2.2", "goTo": "3", "preWait": 1 }"""), Cue("9", """{ "number": "9", "title": "The storm goes", "line": "1.2.1", "fade": 8, "duration": 3 }"""), new RemoveCue("2")),
        new UndoEdit(),
        Edit(new RenumberCues("1", "6", null, "", 2, 0.5)),
        Edit(new InsertCue("""{ "number": "7.5", "title": "More", "line": "1.1.4", "memo": "more" }""", "7", null)),
        Edit(Cue("7", """{ "number": "7", "title": "A breath", "line": "1.1.4", "preWait": 1, "postWait": 1, "continue": "auto-continue", "group": { "mode": "sequence", "cues": [{ "number": "7a", "title": "In", "wait": 1 }, { "number": "7b", "title": "Out", "wait": 2 }] } }""")),
        Edit(new RemoveCue("8b"), new RemoveCue("8a"), new RemoveCue("16"), new RemoveCue("17"), new RemoveCue("K 1")),
        new UndoEdit(),
        new UndoEdit(),
        Edit(new RenumberCues("14", "19", null, "", 15, 1), Cue("6b", """{ "number": "6b", "title": "Bert stays", "wait": 1 }""")),
        Edit(new RemoveCue("10"), new RemoveCue("11"), new RemoveCue("8"), new InsertCue("""{ "number": "10", "title": "Ten", "line": "1.2.1", "look": "night", "duration": 4, "postWait": 2, "continue": "auto-continue" }""", "9", null)),
        Edit(new MoveCue("F 2", null, "fights"), Cue("F 1", """{ "number": "F 1", "title": "Steel", "sound": "bell", "duration": 1 }"""), new MoveCue("6c", null, "cart"), new MoveCue("K 1", "7", null), Cue("K 1", """{ "number": "K 1", "title": "Bell", "line": "1.1.4", "sound": "bell" }""")),
        Edit(Cue("3.5", """{ "number": "3.5", "title": "Anna comes", "line": "1.1.4", "blocking": [{ "role": "anna", "from": "left", "to": "centre" }] }"""), Cue("4", """{ "number": "4", "title": "The ghost", "line": "1.1.4", "performer": { "role": "ghost", "enters": "centre" } }"""), Cue("3", """{ "number": "3", "title": "The arras flies", "line": "1.1.1", "fly": { "arras": "out" }, "duration": 4 }"""), Cue("4.5", """{ "number": "4.5", "title": "Night falls", "line": "1.1.4", "continue": "auto-follow", "look": "night", "duration": 5 }"""), new RemoveCue("12"), new SetValue("cuts", """[{ "from": "1.1.2", "to": "1.1.3" }]""")),
        new UndoEdit(),
        new UndoEdit(),
        new UndoEdit(),
        new RedoEdit(),
        new UndoEdit(),
        new UndoEdit(),
        Edit(new RemoveCue("19"), new RemoveCue("18"), new RemoveCue("17")),
        new UndoEdit(),
    ];

    private static readonly ProductionState[] _versions = [.. Made()];

    private static readonly Production[] _loaded = [.. _versions.Select(state => state.Files!.Load(state.Document) with { Version = state.Revision })];

    public static int Count => _loaded.Length;

    /// <summary>A version, from 1.</summary>
    public static Production Of(int version) => _loaded[version - 1];

    /// <summary>Cues that have another number in a version than in an earlier one.</summary>
    public static ImmutableDictionary<string, string> RenumberedBetween(int earlier, int later) =>
        _versions[earlier..later].Aggregate(Renumbering.None, (numbers, version) => numbers.Then(version.Renumbered));

    private static IEnumerable<ProductionState> Made()
    {
        var desk = new ProductionDesk("lines", _ => null);
        desk.Commit(desk.Import(new ProductionSource("lines", AllKinds.Sheet, "lines.fountain", Encoding.UTF8.GetBytes(AllKinds.Play), []), null, overEdits: false));
        yield return desk.State;
        foreach (var edit in _edits)
        {
            var decision = desk.Decide("an editor", new ProductionEnvelope($"edit {desk.State.Revision}", desk.State.Revision, edit));
            Assert.True(decision.Answer.Accepted, $"version {desk.State.Revision + 1}: {decision.Answer.Reason}");
            desk.Commit(decision);
            yield return desk.State;
        }
    }

    private static EditProduction Edit(params IProductionEdit[] edits) => new(edits, null);

    private static ChangeCue Cue(string number, string cue) => new(number, cue);
}
