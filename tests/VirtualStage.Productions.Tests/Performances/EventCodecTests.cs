using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;

namespace VirtualStage.Productions.Tests.Performances;

public sealed class EventCodecTests
{
    /// <summary>What version 1 wrote. These stay readable for ever, whatever the events look like by then.</summary>
    public static TheoryData<string, string, PerformanceEvent> Stored { get; } = new()
    {
        { "performance-opened.1", """{"production":"hamlet","productionVersion":3}""", new PerformanceOpened("hamlet", 3) },
        { "show-moved.1", """{"trigger":"start","to":"running","reason":null}""", new ShowMoved(ShowTrigger.Start, ShowState.Running) },
        { "show-moved.1", """{"trigger":"hold","to":"held","reason":"a lamp fell"}""", new ShowMoved(ShowTrigger.Hold, ShowState.Held, "a lamp fell") },
        { "show-moved.1", """{"trigger":"takeCurtainCall","to":"curtainCall"}""", new ShowMoved(ShowTrigger.TakeCurtainCall, ShowState.CurtainCall) },
        { "cue-stood-by.1", """{"cue":"LX 12"}""", new CueStoodBy("LX 12") },
        { "cue-called.1", """{"cue":"LX 12","origin":"go"}""", new CueCalled("LX 12", CueOrigin.Go) },
        { "cue-called.1", """{"cue":"1.5","origin":"autoContinue"}""", new CueCalled("1.5", CueOrigin.AutoContinue) },
        { "cue-called.1", """{"cue":"2","origin":"autoFollow"}""", new CueCalled("2", CueOrigin.AutoFollow) },
        { "cue-started.1", """{"cue":"LX 12","startMs":61250}""", new CueStarted("LX 12", 61_250) },
        { "cue-post-waited.1", """{"cue":"LX 12"}""", new CuePostWaited("LX 12") },
        { "cue-completed.1", """{"cue":"LX 12"}""", new CueCompleted("LX 12") },
        { "cue-failed.1", """{"cue":"LX 12","reason":"nobody answered"}""", new CueFailed("LX 12", "nobody answered") },
        { "panicked.1", """{"startMs":61250,"fadeMs":3000}""", new Panicked(61_250, 3000) },
        { "line-advanced.1", """{"line":"3.1.64"}""", new LineAdvanced("3.1.64") },
        { "role-given.1", """{"role":"ophelia","person":"p-7"}""", new RoleGiven("ophelia", "p-7") },
        { "role-taken-back.1", """{"role":"ophelia"}""", new RoleTakenBack("ophelia") },
        { "calling-taken.1", """{"person":"p-7","isBot":false}""", new CallingTaken("p-7", false) },
        { "calling-left.1", "{}", new CallingLeft() },
    };

    [Theory]
    [MemberData(nameof(Stored))]
    public void What_version_1_wrote_is_read(string name, string data, PerformanceEvent happened) =>
        Assert.Equal(happened, EventCodec.Decode(name, data));

    [Theory]
    [MemberData(nameof(Stored))]
    public void An_event_comes_back_as_it_was_written(string name, string data, PerformanceEvent happened)
    {
        var written = EventCodec.Encode(happened);
        Assert.Equal(name, written.Name);
        Assert.Equal(happened, EventCodec.Decode(written.Name, written.Data));
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
    [InlineData("cue-called.2", """{"cue":"1","origin":"go"}""")]
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
    [InlineData("""{"cue":null,"origin":"go"}""")]
    [InlineData("""{"cue":7,"origin":"go"}""")]
    [InlineData("""{"cue":"1","origin":"whim"}""")]
    [InlineData("""{"cue":"1","origin":99}""")]
    [InlineData("""{"cue":"1","origin":"go","more":1}""")]
    [InlineData("""{"cue":"1","origin":"go"}}""")]
    public void An_event_that_cannot_be_read_is_told_by_its_name(string data)
    {
        var error = Assert.Throws<InvalidDataException>(() => EventCodec.Decode("cue-called.1", data));
        Assert.StartsWith("the journal's event 'cue-called.1' cannot be read: ", error.Message, StringComparison.Ordinal);
    }
}
