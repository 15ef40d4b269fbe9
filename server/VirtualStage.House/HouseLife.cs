using VirtualStage.Contracts.House;

namespace VirtualStage.House;

/// <summary>
/// What a house does besides watching: it reacts, and sits. Spectators' threads say so; the loop takes stock a few times a
/// second, and frames carry what is other than before.
/// </summary>
public sealed class HouseLife(TimeProvider time)
{
    private static readonly TimeSpan _moodEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _seatsEvery = TimeSpan.FromSeconds(1);
    private static readonly HouseMood _quiet = new(0, 0, 0, 0, 0, AreOff: false);
    private static readonly HouseMood _off = new(0, 0, 0, 0, 0, AreOff: true);

    private readonly ReactionMeter _reactions = new();
    private readonly SeatMap _seats = new();
    private long _moodAt = time.GetTimestamp();
    private long _seatsAt = time.GetTimestamp();
    private volatile bool _areOff;

    /// <summary>True while no reactions are taken. Any thread.</summary>
    public bool AreReactionsOff
    {
        get => _areOff;
        set => _areOff = value;
    }

    /// <summary>What is heard of the house; another object only when it is another mood. By the loop.</summary>
    public HouseMood Mood { get; private set; } = _quiet;

    /// <summary>Which of SeatRows are taken, never changed once made. By the loop.</summary>
    public byte[] Seats { get; private set; } = [];

    /// <summary>Somebody came in. Any thread.</summary>
    public HouseGuest Come() => new(this, time);

    /// <summary>Looks at what changed, where it is time for it. By the loop, often.</summary>
    /// <param name="size">How many are in the house.</param>
    public void TakeStock(int size)
    {
        var since = time.GetElapsedTime(_moodAt);
        if (since >= _moodEvery)
        {
            _moodAt = time.GetTimestamp();
            Mood = MoodAfter(since, size);
        }

        if (time.GetElapsedTime(_seatsAt) >= _seatsEvery && _seats.TakeChange() is { } seats)
        {
            _seatsAt = time.GetTimestamp();
            Seats = seats;
        }
    }

    internal void React(ReactionKind kind)
    {
        if (!_areOff)
        {
            _reactions.Add(kind);
        }
    }

    internal int? Move(int? former, SeatWish wish)
    {
        if (wish.Row != 0)
        {
            return _seats.Move(former, wish.Row, wish.Number);
        }

        _seats.Leave(former);
        return null;
    }

    private HouseMood MoodAfter(TimeSpan since, int size)
    {
        if (_areOff)
        {
            _reactions.Hush();
            return _off;
        }

        var levels = _reactions.TakeStock(since.TotalSeconds);
        if (levels.IndexOfAnyExcept((byte)0) < 0)
        {
            return _quiet;
        }

        var mood = new HouseMood(Math.Max(1, size), levels[0], levels[1], levels[2], levels[3], AreOff: false);
        return mood with { Size = Mood.Size } == Mood ? Mood : mood;
    }
}
