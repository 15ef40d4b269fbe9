using VirtualStage.Contracts.House;

namespace VirtualStage.House;

/// <summary>
/// How loud a house is: how many people react in each way, with what they did in the last seconds counting ever less.
/// Spectators add from any thread; one thread takes stock.
/// </summary>
internal sealed class ReactionMeter
{
    private static readonly int _kinds = Enum.GetValues<ReactionKind>().Length;

    private readonly int[] _new = new int[_kinds];
    private readonly double[] _sums = new double[_kinds];
    private readonly byte[] _levels = new byte[_kinds];

    public void Add(ReactionKind kind) => Interlocked.Increment(ref _new[(int)kind]);

    /// <summary>Moves on by so many seconds.</summary>
    /// <returns>A level for each kind, valid until the next call.</returns>
    public ReadOnlySpan<byte> TakeStock(double seconds)
    {
        var left = Math.Pow(0.5, seconds);
        for (var kind = 0; kind < _kinds; kind++)
        {
            _sums[kind] = (_sums[kind] * left) + Interlocked.Exchange(ref _new[kind], 0);

            // Who reacts once a second adds up to 1 / ln 2.
            _levels[kind] = (byte)Math.Min(byte.MaxValue, Math.Round(2 * Math.Log2(1 + (_sums[kind] * Math.Log(2)))));
        }

        return _levels;
    }

    /// <summary>Forgets what was heard.</summary>
    public void Hush()
    {
        for (var kind = 0; kind < _kinds; kind++)
        {
            Interlocked.Exchange(ref _new[kind], 0);
            _sums[kind] = 0;
        }
    }
}
