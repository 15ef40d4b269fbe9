namespace VirtualStage.Testing;

/// <summary>What code allocates once it is warm.</summary>
public static class Allocations
{
    private const int Rounds = 5;

    /// <summary>
    /// Bytes that the calling thread allocates in one of several rounds, the least. A collection in the background, which other
    /// threads bring about, counts up to 8 KB for a thread that allocated nothing; what the code itself allocates is in every round.
    /// </summary>
    public static long Of(Action round)
    {
        round();
        var least = long.MaxValue;
        for (var i = 0; i < Rounds && least != 0; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            round();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
