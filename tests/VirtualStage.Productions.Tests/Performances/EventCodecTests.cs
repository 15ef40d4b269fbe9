using System.Collections.Immutable;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;

namespace VirtualStage.Productions.Tests.Performances;

public sealed class EventCodecTests
{
    /// <summary>What is written now. These stay readable for ever, whatever the events look like by then.</summary>
    public static TheoryData<string, string, PerformanceEvent> Stored { get; } = new()
    {
        { "performance-opened.1", """{"production":"hamlet","productionVersion":3}""", new PerformanceOpened("hamlet", 3) },
        { "sheet-revised.1", """{"version":4,"renumbered":[{"former":"LX 12","number":"LX 12.5"}]}""", new SheetRevised(4, [new RenumberedCue("LX 12", "LX 12.5")]) },
        { "show-moved.1", """{"trigger":"start","to":"running","reason":null}""", new ShowMoved(ShowTrigger.Start, ShowState.Running) },
        { "show-moved.1", """{"trigger":"hold","to":"held","reason":"a lamp fell"}""", new ShowMoved(ShowTrigger.Hold, ShowState.Held, "a lamp fell") },
        { "show-moved.1", """{"trigger":"takeCurtainCall","to":"curtainCall"}""", new ShowMoved(ShowTrigger.TakeCurtainCall, ShowState.CurtainCall) },
        { "cue-warned.1", """{"cue":"LX 12"}""", new CueWarned("LX 12") },
        { "cue-stood-by.1", """{"cue":"LX 12"}""", new CueStoodBy("LX 12") },
        { "standby-acknowledged.1", """{"cue":"LX 12","department":"Lights"}""", new StandbyAcknowledged("LX 12", "Lights") },
        { "cue-released.1", """{"cue":"LX 12"}""", new CueReleased("LX 12") },
        { "playhead-moved.1", """{"cue":"LX 12"}""", new PlayheadMoved("LX 12") },
        { "cue-skipped.1", """{"cue":"LX 12"}""", new CueSkipped("LX 12") },
        { "cue-armed.1", """{"cue":"LX 12","armed":false}""", new CueArmed("LX 12", false) },
        { "cue-called.2", """{"cue":"LX 12","origin":"go","by":null}""", new CueCalled("LX 12", CueOrigin.Go) },
        { "cue-called.2", """{"cue":"1.5","origin":"autoContinue","by":"1"}""", new CueCalled("1.5", CueOrigin.AutoContinue, "1") },
        { "cue-called.2", """{"cue":"2","origin":"autoFollow","by":"1.5"}""", new CueCalled("2", CueOrigin.AutoFollow, "1.5") },
        { "cue-called.2", """{"cue":"G 1a","origin":"group","by":"G 1"}""", new CueCalled("G 1a", CueOrigin.Group, "G 1") },
        { "cue-called.2", """{"cue":"K 1","origin":"fire","by":null}""", new CueCalled("K 1", CueOrigin.Fire) },
        { "cue-started.2", """{"cue":"LX 12","startMs":61250,"armed":true}""", new CueStarted("LX 12", 61_250) },
        { "cue-started.2", """{"cue":"LX 12","startMs":61250,"armed":false}""", new CueStarted("LX 12", 61_250, false) },
        { "cue-paused.1", """{"cue":"LX 12","stampMs":61250}""", new CuePaused("LX 12", 61_250) },
        { "cue-resumed.1", """{"cue":"LX 12","stampMs":61250}""", new CueResumed("LX 12", 61_250) },
        { "cue-faded.1", """{"cue":"S 1","startMs":61250,"fadeMs":3000}""", new CueFaded("S 1", 61_250, 3000) },
        { "cue-stopped.1", """{"cue":"LX 12","stampMs":61250}""", new CueStopped("LX 12", 61_250) },
        { "cue-failed.1", """{"cue":"M 1","reason":"no answer"}""", new CueFailed("M 1", "no answer") },
        { "cue-post-waited.1", """{"cue":"LX 12"}""", new CuePostWaited("LX 12") },
        { "cue-completed.1", """{"cue":"LX 12"}""", new CueCompleted("LX 12") },
        { "cue-failed.1", """{"cue":"LX 12","reason":"nobody answered"}""", new CueFailed("LX 12", "nobody answered") },
        { "panicked.1", """{"startMs":61250,"fadeMs":3000}""", new Panicked(61_250, 3000) },
        { "went-back.1", """{"cue":"LX 12","startMs":61250,"fadeMs":1000,"to":{"look":"night","piecesIn":["arras"],"roles":{"hamlet":{"mark":"centre","entrance":null,"emote":"kneel"}},"performers":{"ghost":"wall"}}}""", new WentBack("LX 12", 61_250, 1000, Night) },
        { "stage-set.1", """{"to":{"look":"night","piecesIn":["arras"],"roles":{"hamlet":{"mark":"centre","entrance":null,"emote":"kneel"}},"performers":{"ghost":"wall"}},"playhead":"LX 12","line":"1.1.4","startMs":61250,"fadeMs":1000,"atOnce":true}""", new StageSet(Night, "LX 12", "1.1.4", 61_250, 1000, true) },
        { "rehearsal-began.1", "{}", new RehearsalBegan() },
        { "rehearsal-ended.1", "{}", new RehearsalEnded() },
        { "show-reset.1", "{}", new ShowReset() },
        { "loop-set.1", """{"fromLine":"1.1.4","toLine":"1.1.9"}""", new LoopSet("1.1.4", "1.1.9") },
        { "line-advanced.1", """{"line":"3.1.64"}""", new LineAdvanced("3.1.64") },
        { "role-given.1", """{"role":"ophelia","person":"p-7"}""", new RoleGiven("ophelia", "p-7") },
        { "role-taken-back.1", """{"role":"ophelia"}""", new RoleTakenBack("ophelia") },
        { "actor-held.1", """{"role":"ophelia","person":"p-7","tooManyMoves":412,"unreadable":0,"tooMuch":3}""", new ActorHeld("ophelia", "p-7", 412, 0, 3) },
        { "went-on.1", """{"server":"10.0.0.2:11111"}""", new WentOn("10.0.0.2:11111") },
        { "calling-taken.1", """{"person":"p-7","isBot":false}""", new CallingTaken("p-7", false) },
        { "calling-left.1", "{}", new CallingLeft() },
        { "doors-set.1", """{"admits":"invited","capacity":120}""", new DoorsSet(DoorsFor.Invited, 120) },
        { "doors-set.1", """{"admits":"company","capacity":null}""", new DoorsSet(DoorsFor.Company, null) },
        { "reactions-set.1", """{"taken":false}""", new ReactionsSet(false) },
        { "chat-set.1", """{"mode":"open"}""", new ChatSet(ChatMode.Open) },
    };

