using System.Diagnostics.Metrics;
using VirtualStage.Server.Watching;

namespace VirtualStage.Load.Stage;

/// <summary>Listens to the theatre's own meter: how long turns of its loop take, and what they allocate.</summary>
internal sealed class TurnTimes : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly double[] _ms = new double[1 << 16];
    private readonly double[] _tickMs = new double[1 << 16];
    private long _allocated;
    private int _ticks;
    private long _first;
    private int _count;

    public TurnTimes()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == TheatreMeter.Name && instrument.Name is TheatreMeter.TurnName or TheatreMeter.TickName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, seconds, _, _) =>
        {
            var ms = 1000 * seconds;
            if (instrument.Name == TheatreMeter.TurnName)
            {
                Take(ms);
            }
            else if (_ticks < _tickMs.Length)
            {
                _tickMs[_ticks++] = ms;
            }
        });
        _listener.Start();
    }

    /// <summary>Bytes that the loop's thread allocated a turn.</summary>
    public double AllocatedATurn => Math.Round((_allocated - _first) / (double)Math.Max(1, _count - 1), 1);

    public Percentiles Ms => Percentiles.Of(_ms[..Math.Min(_count, _ms.Length)]);

    /// <summary>Of a turn, what the stage takes: its tick, and what is written for everybody.</summary>
    public Percentiles TickMs => Percentiles.Of(_tickMs[..Math.Min(_ticks, _tickMs.Length)]);

    public void Restart() => (_count, _ticks) = (0, 0);

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
