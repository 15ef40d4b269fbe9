using System.Diagnostics;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.StageDoor;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.Stage;

/// <summary>The one loop of this server: what actors sent, all stages' ticks, what they are sent. 30 times a second.</summary>
internal sealed class TheatreLoop(Stages stages, UdpDoor udp, SocketDoor sockets, TheatreOptions options, IHostApplicationLifetime lifetime, ILogger<TheatreLoop> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan _period = TimeSpan.FromSeconds(1.0 / 30);

    private readonly CancellationTokenSource _stop = new();
    private Thread? _thread;
    private bool _isDisposed;
    private long _turned;
    private long _turnedLast = Stopwatch.GetTimestamp();

    /// <summary>How long ago the loop's last turn ended. From any thread.</summary>
    public TimeSpan SinceLastTurn => Stopwatch.GetElapsedTime(Volatile.Read(ref _turnedLast));

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Everybody is let go before the web server waits for connections to end by themselves.
        lifetime.ApplicationStopping.Register(_stop.Cancel);
        _thread = new Thread(Run) { Name = "theatre", IsBackground = true, Priority = ThreadPriority.AboveNormal };
        _thread.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        End();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        // By each of the two names that it goes by.
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        // A start that fails halfway disposes without stopping: the loop must not go on among what is disposed.
        End();
        _stop.Dispose();
    }

    private void End()
    {
        _stop.Cancel();
        _thread?.Join(TimeSpan.FromSeconds(2));
    }

    private void Run()
    {
        WaitHandle[] wakers = [_stop.Token.WaitHandle, stages.Wake];
        var next = Stopwatch.GetTimestamp();
        _turned = next;
        while (!_stop.IsCancellationRequested)
        {
            Turn();
            next += (long)(_period.TotalSeconds * Stopwatch.Frequency);
            while (Until(next) is var wait && wait > TimeSpan.Zero && WaitHandle.WaitAny(wakers, wait) == 1)
            {
                // A cue that was called goes out at once; the world's ticks keep their time.
                Turn();
            }

            if (Until(next) < -10 * _period)
            {
                // The machine slept or was overloaded: turns that were missed are not made up for.
                next = Stopwatch.GetTimestamp();
            }
        }

        Close();
    }

    private static TimeSpan Until(long timestamp) =>
        TimeSpan.FromSeconds((double)(timestamp - Stopwatch.GetTimestamp()) / Stopwatch.Frequency);

    private void Turn()
    {
        var start = Stopwatch.GetTimestamp();
        Try("The stage door", udp.Receive);
        Try("The stage door of browsers", sockets.Receive);
        foreach (var stage in stages.All)
        {
            var begin = Stopwatch.GetTimestamp();
            Try(stage.Id, stage.Advance);
            TheatreMeter.Tick.Record(TheatreMeter.Since(begin));
        }

        while (stages.TakeLowered() is { } lowered)
        {
            Try(lowered.Id, lowered.End);
            lowered.Dispose();
        }

        Try("The stage door", SendDatagrams);
        TheatreMeter.Turn.Record(TheatreMeter.Since(start));
        Volatile.Write(ref _turnedLast, Stopwatch.GetTimestamp());
    }

    private void SendDatagrams()
    {
        var now = Stopwatch.GetTimestamp();
        udp.Send((float)Stopwatch.GetElapsedTime(_turned, now).TotalMilliseconds);
        _turned = now;
    }

    /// <summary>What fails in one part must not stop the others, nor itself for longer than a turn.</summary>
    private void Try(string part, Action turn)
    {
        try
        {
            turn();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "{Part} failed in a turn of the theatre's loop", part);
        }
    }

    private void Close()
    {
        foreach (var stage in stages.All)
        {
            if (options.Cluster is null)
            {
                stage.DismissAll("the theatre closes");
            }
            else
            {
                // The show goes on on another server: who is on the stage comes after it.
                stage.End();
            }
        }

        udp.Send(0);
        udp.Dispose();
    }
}
