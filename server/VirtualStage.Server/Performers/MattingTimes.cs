using System.Diagnostics;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.Performers;

/// <summary>
/// How long one camera's pictures take: of the last ones that were handed over, when that was. A page chooses the numbers, so
/// one that comes twice, or never came, is no reason for a wrong time. Handed over and come back on a thread each.
/// </summary>
internal sealed class MattingTimes
{
    /// <summary>More are never on their way: of a camera's pictures the newest waits, and no older one.</summary>
    private const int Kept = 16;

    private readonly (long Began, uint Number)[] _begun = new (long, uint)[Kept];
    private readonly Lock _gate = new();

    /// <summary>A picture is handed to the matting.</summary>
    public void Begin(uint number)
    {
        TheatreMeter.CameraFrames.Add(1);
        lock (_gate)
        {
            _begun[number % Kept] = (Stopwatch.GetTimestamp(), number);
        }
    }

    /// <summary>It came back cut out.</summary>
    public void End(uint number)
    {
        TheatreMeter.MattedPictures.Add(1);
        long began;
        lock (_gate)
        {
            ref var begun = ref _begun[number % Kept];
            began = begun.Number == number ? begun.Began : 0;
            begun = default;
        }

        if (began != 0)
        {
            TheatreMeter.Matting.Record(TheatreMeter.Since(began));
        }
    }
}
