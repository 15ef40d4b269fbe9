using MessagePack;

namespace VirtualStage.Contracts.Console
{
    /// <summary>
    /// The clocks of a run, as they stand when the view is made: a console lets them run on until the next view. Times are
    /// performance time.
    /// </summary>
    /// <param name="Run">From the beginning of the show to the curtain call, intervals and holds included; null before.</param>
    /// <param name="Act">The act (or what stands outside of acts) that the current line is in; null before and after the run.</param>
    /// <param name="Scene">The scene in it; null where it has none.</param>
    /// <param name="Interval">The interval; null when there is none now.</param>
    /// <param name="Hold">The hold; null when the show is not held.</param>
    /// <param name="BehindMs">
    /// How much later in show time the current line came than in earlier runs on average, or than by the sheet where there is
    /// none; negative for earlier, null before the first line.
    /// </param>
    /// <param name="EndShowMs">Show time at which the curtain call is to be expected; null before and after the run.</param>
    /// <param name="IntervalsToComeMs">How long the intervals were in earlier runs that this one has not had yet.</param>
    /// <param name="EarlierRuns">How many runs of this production it is compared with; 0 when it is the first.</param>
    [MessagePackObject]
    public sealed record ClocksView(
        [property: Key(0)] ClockView? Run,
        [property: Key(1)] ClockView? Act,
        [property: Key(2)] ClockView? Scene,
        [property: Key(3)] ClockView? Interval,
        [property: Key(4)] ClockView? Hold,
        [property: Key(5)] int? BehindMs,
        [property: Key(6)] long? EndShowMs,
        [property: Key(7)] int IntervalsToComeMs,
        [property: Key(8)] int EarlierRuns);

    /// <summary>One clock.</summary>
    /// <param name="Title">A division's heading; empty for others.</param>
    /// <param name="StartedMs">When it began.</param>
    /// <param name="LengthMs">What it shows at the view's time.</param>
    /// <param name="Runs">True while it goes on with performance time.</param>
    /// <param name="UsualMs">What it came to in earlier runs on average; null where there is none.</param>
    [MessagePackObject]
    public sealed record ClockView(
        [property: Key(0)] string Title,
        [property: Key(1)] long StartedMs,
        [property: Key(2)] long LengthMs,
        [property: Key(3)] bool Runs,
        [property: Key(4)] long? UsualMs);
}
