using MessagePack;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;
using VirtualStage.Stage.Effects;

namespace VirtualStage.House.Tests;

/// <summary>Who comes late, or comes back, has at once all that those have who were there from the beginning.</summary>
public sealed class LateSpectatorTests
{
    private readonly Show _show = new();
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;
    private int _firstRevision;
    private uint _frames;

    [Theory]
    [InlineData(HouseWish.Full, 0)]
    [InlineData(HouseWish.Full, 7)]
    [InlineData(HouseWish.Full, 13)]
    [InlineData(HouseWish.Half, 0)]
    [InlineData(HouseWish.Half, 8)]
    public async Task Whoever_comes_when_sees_the_same(HouseWish wish, int framesLater)
    {
        var early = new Watcher(_show.Track, wish);
        Happen(1);
        await Drain(early);
        Happen(2);
        _frames += (uint)_show.Move(2 * framesLater);
        var late = new Watcher(_show.Track, wish);
        await Drain(early);
        await Drain(late);
        Assert.Equal(StateOf(early), StateOf(late));

        // And goes on to, whatever happens then.
        Happen(3);
        await Drain(early);
        await Drain(late);
        Assert.Equal(StateOf(early), StateOf(late));
        Assert.Equal(3, late.Scene!.Revision - _firstRevision);
        Assert.Equal([1], late.Seats);
    }

    /// <summary>Half a second, in which the scene, the house's seats and mood and everybody's places change.</summary>
    private void Happen(int time)
    {
        if (time == 1)
        {
            _firstRevision = _show.World.Scene.Revision;
            _show.Track.Life.Come().Sit(new SeatWish(1, 1));
        }

        _show.World.Apply(new ShowEffect(ShowState.HouseOpen + time, _show.World.TimeMs));
        _show.Track.Life.AreReactionsOff = time % 2 == 0;
        _frames += (uint)_show.Move(8);
        _show.Time.Advance(TimeSpan.FromSeconds(2));
        _show.Track.Life.TakeStock(1);
        _frames += (uint)_show.Move(8);
    }

    private Task Drain(Watcher watcher) => watcher.WatchUntilAsync(_frames, acknowledges: true, _stop);

    /// <summary>All that somebody sees, as text: what is the same inside is the same here.</summary>
    private static string StateOf(Watcher watcher) => string.Join('\n', [
        string.Join(' ', watcher.Poses),
        MessagePackSerializer.SerializeToJson(watcher.Scene!, ContractResolver.Options),
        $"{watcher.Mood}",
        Convert.ToHexString(watcher.Seats!),
    ]);
}
