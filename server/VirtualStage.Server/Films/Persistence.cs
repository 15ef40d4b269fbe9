namespace VirtualStage.Server.Films;

/// <summary>Pauses between tries: the longer it fails, the longer they are; after a while without trouble they are short again.</summary>
internal sealed class Persistence(TimeProvider time)
{
    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);

    private TimeSpan _next = _shortest;
    private long _triedAt = time.GetTimestamp();

    /// <summary>It failed again: waits until the next try.</summary>
    public async Task Pause(CancellationToken cancel)
    {
        _next = time.GetElapsedTime(_triedAt) > _longest * 2 ? _shortest : _next;
        var pause = _next;
        _next = _next * 2 > _longest ? _longest : _next * 2;
        await Task.Delay(pause, time, cancel);
        _triedAt = time.GetTimestamp();
    }
}
