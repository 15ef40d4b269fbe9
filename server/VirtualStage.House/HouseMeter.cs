using System.Diagnostics.Metrics;

namespace VirtualStage.House;

/// <summary>
/// What the house counts of itself, for whatever listens to meters; docs/operations.md has the list. To count allocates nothing.
/// What a recording is sent is not counted: it is nobody of the audience.
/// </summary>
public static class HouseMeter
{
    public const string Name = "VirtualStage.House";

    private static readonly Meter _meter = new(Name);

    internal static Counter<long> Frames { get; } = Counts("virtualstage.house.frames", "{frame}", "Frames that spectators were sent, each counted for itself.");

    internal static Counter<long> FrameBytes { get; } = Counts("virtualstage.house.frame.io", "By", "Bytes of those frames.");

    internal static Counter<long> FramesSkipped { get; } =
        Counts("virtualstage.house.frames.skipped", "{frame}", "Frames that spectators were not sent, since they had not acknowledged those before.");

    internal static Counter<long> VoicesDropped { get; } =
        Counts("virtualstage.house.voices.dropped", "{message}", "Voices that listeners in the house were not sent, since they were behind.");

    internal static Counter<long> PicturesDropped { get; } =
        Counts("virtualstage.house.pictures.dropped", "{picture}", "Performers' pictures that viewers were not sent: newer ones had come, or they were behind.");

    internal static Counter<long> ChatLines { get; } = Counts("virtualstage.chat.lines", "{line}", "Lines that were posted in the chat.");

    internal static Counter<long> ChatRefusals { get; } = Counts("virtualstage.chat.refusals", "{line}", "Lines that were refused: too many, closed, muted, or not to be read.");

    /// <summary>Lets every counter stand at nothing: who listens knows from the start what there is, and misses no first one.</summary>
    public static void Begin()
    {
        foreach (var counter in (Counter<long>[])[Frames, FrameBytes, FramesSkipped, VoicesDropped, PicturesDropped, ChatLines, ChatRefusals])
        {
            counter.Add(0);
        }
    }

    private static Counter<long> Counts(string name, string unit, string description) => _meter.CreateCounter<long>(name, unit, description);
}
