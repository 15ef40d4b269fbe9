using VirtualStage.Contracts.Console;
using VirtualStage.Osc;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Osc;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Osc;

public sealed class OscStateOutTests
{
    private static readonly Production _hamlet = ProductionLoader.Load(BundledProduction.Hamlet);

    [Fact]
    public void A_show_is_told_in_these_messages()
    {
        var view = OscDictionaryTests.View("LX 2", null) with
        {
            Cues =
            [
                new CueView("LX 1", CueState.Done, 0, null, null, null, null),
                new CueView("SQ 1", CueState.Running, 0, null, null, null, null),
                new CueView("B 1", CueState.PreWait, 0, null, null, null, null),
            ],
        };

        Assert.Equal(
            [
                "/virtualstage/show running",
                "/virtualstage/standby LX 2 Yond same star",
                "/virtualstage/warned  ",
                "/virtualstage/next  ",
                "/virtualstage/running SQ 1 B 1",
                "/virtualstage/line 1.1.1 Who's there?",
                "/virtualstage/caller Ada",
                "/virtualstage/trouble ",
            ],
            OscStateOut.Of(view, _hamlet).Select(message => message.ToString()));
    }

    [Fact]
    public void However_long_a_text_is_the_packet_can_be_written()
    {
        var view = OscDictionaryTests.View(new string('é', 100_000), null) with { Trouble = new string('\0', 10_000) };
        Assert.All(OscStateOut.Of(view, _hamlet), message => Assert.True(OscWriter.ToBytes(message).Length < 2000));
        Assert.True(OscWriter.ToBytes(OscStateOut.Reply("/virtualstage/go", new string('x', 9000))).Length < 1000);
    }

    [Fact]
    public void An_answer_tells_one_or_zero_and_why()
    {
        Assert.Equal(new OscMessage("/virtualstage/reply/go", 1, ""), OscStateOut.Reply("/virtualstage/go", null));
        Assert.Equal(new OscMessage("/virtualstage/reply/go", 0, "why"), OscStateOut.Reply("/go", "why"));
    }
}
