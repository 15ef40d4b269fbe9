using MessagePack;

namespace VirtualStage.Contracts.Console
{
    /// <summary>How the frames of performers are to be shared among the machine's cores, and why so. Served as JSON.</summary>
    /// <param name="Cores">The cores that are planned with.</param>
    /// <param name="Chosen">The name of the plan that the rule takes.</param>
    /// <param name="Reason">Why, for people.</param>
    /// <param name="IsStandIn">Whether the steps' times stand in for ones that were measured on this machine.</param>
    [MessagePackObject]
    public sealed record MattingPlan(
        [property: Key(0)] int Performers,
        [property: Key(1)] int Cores,
        [property: Key(2)] string Chosen,
        [property: Key(3)] string Reason,
        [property: Key(4)] bool IsStandIn,
        [property: Key(5)] MattingStep[] Steps,
        [property: Key(6)] MattingTimeline[] Timelines);

    /// <summary>A step of matting a frame.</summary>
    [MessagePackObject]
    public sealed record MattingStep([property: Key(0)] string Name, [property: Key(1)] double Ms);

    /// <summary>A plan played through.</summary>
    /// <param name="Name">threads, stages or braided.</param>
    /// <param name="Svg">The timeline as a picture.</param>
    [MessagePackObject]
    public sealed record MattingTimeline(
        [property: Key(0)] string Name,
        [property: Key(1)] double FramesPerSecond,
        [property: Key(2)] double LatencyP95Ms,
        [property: Key(3)] string Svg,
        [property: Key(4)] MattingFrame[] Frames);

    /// <summary>A frame in a timeline.</summary>
    /// <param name="Performer">Whose it is, from 1.</param>
    /// <param name="Devices">The devices that work on it, with commas between.</param>
    [MessagePackObject]
    public sealed record MattingFrame(
        [property: Key(0)] int Frame,
        [property: Key(1)] int Performer,
        [property: Key(2)] double StartMs,
        [property: Key(3)] double EndMs,
        [property: Key(4)] string Devices);
}
