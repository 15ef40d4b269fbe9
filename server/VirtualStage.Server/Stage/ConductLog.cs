using VirtualStage.Contracts.Console;
using VirtualStage.Server.StageDoor;

namespace VirtualStage.Server.Stage;

/// <summary>How the clients of one role were held to the rules in the last minute, and when that was written down.</summary>
internal sealed class ConductLog
{
    /// <summary>Fewer moves too many than these say nothing: clocks differ.</summary>
    public const int FewMoves = 30;

    private const long TellAgainSeconds = 60;

    private readonly MinuteCount _moves = new();
    private readonly MinuteCount _unreadable = new();
    private readonly MinuteCount _flood = new();
    private long? _toldAt;

    /// <summary>Whose client it was last; null before the first.</summary>
    public CastActor? Last { get; set; }

    public void Add(HeldFor what, long second, long count) =>
        (what switch { HeldFor.Moves => _moves, HeldFor.Unreadable => _unreadable, _ => _flood }).Add(second, count);

    /// <summary>The last minute; null when the clients kept to the rules.</summary>
    public ClientConduct? At(long second)
    {
        Add(HeldFor.Moves, second, 0);
        Add(HeldFor.Unreadable, second, 0);
        Add(HeldFor.Flood, second, 0);
        var moves = _moves.Total < FewMoves ? 0 : _moves.Total;
        return moves + _unreadable.Total + _flood.Total == 0
            ? null
            : new ClientConduct(Count(moves), Count(_unreadable.Total), Count(_flood.Total));
    }

    /// <summary>True when it is to be written down: at most once a minute.</summary>
    public bool TryTell(long second)
    {
        if (second - _toldAt < TellAgainSeconds)
        {
            return false;
        }

        _toldAt = second;
        return true;
    }

    private static int Count(long count) => (int)Math.Min(count, int.MaxValue);
}
