using Microsoft.Extensions.Time.Testing;
using VirtualStage.Contracts.House;

namespace VirtualStage.House.Tests;

public sealed class HouseLifeTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly HouseLife _life;

    public HouseLifeTests() => _life = new HouseLife(_time);

    [Fact]
    public void A_quiet_house_has_the_same_mood_all_the_time()
    {
        var mood = _life.Mood;
        Assert.Same(mood, Later(100));
        Assert.Equal(new HouseMood(0, 0, 0, 0, 0, false), mood);
    }

    [Fact]
    public void Applause_is_as_loud_as_there_are_hands_and_fades_away()
    {
        var (one, ten, hundred) = (LevelOf(1), LevelOf(10), LevelOf(100));
        Assert.InRange(one, 1, 2);
        Assert.True(one < ten && ten < hundred, $"{one}, {ten}, {hundred}");

        // 2^(L/2) − 1 people, within a step of the scale.
        Assert.InRange(hundred, 12, 14);
        Assert.Equal(0, Later(4 * 15).Applause);
    }

    [Fact]
    public void Kinds_of_reactions_are_told_apart()
    {
        _life.Come().React(ReactionKind.Laugh);
        Assert.True(Later(1) is { Applause: 0, Laugh: > 0, Gasp: 0, Bravo: 0, Size: 500 });
        _life.Come().React(ReactionKind.Gasp);
        _life.Come().React(ReactionKind.Bravo);
        Assert.True(Later(1) is { Applause: 0, Laugh: > 0, Gasp: > 0, Bravo: > 0 });
    }

    [Fact]
    public void One_alone_cannot_be_a_crowd()
    {
        var guest = _life.Come();
        for (var i = 0; i < 1000; i++)
        {
            guest.React(ReactionKind.Applause);
        }

        Assert.InRange(Later(1).Applause, (byte)1, (byte)4);
        Assert.Equal(1000 - HouseGuest.ReactionsAtOnce, guest.Dropped);
    }

    [Fact]
    public void Who_goes_on_once_a_second_is_heard_all_the_time()
    {
        var guest = _life.Come();
        for (var second = 0; second < 30; second++)
        {
            guest.React(ReactionKind.Applause);
            Assert.True(Later(1).Applause > 0);
            Later(3);
        }

        Assert.Equal(0, guest.Dropped);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void What_is_no_reaction_is_counted_and_dropped(int kind)
    {
        var guest = _life.Come();
        guest.React((ReactionKind)kind);
        Assert.Equal(1, guest.Dropped);
        Assert.Equal(0, Later(1).Size);
    }

    [Fact]
    public void The_mood_is_looked_at_four_times_a_second_and_no_more_often()
    {
        var quiet = _life.Mood;
        _life.Come().React(ReactionKind.Applause);
        _life.TakeStock(1);
        Assert.Same(quiet, _life.Mood);
        Assert.NotSame(quiet, Later(1));
    }

    [Fact]
    public void A_house_whose_reactions_are_off_is_silent_says_so_and_starts_anew()
    {
        var guest = _life.Come();
        guest.React(ReactionKind.Applause);
        _life.AreReactionsOff = true;
        guest.React(ReactionKind.Applause);
        Assert.Equal(new HouseMood(0, 0, 0, 0, 0, true), Later(1));
        _life.AreReactionsOff = false;
        Assert.Equal(new HouseMood(0, 0, 0, 0, 0, false), Later(1));
    }

    [Fact]
    public void Seats_are_told_once_a_second_and_only_when_they_changed()
    {
        var guest = _life.Come();
        guest.Sit(new SeatWish(1, 2));
        Assert.Empty(_life.Seats);
        Later(4);
        var seats = _life.Seats;
        Assert.Equal([0b10], seats);
        Later(10);
        Assert.Same(seats, _life.Seats);

        guest.Sit(new SeatWish(2, 1));
        Later(4);
        Assert.Equal([0, 0, 0, 1], _life.Seats);
        guest.Dispose();
        Later(4);
        Assert.Empty(_life.Seats);
    }

    [Fact]
    public void A_seat_that_is_taken_is_not_given_away_and_who_asks_keeps_theirs()
    {
        var (ann, ben) = (_life.Come(), _life.Come());
        ann.Sit(new SeatWish(1, 1));
        ben.Sit(new SeatWish(1, 2));
        Later(4);
        ben.Sit(new SeatWish(1, 1));
        Later(4);
        Assert.Equal([0b11], _life.Seats);
        ann.Sit(new SeatWish(0, 0));
        Later(4);
        Assert.Equal([0b10], _life.Seats);
    }

    [Theory]
    [InlineData(SeatRows.Rows + 1, 1)]
    [InlineData(1, 0)]
    [InlineData(1, SeatRows.SeatsInRow + 1)]
    [InlineData(255, 255)]
    public void A_seat_that_is_not_there_is_counted_and_dropped(byte row, byte number)
    {
        var guest = _life.Come();
        guest.Sit(new SeatWish(row, number));
        Assert.Equal(1, guest.Dropped);
        Later(4);
        Assert.Empty(_life.Seats);
    }

    [Fact]
    public void Who_hops_from_seat_to_seat_is_not_followed()
    {
        var guest = _life.Come();
        for (byte number = 1; number <= SeatRows.SeatsInRow; number++)
        {
            guest.Sit(new SeatWish(1, number));
        }

        Assert.Equal(SeatRows.SeatsInRow - 1, guest.Dropped);
        Later(4);
        Assert.Equal([1], _life.Seats);
    }

    [Fact]
    public void The_last_seat_is_the_last_bit()
    {
        _life.Come().Sit(new SeatWish(SeatRows.Rows, SeatRows.SeatsInRow));
        Later(4);
        Assert.Equal((SeatRows.Bytes, 0b1000_0000), (_life.Seats.Length, _life.Seats[^1]));
    }

    private HouseMood Later(int quarters)
    {
        for (; quarters > 0; quarters--)
        {
            _time.Advance(TimeSpan.FromMilliseconds(250));
            _life.TakeStock(500);
        }

        return _life.Mood;
    }

    private byte LevelOf(int people)
    {
        Later(4 * 20);
        var guests = Enumerable.Range(0, people).Select(_ => _life.Come()).ToList();
        for (var second = 0; second < 4; second++)
        {
            guests.ForEach(guest => guest.React(ReactionKind.Applause));
            Later(4);
        }

        return Later(0).Applause;
    }
}
