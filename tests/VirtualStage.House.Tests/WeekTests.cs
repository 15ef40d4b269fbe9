using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Performers;
using VirtualStage.Contracts.Wire;
using VirtualStage.Stage.Effects;

namespace VirtualStage.House.Tests;

/// <summary>
/// A performance is looped for a long time while spectators come and go, attentive ones, slow ones and such that only look in:
/// memory does not grow, neither the managed heap nor the process. Alone, since what others take meanwhile would count.
/// `make soak` (VIRTUALSTAGE_HOUSE_MINUTES=10080) plays a week.
/// </summary>
[CollectionDefinition(nameof(WeekTests), DisableParallelization = true)]
[Collection(nameof(WeekTests))]
public sealed class WeekTests
{
    private const int TicksASecond = 30;
    private const int Seats = 40;

    /// <summary>Until everything is compiled, sized and warm.</summary>
    private const int FirstMinutes = 5;
    private const int UsualMinutes = 20;

    private static readonly ReadOnlySequence<byte> _picture = new(MessagePackSerializer.Serialize(
        new PerformerPicture(1, 8, 8, new BodyBox(0, 0, 8, 8), new byte[400], new byte[100]), ContractResolver.Options));

    private readonly Show _show = new(actors: 8);
    private readonly VoiceTrack _voices = new();
    private readonly PictureTrack _pictures = new();
    private readonly Queue<Guest> _guests = new();
    private readonly Random _random = new(7);
    private readonly byte[] _voice = MessagePackSerializer.Serialize(new VoiceHeard(1, 1, 1, VoiceChannel.Stage, new byte[70]), ContractResolver.Options);
    private long _came;
    private uint _said;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_long_it_is_played_and_whoever_comes_and_goes_memory_does_not_grow()
    {
        var minutes = int.TryParse(Environment.GetEnvironmentVariable("VIRTUALSTAGE_HOUSE_MINUTES"), out var asked) ? asked : UsualMinutes;
        var attentive = _voices.Listen(isGuest: true);
        await Play(attentive, FirstMinutes);
        var (process, heap, came) = (WorkingSet(), GC.GetTotalMemory(forceFullCollection: true), _came);
        await Play(attentive, minutes);
        var (heapGrown, processGrown) = (GC.GetTotalMemory(forceFullCollection: true) - heap, WorkingSet() - process);
        TestContext.Current.TestOutputHelper!.WriteLine(JsonSerializer.Serialize(new
        {
            house = "week",
            minutes,
            spectators = _came - came,
            heapGrownKB = heapGrown / 1000,
            processGrownKB = processGrown / 1000,
            processMB = WorkingSet() / 1_000_000,
        }));

        Assert.InRange(_came - came, minutes * 60L, long.MaxValue);
        // Each of those who came and were not let go of would have kilobytes: 100 MB in an hour.
        Assert.InRange(heapGrown, long.MinValue, 2_000_000);
        Assert.InRange(processGrown, long.MinValue, 60_000_000);
    }

    /// <summary>Plays minutes of the performance, as fast as the house can: each second of it is over when it was heard.</summary>
    private async Task Play(VoiceListener attentive, int minutes)
    {
        for (var second = 0; second < minutes * 60; second++)
        {
            ComeAndGo();
            _show.World.Apply(new LightEffect("LX 1", "dark", _show.World.TimeMs, 500));
            for (var tick = 0; tick < TicksASecond; tick++)
            {
                _ = second % 3 == 2 ? _show.Rest(1) : _show.Move(1);
                Say(toGuests: second % 7 != 0);
                _pictures.Show("ghost", _picture, isOn: second % 5 != 0);
            }

            var last = Say(toGuests: true);
            for (var heard = 0u; heard < last;)
            {
                Assert.True(await attentive.WaitAsync().AsTask().WaitAsync(Cancel));
                while (attentive.TryTake(out var voices))
                {
                    attentive.Acknowledge(heard = voices.Number);
                }
            }
        }
    }

    /// <returns>How many messages there were.</returns>
    private uint Say(bool toGuests)
    {
        _voices.Add(_voice);
        _voices.Publish(toGuests);
        return ++_said;
    }

    private void ComeAndGo()
    {
        for (var i = 0; i < 1 + _random.Next(3); i++)
        {
            _came++;
            _guests.Enqueue(new Guest(_show.Track, _voices, _pictures, (Manner)_random.Next(3)));
            if (_guests.Count > Seats)
            {
                _guests.Dequeue().Leave();
            }
        }
    }

    private static long WorkingSet()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    private enum Manner
    {
        /// <summary>Takes in everything.</summary>
        Attentive,

        /// <summary>Takes in nothing.</summary>
        Absent,

        /// <summary>Has half of the frames.</summary>
        Sparing,
    }

    /// <summary>Somebody in the house, with sound and pictures.</summary>
    private sealed class Guest : ISpectatorLine
    {
        private readonly VoiceTrack _voices;
        private readonly PictureTrack _pictures;
        private readonly Spectator? _seat;
        private readonly VoiceListener _ear;
        private readonly PictureViewer _eye;
        private readonly bool _isAbsent;

        public Guest(HouseTrack track, VoiceTrack voices, PictureTrack pictures, Manner manner)
        {
            (_voices, _pictures) = (voices, pictures);
            _isAbsent = manner == Manner.Absent;
            _seat = track.Frames.Follow(this, manner == Manner.Sparing ? HouseWish.Half : HouseWish.Full);
            _ear = voices.Listen(isGuest: true);
            _eye = pictures.Look(isOperator: false, takesVideo: false);
            if (manner == Manner.Attentive)
            {
                _ = Hear();
                _ = Look();
            }
        }

        public ValueTask SendAsync(EncodedFrame frame)
        {
            if (!_isAbsent)
            {
                // The first frame may come before the seat is known here: it is acknowledged with the next.
                _seat?.Acknowledge(frame.Number);
            }

            return ValueTask.CompletedTask;
        }

        public void Leave()
        {
            _seat!.Leave();
            _voices.Leave(_ear);
            _pictures.Leave(_eye);
        }

        private async Task Hear()
        {
            while (await _ear.WaitAsync())
            {
                while (_ear.TryTake(out var heard))
                {
                    _ear.Acknowledge(heard.Number);
                }
            }
        }

        private async Task Look()
        {
            while (await _eye.NextAsync(CancellationToken.None) is { } seen)
            {
                _eye.Acknowledge(seen.Number);
            }
        }
    }
}
