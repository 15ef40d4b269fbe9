using FsCheck;
using FsCheck.Fluent;
using VirtualStage.Contracts.Productions;

namespace VirtualStage.Productions.Tests.Editing;

/// <summary>A command of an editor who looked some revisions ago.</summary>
/// <param name="Behind">How many revisions ago.</param>
public sealed record EditStep(int Behind, IProductionCommand Command, string Person)
{
    /// <summary>As a failed test prints it.</summary>
    public override string ToString() => Command is EditProduction edit
        ? $"{Behind} behind: {string.Join(", ", edit.Edits.AsEnumerable())}"
        : $"{Behind} behind: {Command}";
}

/// <summary>Sequences of commands such as several editors make who do not look at each other.</summary>
internal static class EditSteps
{
    private static readonly Gen<string> _number = Gen.Elements(
        "1", "1.5", "SC 2", "B 3", "B 4", "C 5", "G 6", "LX 6.1", "SQ 6.2", "W 7", "FS 1", "FS 2", "X 1", "N 1", "N 2", "N 3", "none");

    private static readonly Gen<string> _line = Gen.Elements("1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.2.1");

    private static readonly Gen<string> _action = Gen.Elements(
        "\"look\":\"dark\"",
        "\"look\":\"morning\"",
        "\"sound\":\"rain\"",
        "\"fly\":{\"door\":\"in\"}",
        "\"memo\":\"m\"",
        "\"wait\":1.5",
        "\"goTo\":\"1\"",
        "\"stop\":\"N 1\"",
        "\"blocking\":[{\"role\":\"anna\",\"to\":\"centre\"},{\"role\":\"bert\",\"by\":\"left\"}]",
        "\"call\":{\"roles\":[\"bert\",\"dog\"],\"text\":\"Come\"}",
        "\"performer\":{\"role\":\"cat\",\"enters\":\"window\"}",
        "\"message\":{\"to\":\"haze\",\"address\":\"/on\",\"arguments\":[1,{\"text\":\"2\"}]}",
        "\"group\":{\"mode\":\"sequence\",\"cues\":[{\"number\":\"N 2\",\"title\":\"In\",\"memo\":\"m\"}]}",
        "\"look\":\"none\"");

    private static readonly Gen<string> _cue =
        from number in _number
        from line in Gen.Frequency((4, _line.Select(line => $",\"line\":\"{line}\"")), (1, Gen.Constant("")))
        from action in _action
        from more in Gen.Frequency((6, Gen.Constant("")), (1, Gen.Elements(",\"armed\":false,\"notes\":\"a\\nb\"", ",\"continue\":\"auto-follow\"", ",\"age\":3")))
        select $$"""{"number":"{{number}}","title":"T"{{line}},{{action}}{{more}}}""";

    private static readonly Gen<(string Section, string Key, string Value)> _entry = Gen.OneOf(
        Entry("roles", ["anna", "bert", "cat", "dog"], ["""{"name":"R","colour":"#111111"}""", """{"name":"A","speakers":["ANNA","BERT"],"colour":"#111111"}""", """{"name":"C","colour":"#111111","doubles":["bert"]}"""]),
        Entry("stage.marks", ["centre", "window", "door"], ["""{"x":1,"z":0}""", """{"x":100,"z":0}"""]),
        Entry("stage.entrances", ["left", "right"], ["""{"x":-5,"z":0}"""]),
        Entry("stage.pieces", ["door", "floor", "chair"], ["""{"shape":"box","size":[1,1,1],"position":[0,0,0],"colour":"#222222","flown":{"out":[0,5,0]}}"""]),
        Entry("lamps", ["day", "key", "pool"], ["""{"kind":"sky"}"""]),
        Entry("looks", ["dark", "morning", "dusk"], ["{}", """{"pool":{"colour":"#ffffff","intensity":1}}"""]),
        Entry("sounds", ["rain", "wind"], ["""{"description":"S"}"""]),
        Entry("lists", ["followspot", "band"], ["[]", """[{"number":"N 3","title":"T","memo":"m"}]"""]));

    private static readonly Gen<IProductionEdit> _edit = Gen.Frequency(
        (3, _entry.Select(entry => (IProductionEdit)new PutEntry(entry.Section, entry.Key, entry.Value))),
        (1, _entry.Select(entry => (IProductionEdit)new RemoveEntry(entry.Section, entry.Key))),
        (2, from entry in _entry from other in _entry select (IProductionEdit)new RenameEntry(entry.Section, entry.Key, other.Key)),
        (2, Gen.Elements<IProductionEdit>(
            new SetValue("title", "\"One\""),
            new SetValue("title", "\"Two\""),
            new SetValue("title", "7"),
            new SetValue("presetLook", "\"morning\""),
            new SetValue("stage.width", "30"),
            new SetValue("stage.depth", "5.5"),
            new SetValue("pauses", "[]"),
            new SetValue("cuts", """[{"division":"1.2"}]"""),
            new SetValue("cuts", "[]"))),
        (4, from cue in _cue from after in _number select (IProductionEdit)new InsertCue(cue, after, null)),
        (1, from cue in _cue from list in Gen.Elements("main", "cart", "followspot", "band") select (IProductionEdit)new InsertCue(cue, null, list)),
        (4, from number in _number from cue in _cue select (IProductionEdit)new ChangeCue(number, cue)),
        (3, from number in _number from after in _number select (IProductionEdit)new MoveCue(number, after, null)),
        (3, _number.Select(number => (IProductionEdit)new RemoveCue(number))),
        (1, from one in _number from other in _number from start in Gen.Choose(0, 20) select (IProductionEdit)new RenumberCues(one, other, null, "N ", start, 0.5)));

    private static readonly Gen<IProductionCommand> _command = Gen.Frequency(
        (14, _edit.Select(edit => (IProductionCommand)new EditProduction([edit], null))),
        (2, from one in _edit from other in _edit select (IProductionCommand)new EditProduction([one, other], "two")),
        (4, Gen.Constant<IProductionCommand>(new UndoEdit())),
        (3, Gen.Constant<IProductionCommand>(new RedoEdit())),
        (1, Gen.Elements<IProductionCommand>(new LockSheet(), new UnlockSheet(), new UnlockSheet(), new UnlockSheet())));

    private static readonly Gen<EditStep> _step =
        from behind in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, 12)))
        from command in _command
        from person in Gen.Elements("p-anna", "p-bert")
        select new EditStep(behind, command, person);

    public static Arbitrary<List<EditStep>> Any { get; } = Arb.From(_step.ListOf().Select(steps => steps.ToList()), Shorter);

    private static Gen<(string, string, string)> Entry(string section, string[] keys, string[] values) =>
        from key in Gen.Elements(keys) from value in Gen.Elements(values) select (section, key, value);

    private static IEnumerable<List<EditStep>> Shorter(List<EditStep> steps)
    {
        for (var length = steps.Count / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= steps.Count; start += length)
            {
                yield return [.. steps[..start], .. steps[(start + length)..]];
            }
        }
    }
}
