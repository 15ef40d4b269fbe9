using System.Collections.Concurrent;
using System.Threading.Channels;
using VirtualStage.Matting;
using VirtualStage.Server.Performers.Worker;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.Performers;

/// <summary>
/// Keeps the matting process running while performers are here: native code that dies, or hangs, costs their pictures for
/// some seconds, and never the show.
/// </summary>
internal sealed class MattingHost(Func<IPipedProcess> start, TimeProvider time, ILogger<MattingHost> log) : BackgroundService
{
    /// <summary>A process that answers nothing for so long, with something to answer, hangs.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    /// <summary>On a busy machine the networks take a while to load.</summary>
    private static readonly TimeSpan _startPatience = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<int, IMattingListener> _performers = new();
    private readonly SemaphoreSlim _wanted = new(0, 1);

    // Full only while the process does not read: then what comes is left out.
    private readonly Channel<PipeMessage> _outgoing = Channel.CreateBounded<PipeMessage>(
        new BoundedChannelOptions(32) { SingleReader = true });

    private int _lastNumber;
    private long _heardAt;
    private int _unanswered;
    private volatile bool _isReady;

    /// <summary>Why nobody can be cut out here; null when they can, or nobody has tried yet.</summary>
    public string? Trouble { get; private set; }

    /// <summary>A new performer.</summary>
    /// <returns>Their number.</returns>
    public int Add(IMattingListener listener)
    {
        var number = Interlocked.Increment(ref _lastNumber);
        _performers[number] = listener;
        Wake();
        return number;
    }

    /// <summary>A performer is gone.</summary>
    public void Remove(int number)
    {
        if (_performers.TryRemove(number, out _))
        {
            _outgoing.Writer.TryWrite(PipeMessage.Of(number, []));
        }
    }

    /// <summary>Hands over a copy of what a performer sent; false when the matting takes nothing now.</summary>
    /// <param name="isAnswered">Whether the process answers to it.</param>
    public bool Send(int performer, ReadOnlySpan<byte> message, bool isAnswered = true)
    {
        var copy = PipeMessage.Of(performer, message);
        if (!_outgoing.Writer.TryWrite(copy))
        {
            copy.GiveBack();
            return false;
        }

        if (isAnswered && Interlocked.Increment(ref _unanswered) == 1)
        {
            Volatile.Write(ref _heardAt, time.GetTimestamp());
        }

        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = _firstPause;
        while (true)
        {
            await _wanted.WaitAsync(stoppingToken);
            if (_performers.IsEmpty)
            {
                continue;
            }

            var began = time.GetTimestamp();
            try
            {
                await Serve(stoppingToken);
            }
            catch (Exception e) when (e is IOException or InvalidDataException or MattingUnavailableException or System.ComponentModel.Win32Exception)
            {
                Trouble = e.Message;
                log.LogWarning("The matting stopped: {Reason}", e.Message);
            }

            // What was for this process means nothing to the next one.
            while (_outgoing.Reader.TryRead(out var message))
            {
                message.GiveBack();
            }

            foreach (var performer in _performers.Values)
            {
                performer.Lost(Trouble ?? "the matting starts anew");
            }

            pause = time.GetElapsedTime(began) > _longestPause ? _firstPause : pause;
            if (!_performers.IsEmpty)
            {
                await Task.Delay(pause, time, stoppingToken);
                pause = pause * 2 > _longestPause ? _longestPause : pause * 2;
                Wake();
            }
        }
    }

    /// <summary>Runs one process until it ends, hangs, or nobody needs it.</summary>
    private async Task Serve(CancellationToken stopping)
    {
        using var process = start();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Interlocked.Exchange(ref _unanswered, 0);
        _isReady = false;
        TheatreMeter.MattingStarts.Add(1);
        log.LogInformation("The matting runs as process {Process}", process.Id);
        var reading = Read(process, end.Token);
        var writing = Write(process, end.Token);
        var watching = Watch(end.Token);
        try
        {
            await await Task.WhenAny(reading, writing, watching);
        }
        finally
        {
            await end.CancelAsync();
            process.Kill();
            await Task.WhenAll(reading, writing, watching).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Write(IPipedProcess process, CancellationToken cancel)
    {
        await foreach (var message in _outgoing.Reader.ReadAllAsync(cancel))
        {
            await PipeFrames.Write(process.Input, message.Performer, message.Bytes, cancel);
            message.GiveBack();
        }
    }

    private async Task Read(IPipedProcess process, CancellationToken cancel)
    {
        while (await PipeFrames.Read(process.Output, cancel) is { } message)
        {
            Trouble = null;
            _isReady = true;
            Interlocked.Exchange(ref _unanswered, 0);
            if (_performers.TryGetValue(message.Performer, out var performer))
            {
                performer.Heard(message.Bytes);
            }

            message.GiveBack();
        }

        throw new MattingUnavailableException(await process.LastWords(cancel));
    }

    private async Task Watch(CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancel);
            if (_performers.IsEmpty)
            {
                return;
            }

            if (Volatile.Read(ref _unanswered) > 0 && time.GetElapsedTime(Volatile.Read(ref _heardAt)) > (_isReady ? _patience : _startPatience))
            {
                throw new MattingUnavailableException("the matting answered nothing for too long");
            }
        }
    }

    private void Wake()
    {
        try
        {
            _wanted.Release();
        }
        catch (SemaphoreFullException)
        {
            // It was woken already.
        }
    }
}