    /// <summary>Forms that are not written any more.</summary>
    public static TheoryData<string, string, PerformanceEvent> Former { get; } = new()
    {
        { "cue-called.1", """{"cue":"LX 12","origin":"go"}""", new CueCalled("LX 12", CueOrigin.Go) },
        { "cue-called.1", """{"cue":"1.5","origin":"autoContinue"}""", new CueCalled("1.5", CueOrigin.AutoContinue) },
        { "cue-called.1", """{"cue":"2","origin":"autoFollow"}""", new CueCalled("2", CueOrigin.AutoFollow) },
        { "cue-started.1", """{"cue":"LX 12","startMs":61250}""", new CueStarted("LX 12", 61_250) },
    };

    private static TrackedStage Night => new(
        "night",
        ["arras"],
        ImmutableDictionary<string, RoleSpot>.Empty.Add("hamlet", new RoleSpot("centre", null, Emote.Kneel)),
        ImmutableDictionary<string, string>.Empty.Add("ghost", "wall"));

    [Theory]
    [MemberData(nameof(Stored))]
    [MemberData(nameof(Former))]
    public void What_was_ever_written_is_read(string name, string data, PerformanceEvent happened) =>
        Assert.Equal(EventCodec.Encode(happened), EventCodec.Encode(EventCodec.Decode(name, data)));

    [Theory]
    [MemberData(nameof(Stored))]
    public void An_event_comes_back_as_it_was_written(string name, string data, PerformanceEvent happened)
    {
        var written = EventCodec.Encode(happened);
        Assert.Equal(name, written.Name);
        Assert.Equal(written, EventCodec.Encode(EventCodec.Decode(written.Name, written.Data)));
        Assert.Contains(data.TrimEnd('}'), written.Data, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_event_has_a_stored_sample_and_so_a_name()
    {
        var events = typeof(PerformanceEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PerformanceEvent)));
        var samples = Stored.Select(row => row.Data.Item3.GetType()).Distinct();
        Assert.Equal(events.Select(type => type.Name).Order(), samples.Select(type => type.Name).Order());
    }

    [Theory]
    [InlineData("cue-flew.1", "{}")]
    [InlineData("cue-called.3", """{"cue":"1","origin":"go","by":null}""")]
    [InlineData("", "{}")]
    public void An_event_of_a_newer_program_is_told_by_its_name(string name, string data)
    {
        var error = Assert.Throws<InvalidDataException>(() => EventCodec.Decode(name, data));
        Assert.Equal($"the journal holds an event '{name}' that this version does not know", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("""{"cue":"1"}""")]
    [InlineData("""{"cue":null,"origin":"go","by":null}""")]
    [InlineData("""{"cue":7,"origin":"go","by":null}""")]
    [InlineData("""{"cue":"1","origin":"whim","by":null}""")]
    [InlineData("""{"cue":"1","origin":99,"by":null}""")]
    [InlineData("""{"cue":"1","origin":"go","by":null,"more":1}""")]
    [InlineData("""{"cue":"1","origin":"go","by":null}}""")]
    public void An_event_that_cannot_be_read_is_told_by_its_name(string data)
    {
        var error = Assert.Throws<InvalidDataException>(() => EventCodec.Decode("cue-called.2", data));
        Assert.StartsWith("the journal's event 'cue-called.2' cannot be read: ", error.Message, StringComparison.Ordinal);
    }
}
