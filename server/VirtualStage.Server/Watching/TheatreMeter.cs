using System.Diagnostics;
using System.Diagnostics.Metrics;
using VirtualStage.Contracts.Console;

namespace VirtualStage.Server.Watching;

/// <summary>
/// What the theatre counts and times of itself where it happens, for whatever listens to meters; what can be looked up at any
/// time is in <see cref="TheatreGauges"/>. Names and units are OpenTelemetry's way, docs/operations.md has the list. To count
/// allocates nothing, whoever listens: tags are made once.
/// </summary>
public static class TheatreMeter
{
    public const string Name = "VirtualStage";

    public const string TurnName = "virtualstage.turn.duration";

    public const string TickName = "virtualstage.tick.duration";

    // Finer where it matters: a turn has 33 ms.
    private static readonly double[] _turnBounds = [0.0005, 0.001, 0.002, 0.004, 0.008, 0.012, 0.016, 0.02, 0.025, 0.033, 0.05, 0.1, 0.25, 1];
    private static readonly double[] _diskBounds = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];
    private static readonly double[] _mattingBounds = [0.01, 0.02, 0.03, 0.04, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 5];

    private static readonly KeyValuePair<string, object?> _isAccepted = new("outcome", "accepted");
    private static readonly KeyValuePair<string, object?> _isRefused = new("outcome", "refused");
    private static readonly KeyValuePair<string, object?> _isConflict = new("reason", "conflict");
    private static readonly KeyValuePair<string, object?> _isUnavailable = new("reason", "unavailable");

    private static readonly Meter _meter = new(Name);

    /// <summary>How long a turn of the theatre's loop took, in seconds.</summary>
    internal static Histogram<double> Turn { get; } =
        Times(TurnName, "A turn of the theatre's loop: what actors sent, every stage's ticks, what actors are sent.", _turnBounds);

    /// <summary>How long a stage took to move on, in seconds.</summary>
    internal static Histogram<double> Tick { get; } =
        Times(TickName, "A stage's part of a turn: its ticks, and what is written for everybody.", _turnBounds);

    internal static Counter<long> Snapshots { get; } = Counts("virtualstage.snapshots", "{snapshot}", "Snapshots of the stage that actors were sent.");

    internal static Counter<long> SnapshotBytes { get; } = Counts("virtualstage.snapshot.io", "By", "Bytes of those snapshots, before they are sealed.");

    /// <summary>What spectators sent that counted for nothing: too many reactions, seats that are not there.</summary>
    internal static Counter<long> HouseDropped { get; } =
        Counts("virtualstage.house.messages.dropped", "{message}", "What spectators sent that counted for nothing: too many reactions, seats that are not there.");

    /// <summary>What other servers were sent of a stage here, for their audiences: frames, voices and pictures.</summary>
    internal static Counter<long> Relayed { get; } = Counts(
        "virtualstage.house.relayed", "{message}", "Frames, voices and pictures of stages here that other servers were sent for their audiences.");

    internal static Counter<long> RelayedBytes { get; } = Counts("virtualstage.house.relay.io", "By", "Bytes of those.");

    /// <summary>Pictures that cameras sent and that were handed to the matting.</summary>
    internal static Counter<long> CameraFrames { get; } = Counts("virtualstage.matting.frames", "{frame}", "Pictures of cameras that were handed to the matting.");

    internal static Counter<long> MattedPictures { get; } = Counts("virtualstage.matting.pictures", "{picture}", "Pictures that came back from it cut out.");

    internal static Histogram<double> Matting { get; } =
        Times("virtualstage.matting.duration", "From a camera's picture being handed to the matting until it came back cut out.", _mattingBounds);

    internal static Counter<long> MattingStarts { get; } =
        Counts("virtualstage.matting.starts", "{process}", "Starts of the matting process: the first performer's, and one after each time that it died or hung.");

    internal static Counter<long> EncoderFailures { get; } =
        Counts("virtualstage.encoder.failures", "{process}", "Encoders of performers' video that died or hung, and are started again.");

    internal static Counter<long> RecordedBytes { get; } = Counts("virtualstage.recording.io", "By", "Bytes written to recordings.");

    internal static Counter<long> RecordingLosses { get; } =
        Counts("virtualstage.recording.losses", "{part}", "Parts that are missing in recordings, since the disk or the machine was behind.");

    internal static Histogram<double> Append { get; } =
        Times("virtualstage.journal.append.duration", "An append to the journal, until it is on disk.", _diskBounds);

    internal static Counter<long> JournalEvents { get; } = Counts("virtualstage.journal.events", "{event}", "Events that were appended to the journal.");

    internal static Counter<long> Checkpoints { get; } = Counts("virtualstage.journal.checkpoints", "{checkpoint}", "Checkpoints of where everybody stands.");

    internal static Counter<long> CheckpointFailures { get; } =
        Counts("virtualstage.journal.checkpoint.failures", "{checkpoint}", "Checkpoints that could not be written.");

    private static Histogram<double> GoTime { get; } =
        Times("virtualstage.go.duration", "An accepted GO, from its receipt by the performance until its events are written and handed to the stage.", _diskBounds);

    private static Counter<long> Commands { get; } = Counts("virtualstage.commands", "{command}", "Commands to performances, by outcome.");

    private static Counter<long> AppendFailures { get; } =
        Counts("virtualstage.journal.append.failures", "{append}", "Appends that were refused: by a conflict (somebody else wrote), or since the journal is unavailable.");

    /// <summary>Counts a command to a performance, and times a GO.</summary>
    /// <param name="began">A timestamp of the stopwatch.</param>
    internal static void CountCommand(IPerformanceCommand command, bool isAccepted, long began)
    {
        Commands.Add(1, isAccepted ? _isAccepted : _isRefused);
        if (isAccepted && command is Go)
        {
            GoTime.Record(Since(began));
        }
    }

    internal static void CountConflict() => AppendFailures.Add(1, _isConflict);

    internal static void CountUnavailable() => AppendFailures.Add(1, _isUnavailable);

    /// <summary>Seconds since a timestamp of the stopwatch.</summary>
    internal static double Since(long began) => Stopwatch.GetElapsedTime(began).TotalSeconds;

    /// <summary>Lets every counter stand at nothing: who listens knows from the start what there is, and misses no first one.</summary>
    internal static void Begin()
    {
        foreach (var counter in (Counter<long>[])
            [Snapshots, SnapshotBytes, HouseDropped, Relayed, RelayedBytes, CameraFrames, MattedPictures, MattingStarts, EncoderFailures, RecordedBytes, RecordingLosses,
                JournalEvents, Checkpoints, CheckpointFailures])
        {
            counter.Add(0);
        }

        Commands.Add(0, _isAccepted);
        Commands.Add(0, _isRefused);
        AppendFailures.Add(0, _isConflict);
        AppendFailures.Add(0, _isUnavailable);
    }

    private static Counter<long> Counts(string name, string unit, string description) => _meter.CreateCounter<long>(name, unit, description);

    private static Histogram<double> Times(string name, string description, double[] bounds) =>
        _meter.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });
}
