using System.Text;
using VirtualStage.Contracts.Console;
using VirtualStage.Plays;
using VirtualStage.Plays.Presence;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.FirstDraft;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Tests.Scripts;

namespace VirtualStage.Productions.Tests.FirstDraft;

public sealed class ProductionDraftTests
{
    [Theory]
    [MemberData(nameof(SharedPlays.Names), MemberType = typeof(SharedPlays))]
    public void A_whole_play_makes_a_production_in_which_whoever_speaks_is_on(string name)
    {
        var play = SharedPlays.Read(name);
        var production = Load(play, ProductionDraft.Of(play, name));
        var presence = StagePresence.Of(play);
        var order = production.Play.Lines.Select((line, index) => (line.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        var figures = presence.Figures.SelectMany(figure => figure.Labels, (figure, label) => (label, figure.Name))
            .DistinctBy(pair => pair.label, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(pair => pair.label, pair => pair.Name, StringComparer.OrdinalIgnoreCase);

        var walk = new Walk(production);
        foreach (var speech in production.Play.Speeches)
        {
            var roles = production.RolesOf(speech).ToList();
            foreach (var line in speech.Lines)
            {
                walk.SpeakAt(line.Id);
                foreach (var role in roles.Where(role => !walk.On.ContainsKey(role.Id)))
                {
                    var figure = figures.GetValueOrDefault(role.Speakers is [var first, ..] ? first : "");
                    Assert.True(
                        presence.Stays.Any(stay => stay.IsVoice && stay.Who == figure && stay.From <= order[line.Id] && order[line.Id] < stay.Until),
                        $"{role.Id} speaks {line.Id} off stage");
                }
            }
        }

        walk.SpeakAt(null);
        Assert.Equal(production.Cues.Count, walk.Called);
    }

    [Fact]
    public void The_whole_Hamlet_has_its_roles_its_scenes_and_its_interval()
    {
        var play = SharedPlays.Read("hamlet.bosak.xml");
        var document = ProductionDraft.Of(play, "hamlet.bosak.xml");
        var production = Load(play, document);

        Assert.Equal(4014, production.Play.Lines.Count());
        Assert.Equal("The Tragedy of Hamlet, Prince of Denmark", production.Title);
        Assert.Equal(["LORD POLONIUS"], production.FindRole("lord-polonius")!.Speakers);
        Assert.Equal("Lord Polonius", production.FindRole("lord-polonius")!.Name);
        Assert.InRange(production.Roles.Count, 34, 70);
        Assert.Equal(production.Roles.Count, production.Roles.Select(role => role.Colour).Distinct().Count());
        Assert.Equal(20, production.Cues.Count(cue => cue.Action is LookAction { Look: "day" or "night" or "interior" }));
        Assert.Equal("night", Assert.IsType<LookAction>(production.Cues.First(cue => cue.Action is LookAction).Action).Look);
        Assert.InRange(production.Cues.Count(cue => cue.Action is MemoAction), 1, 2);
        Assert.InRange(production.Cues.Count, 200, 600);

        // Enter Ghost: he walks on while the line before his light is spoken.
        var ghost = production.Cues.First(cue => cue.Action is BlockingAction { Steps: var steps } && steps.Any(step => step.Role == "ghost"));
        Assert.StartsWith("1.1.", ghost.Line);
        Assert.Contains(production.Cues, cue => cue.Action is CallAction { Roles: ["ghost"] });
        Assert.Equal(document, ProductionDocument.Parse(document.ToYaml()));
    }

    [Fact]
    public void A_small_play_is_walked_through_line_by_line()
    {
        var play = PlayReader.Read(Encoding.UTF8.GetBytes("""
            Title: Two at the door

            # ACT I

            ## Scene 1. A room at night. #1.1#

            Enter ANNA.

            ANNA
            Who is there?
            Speak.

            Enter BERT.

            BERT
            It is only the rain.

            ALL
            The rain!

            Exit ANNA.

            BERT
            She is gone.

            ## Scene 2. A field. #1.2#

            Enter ANNA.

            ANNA
            It came in.
            """), "door.fountain");
        var production = Load(play, ProductionDraft.Of(play, "door.fountain", "Zwei an der Tür"));

        Assert.Equal("Zwei an der Tür", production.Title);
        Assert.Equal(["anna", "bert", "all"], production.Roles.Select(role => role.Id));
        Assert.Equal(
            [
                "1.1.1 LX 1 fade to night over 3 s",
                "1.1.1 B 1 Anna from stage-left to centre; All from stage-left to mid-right",
                "1.1.2 B 2 Bert from stage-right to mid-left",
                "1.1.4 B 3 Anna off by stage-right",
                "1.1.5 B 4 Bert off by stage-left; All off by stage-right",
                "1.1.5 LX 2 fade to blackout over 2 s",
                "1.1.5 LX 3 fade to day over 3 s",
                "1.1.5 B 5 Anna from up-left to centre",
                "1.2.1 LX 4 fade to blackout over 2 s",
                "1.2.1 C 3 Full company for the curtain call, please.",
            ],
            production.Cues.Where(cue => cue.Number is not ("C 1" or "C 2")).Select(cue => $"{cue.Line} {cue.Number} {CueWords.Of(cue, production)}"));
        Assert.Equal(
            ["1.1.1 Bert to stage right, please.", "1.1.1 Anna to up left, please."],
            production.Cues.Where(cue => cue.Number is "C 1" or "C 2").Select(cue => $"{cue.Line} {CueWords.Of(cue, production)}"));
        Assert.Equal(ContinueMode.AutoFollow, production.FindCue("B 4")!.Continue);
        Assert.Equal(SpeakingTime.OfMs(production.FindLine("1.1.5")!) / 100 * 100, production.FindCue("B 4")!.PreWaitMs, 100.0);
        Assert.Equal(13_000, production.PauseAfterMs("1.1.5"));
    }

    [Fact]
    public void The_bundled_play_makes_a_production_as_well()
    {
        var source = ProductionSource.FromFolder(Repository.Hamlet);
        var play = PlayReader.Read(source.PlayBytes, source.PlayFile);

        Assert.NotEmpty(Load(play, ProductionDraft.Of(play, source.PlayFile)).Cues);
    }

    [Fact]
    public void Names_that_are_alike_or_strange_become_ids_of_their_own()
    {
        var play = PlayReader.Read(Encoding.UTF8.GetBytes("""
            Title: Namen

            # ACT I

            ## Scene 1

            GRÄFIN ÉTÉ
            One.

            1ST LORD
            Two.

            СТАРИК
            Three.

            МАЛЬЧИК
            Four.
            """), "names.fountain");

        Assert.Equal(["graefin-ete", "role-1st-lord", "role", "role-2"], Load(play, ProductionDraft.Of(play, "names.fountain")).Roles.Select(role => role.Id));
    }

    private static Production Load(Play play, ProductionDocument document) => ProductionLoader.Load("draft", document, play, files: null);

    /// <summary>Calls the main list's cues as the lines go by, and notes who is on.</summary>
    private sealed class Walk(Production production)
    {
        private readonly Dictionary<string, int> _order =
            production.Play.Lines.Select((line, index) => (line.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);

        private readonly List<(BlockingStep Step, int Line)> _leaving = [];

        public int Called { get; private set; }

        /// <summary>The marks of who is on, by role.</summary>
        public Dictionary<string, string> On { get; } = [];

        /// <summary>A line begins: who left on a line before is off, and what is called on it has begun.</summary>
        public void SpeakAt(string? line)
        {
            var at = line is null ? int.MaxValue : _order[line];
            for (; Called < production.Cues.Count && _order[production.Cues[Called].Line!] is var on && on <= at; Called++)
            {
                var cue = production.Cues[Called];
                // A chain that waits for its line to be over changes the scene.
                if (on == at && cue is { PreWaitMs: > 0, Continue: not ContinueMode.None })
                {
                    return;
                }

                Settle(cue.Action is LookAction { Look: "blackout" } ? int.MaxValue : on);
                foreach (var step in (cue.Action as BlockingAction)?.Steps ?? [])
                {
                    Take(step, cue);
                }
            }

            Settle(at);
        }

        private void Take(BlockingStep step, Cue cue)
        {
            if (step.From is not null)
            {
                Assert.False(On.ContainsKey(step.Role), $"{step.Role} comes on twice at cue {cue.Number}");
                Assert.False(On.ContainsValue(step.To!), $"{step.To} is taken at cue {cue.Number}");
                On[step.Role] = step.To!;
            }
            else
            {
                Assert.True(On.ContainsKey(step.Role), $"{step.Role} leaves at cue {cue.Number} and was not on");
                _leaving.Add((step, _order[cue.Line!]));
            }
        }

        /// <summary>Who leaves on a line is on until it is over.</summary>
        private void Settle(int line)
        {
            foreach (var (step, _) in _leaving.Where(leaving => leaving.Line < line))
            {
                On.Remove(step.Role);
            }

            _leaving.RemoveAll(leaving => leaving.Line < line);
        }
    }
}
