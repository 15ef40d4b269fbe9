using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.House;

namespace VirtualStage.House.Tests;

/// <summary>Alone, since what others do meanwhile would be counted: there is one meter in a process.</summary>
[CollectionDefinition(nameof(HouseMeterTests), DisableParallelization = true)]
[Collection(nameof(HouseMeterTests))]
public sealed class HouseMeterTests : IDisposable
{
    private readonly ConcurrentDictionary<string, long> _counted = new();
    private readonly MeterListener _listener = new();
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    public HouseMeterTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == HouseMeter.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, _, _) => _counted.AddOrUpdate(instrument.Name, count, (_, before) => before + count));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Frames_are_counted_with_their_bytes_and_what_was_passed_over_for_want_of_credit()
    {
        var show = new Show();
        var watcher = new Watcher(show.Track);
        for (var frame = 0; frame < Spectator.Credit; frame++)
        {
            show.Move(2);
            await watcher.WatchAsync(_stop);
        }

        Assert.Equal((10, 0), (Of("virtualstage.house.frames"), Of("virtualstage.house.frames.skipped")));
        Assert.InRange(Of("virtualstage.house.frame.io"), 10, 100_000);
        var waiting = watcher.WatchAsync(_stop);
        show.Move(400);
        watcher.Seat.Acknowledge(10);
        await waiting;
        Assert.Equal(watcher.Seat.Skipped, Of("virtualstage.house.frames.skipped"));
        Assert.InRange(Of("virtualstage.house.frames.skipped"), 150, 210);
    }

    [Fact]
    public async Task Who_wants_half_of_the_frames_misses_none_and_a_recording_is_no_spectator()
    {
        var show = new Show();
        var half = new Watcher(show.Track) { Seat = { Wish = HouseWish.Half } };
        var tape = new Watcher(show.Track, HouseWish.Every);
        for (var frame = 1u; frame <= 60; frame++)
        {
            show.Move(2);
            await tape.WatchUntilAsync(frame, acknowledges: false, _stop);
            half.Seat.Acknowledge(uint.MaxValue);
        }

        await half.WatchUntilAsync(60, acknowledges: false, _stop);
        Assert.InRange(half.Seat.Skipped, 20, 40);
        Assert.Equal(0, Of("virtualstage.house.frames.skipped"));
        Assert.Equal(half.Received + half.Waiting, Of("virtualstage.house.frames"));
    }

    [Fact]
    public void Voices_that_find_no_room_and_those_beyond_the_credit_are_counted()
    {
        var listener = new VoiceListener(isGuest: true);
        for (var number = 1u; number <= VoiceListener.MostWaiting + 2; number++)
        {
            listener.Offer(new EncodedVoices(number, new byte[1], ToGuests: true));
        }

        Assert.Equal(2, Of("virtualstage.house.voices.dropped"));
        for (var number = 10u; number < 10 + VoiceListener.Credit; number++)
        {
            while (listener.TryTake(out _))
            {
                // Never acknowledged.
            }

            listener.Offer(new EncodedVoices(number, new byte[1], ToGuests: true));
        }

        while (listener.TryTake(out _))
        {
            Assert.Fail("nothing is sent beyond the credit");
        }

        Assert.Equal(2 + VoiceListener.MostWaiting, Of("virtualstage.house.voices.dropped"));
    }

    [Fact]
    public void Pictures_that_newer_ones_replace_are_counted()
    {
        var track = new PictureTrack();
        var viewer = track.Look(isOperator: false, takesVideo: false);
        for (var i = 0; i < 5; i++)
        {
            track.Show("ghost", new ReadOnlySequence<byte>(new byte[] { 0xc0 }), isOn: true);
        }

        Assert.Equal((4, 4), (viewer.Skipped, Of("virtualstage.house.pictures.dropped")));
    }

    [Fact]
    public void Lines_of_the_chat_and_refusals_are_counted()
    {
        var chat = new HouseChat(new FakeTimeProvider()) { State = new ChatOpen(true, ChatMode.Open) };
        var ann = chat.Listen("ann", isModerator: false);
        for (var i = 0; i < HouseChat.LinesAtOnce + 2; i++)
        {
            chat.Post(ann, "Ann", "bravo", isOfCompany: false);
        }

        chat.Refuse(ann, "no");
        Assert.Equal((HouseChat.LinesAtOnce, 3), (Of("virtualstage.chat.lines"), Of("virtualstage.chat.refusals")));
    }

    private long Of(string name) => _counted.GetValueOrDefault(name);
}
