using System.Diagnostics.Metrics;
using VirtualStage.Server.Hosting;

namespace VirtualStage.Load.Stage;

/// <summary>Listens to the theatre's own meter: how long turns of its loop take, and what they allocate.</summary>
internal sealed class TurnTimes : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly double[] _ms = new double[1 << 16];
    private long _allocated;
    private long _first;
    private int _count;

    public TurnTimes()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == TheatreMeter.Name && instrument.Name == TheatreMeter.TurnName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, ms, _, _) => Take(ms));
        _listener.Start();
    }

    /// <summary>Bytes that the loop's thread allocated a turn.</summary>
    public double AllocatedATurn => Math.Round((_allocated - _first) / (double)Math.Max(1, _count - 1), 1);

    public Percentiles Ms => Percentiles.Of(_ms[..Math.Min(_count, _ms.Length)]);

    public void Restart() => _count = 0;

    public void Dispose() => _listener.Dispose();

    /// <summary>On the loop's thread, so that what it allocated can be asked for.</summary>
    private void Take(double ms)
    {
        _allocated = GC.GetAllocatedBytesForCurrentThread();
        _first = _count == 0 ? _allocated : _first;
        if (_count < _ms.Length)
        {
            _ms[_count++] = ms;
        }
    }
}
