namespace VirtualStage.Scheduling.Execution;

/// <summary>How a schedule is run.</summary>
/// <param name="Ranks">Tensor-parallel ranks of a device; each is a thread.</param>
public sealed record ExecutionOptions(int Ranks = 1)
{
    public const int MostRanks = 16;

    /// <summary>Messages that wait for a thread at most; who has one more waits.</summary>
    public int QueueLength { get; init; } = 16;

    /// <summary>How long a computation of cost 1 takes at least, its real work included; null for as long as the work takes.</summary>
    public TimeSpan? ComputePace { get; init; }

    /// <summary>How long a link takes for a communication of cost 1 at least; null for as long as the work takes.</summary>
    public TimeSpan? LinkPace { get; init; }
}
