using System.Collections.Concurrent;
using System.Threading.Channels;
using VirtualStage.Contracts.Performers;
using VirtualStage.Matting;
using BodyBox = VirtualStage.Contracts.Performers.BodyBox;

namespace VirtualStage.Server.Performers.Video;

/// <summary>
/// One performer's video: an encoder's process that runs while somebody wants it. When it dies or hangs there is no video for
/// a while, and that is said; the pictures go on by themselves. When it is behind, pictures are left out of the video.
/// </summary>
internal sealed class VideoEncoder : IDisposable
{
    /// <summary>Who wants a video says so once a second.</summary>
    private static readonly TimeSpan _lease = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(30);

    /// <summary>One picture is written while one waits.</summary>
    private const int Rooms = 2;

    private readonly Func<IPipedProcess> _start;
    private readonly TimeProvider _time;
    private readonly Action<byte[]> _reply;
    private readonly StackedPicture[] _rooms = [.. Enumerable.Range(0, Rooms).Select(_ => new StackedPicture())];
    private readonly ConcurrentBag<StackedPicture> _free;
    private readonly Channel<VideoInput> _ready = Channel.CreateBounded<VideoInput>(Rooms);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;
    private long _wantedUntil;
    private uint _units;
    private volatile bool _pauses;
    private volatile bool _isKnownToRun;

    /// <param name="start">Starts an encoder; throws InvalidDataException with the reason where it cannot.</param>
    /// <param name="reply">Sends one of <see cref="VideoMessages"/>. Any thread.</param>
    public VideoEncoder(Func<IPipedProcess> start, TimeProvider time, Action<byte[]> reply)
    {
        (_start, _time, _reply) = (start, time, reply);
        _free = [.. _rooms];
        _running = Task.Run(Run);
    }

    private bool IsWanted => _time.GetTimestamp() < Volatile.Read(ref _wantedUntil);

    /// <summary>Somebody wants a video, for some seconds from now on. Any thread.</summary>
    public void Want() => Volatile.Write(ref _wantedUntil, _time.GetTimestamp() + (long)(_lease.TotalSeconds * _time.TimestampFrequency));

    /// <summary>Room for the next picture; null when it is not wanted, or there is no time for it. It goes back with <see cref="Encode"/>.</summary>
    public StackedPicture? Room() => IsWanted && !_pauses && _free.TryTake(out var room) ? room : null;

    /// <summary>Takes a picture in its room.</summary>
    /// <param name="timeMs">Performance time at which the camera took it.</param>
    /// <param name="body">Where the performer is in it.</param>
    public void Encode(StackedPicture room, long timeMs, BodyBox body) => _ready.Writer.TryWrite(new VideoInput(room, timeMs, body));

    public void Dispose()
    {
        _end.Cancel();
        _running.GetAwaiter().GetResult();
        foreach (var room in _rooms)
        {
            room.Dispose();
        }

        _end.Dispose();
    }

    private async Task Run()
    {
        var pause = _firstPause;
        try
        {
            while (await _ready.Reader.WaitToReadAsync(_end.Token))
            {
                var began = _time.GetTimestamp();
                if (await Serve() is not { } trouble)
                {
                    continue;
                }

                _pauses = true;
                _reply(VideoMessages.Words(trouble));
                pause = _time.GetElapsedTime(began) > _longestPause ? _firstPause : pause;
                await Task.Delay(pause, _time, _end.Token);
                pause = pause * 2 > _longestPause ? _longestPause : pause * 2;
                while (_ready.Reader.TryRead(out var old))
                {
                    _free.Add(old.Picture);
                }

                _pauses = false;
            }
        }
        catch (OperationCanceledException)
        {
            // The performer is gone.
        }
    }

    /// <summary>Runs one encoder; null when it was ended, and why when it failed.</summary>
    private async Task<string?> Serve()
    {
        _isKnownToRun = false;
        try
        {
            using var process = _start();
            await new EncoderSession(process, _time, _ready.Reader, input => _free.Add(input.Picture), Take).Run(() => IsWanted, _end.Token);
            return null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return e.Message;
        }
    }

    private void Take(VideoGiven given, AccessUnit unit)
    {
        _reply(VideoMessages.Unit(new PerformerVideo(given.TimeMs, given.Width, given.Height, given.Body, ++_units, unit.IsKey, unit.Bytes)));
        if (!_isKnownToRun)
        {
            _isKnownToRun = true;
            _reply(VideoMessages.Words(""));
        }
    }
}
