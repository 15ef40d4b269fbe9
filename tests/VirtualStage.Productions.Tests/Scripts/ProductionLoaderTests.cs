using System.Text.Json;
using Emote = VirtualStage.Contracts.Stage.Emote;
using Gait = VirtualStage.Contracts.Stage.Gait;
using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Scripts;

public sealed class ProductionLoaderTests
{
    [Fact]
    public void A_right_sheet_loads_with_everything_in_it()
    {
        var production = TwoHander.Load(TwoHander.Sheet);

        Assert.Equal("Two at the door", production.Title);
        Assert.Equal(["anna", "bert", "cat"], production.Roles.Select(role => role.Id));
        Assert.Equal(["1", "1.5", "SC 2", "B 3", "B 4", "C 5"], production.Cues.Select(cue => cue.Number));
        Assert.Equal(["1", "1.5"], production.CuesAt("1.1.1").Select(cue => cue.Number));
        Assert.Equal(2500, production.PauseAfterMs("1.1.3"));
        Assert.Equal(0, production.PauseAfterMs("1.1.2"));
        Assert.Equal(new Colour(0x55, 0x33, 0x11), production.Plan.FindPiece("door")!.Colour);
        Assert.Null(production.Plan.FindPiece("floor")!.Flight);
        Assert.Equal(new Mark("window", -3, 2, 45), production.Plan.FindMark("window"));
        Assert.Empty(production.FindLook("dark")!.Levels);
        Assert.Equal(new LampLevel("day", new Colour(255, 255, 255), 0.8), production.FindLook("morning")!.Levels.Single());
    }

    [Fact]
    public void Every_kind_of_action_is_read_and_seconds_become_milliseconds()
    {
        var production = TwoHander.Load(TwoHander.Sheet);

        var light = production.FindCue("1")!;
        Assert.Equal(
            new Cue("1", "Light", "1.1.1", Department.Lights, new LookAction("morning"), 0, 3000, 0, ContinueMode.AutoFollow),
            light);
        var rain = production.FindCue("1.5")!;
        Assert.Equal((250, 60_000, 1500), (rain.PreWaitMs, rain.DurationMs, rain.PostWaitMs));
        Assert.Equal(new SoundAction("rain"), rain.Action);
        Assert.Equal(
            [new PieceFlight("door", In: false)],
            Assert.IsType<FlyAction>(production.FindCue("SC 2")!.Action).Pieces);
        Assert.Equal(
            [
                new BlockingStep("anna", "left", "centre", null, Gait.Run, null, Emote.None),
                new BlockingStep("bert", null, "window", null, Gait.Walk, 1.2, Emote.Sit),
            ],
            Assert.IsType<BlockingAction>(production.FindCue("B 3")!.Action).Steps);
        var call = Assert.IsType<CallAction>(production.FindCue("C 5")!.Action);
        Assert.Equal("Bert, please.", call.Text);
        Assert.Equal(["bert"], call.Roles);
    }

    [Fact]
    public void Departments_follow_from_the_action_unless_the_sheet_says_otherwise()
    {
        var sheet = TwoHander.With("fly: { door: out }", "fly: { door: out }, department: calls");

        var departments = TwoHander.Load(sheet).Cues.Select(cue => cue.Department);

        Assert.Equal(
            [
                Department.Lights, Department.Sound, Department.Calls, Department.Blocking, Department.Blocking, Department.Blocking,
                Department.Calls,
            ],
            departments);
    }

    [Fact]
    public void A_label_spoken_by_two_roles_finds_both()
    {
        var sheet = TwoHander.With("The cat, colour", "The cat, speakers: ANNA, colour");

        var production = TwoHander.Load(sheet);

        Assert.Equal(["anna", "cat"], production.RolesOf(production.SpeechOf("1.1.1")).Select(role => role.Id));
    }

    [Fact]
    public void What_was_opened_loads_again_from_its_serialised_files()
    {
        var source = ProductionSource.FromFolder(Repository.Hamlet);

        var again = JsonSerializer.Deserialize<ProductionSource>(JsonSerializer.Serialize(source))!;

        var (first, second) = (ProductionLoader.Load(source), ProductionLoader.Load(again));
        Assert.Equal(first.Cues.Select(cue => cue.ToString()), second.Cues.Select(cue => cue.ToString()));
        Assert.Equal(first.Play.Lines.Select(line => line.Text), second.Play.Lines.Select(line => line.Text));
        Assert.Equal("hamlet", second.Id);
    }
}
