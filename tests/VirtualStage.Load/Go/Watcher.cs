using System.Collections.Concurrent;
using System.Diagnostics;

namespace VirtualStage.Load.Go;

/// <summary>Somebody who waits to see a cue's effect.</summary>
internal sealed class Watcher(string from)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<int, TaskCompletionSource<Sight>> _sights = new();
    private volatile string? _end;

    /// <summary>Where the watcher watches from.</summary>
    public string From => from;

    /// <summary>The effect of a cue came, as the message with it was read.</summary>
    public void Sees(int cue, long stampMs) => Of(cue).TrySetResult(new Sight(Stopwatch.GetTimestamp(), stampMs));

    /// <summary>When a cue was seen.</summary>
    /// <exception cref="TimeoutException">It never was.</exception>
    public async Task<Sight> Seen(int cue)
    {
        try
        {
            return await Of(cue).Task.WaitAsync(_patience);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{ManyCues.Number(cue)} was never seen from the {from}: {_end ?? "nothing came"}", e);
        }
    }

    /// <summary>The watcher sees no more.</summary>
    public void Ends(string why) => _end = why;

    private TaskCompletionSource<Sight> Of(int cue) =>
        _sights.GetOrAdd(cue, _ => new TaskCompletionSource<Sight>(TaskCreationOptions.RunContinuationsAsynchronously));
}

/// <summary>A cue's effect as a client saw it.</summary>
/// <param name="At">The clock when it was seen.</param>
/// <param name="StampMs">Performance time at which the effect starts; 0 where the client is not told.</param>
internal readonly record struct Sight(long At, long StampMs);
