using System.Diagnostics;

namespace VirtualStage.Load.Go;

/// <summary>
/// When the director's hub received a command: SignalR itself says so, at the moment at which it has a message whole and
/// before it calls the hub.
/// </summary>
internal sealed class HubReceipts : IDisposable
{
    private readonly ActivityListener _listener;
    private long _last;

    public HubReceipts()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore.SignalR.Server",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStarted = activity =>
            {
                if (activity.DisplayName.EndsWith("/Send", StringComparison.Ordinal))
                {
                    Interlocked.Exchange(ref _last, Stopwatch.GetTimestamp());
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The clock when the last command came.</summary>
    public long Last => Interlocked.Read(ref _last);

    public void Dispose() => _listener.Dispose();
}
