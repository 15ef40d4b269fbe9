using System.Diagnostics.Metrics;

namespace VirtualStage.Server.Tests.Watching;

/// <summary>What is counted and timed on the test's own thread: there is one meter in a process, and other tests count too.</summary>
internal sealed class Heard : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly List<(string Name, string? Tag, double Value)> _all = [];

    public Heard(string meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == meter)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, tags, _) => Note(instrument, count, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, seconds, tags, _) => Note(instrument, seconds, tags));
        _listener.Start();
    }

    /// <summary>Values of an instrument, in order.</summary>
    public IEnumerable<double> Of(string name, string? tag = null) => _all.Where(heard => heard.Name == name && heard.Tag == tag).Select(heard => heard.Value);

    public void Dispose() => _listener.Dispose();

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Environment.CurrentManagedThreadId == _thread)
        {
            _all.Add((instrument.Name, tags.Length == 0 ? null : (string?)tags[0].Value, value));
        }
    }
}
