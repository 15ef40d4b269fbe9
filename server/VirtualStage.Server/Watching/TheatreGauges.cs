using System.Diagnostics.Metrics;
using VirtualStage.Contracts.Company;
using VirtualStage.House;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Osc;
using VirtualStage.Server.Performers;
using VirtualStage.Server.Recordings;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Watching;

/// <summary>What can be looked up at any time, and is only when somebody asks: who is here, what is on, what is left.</summary>
internal sealed class TheatreGauges(
    Stages stages, OpenPages pages, PerformersOnStages performers, RecordingSigns signs, TheatreLoop loop, TheatreOptions options, IServiceProvider services)
    : IHostedService, IDisposable
{
    private readonly Meter _meter = new(TheatreMeter.Name);
    private readonly DriveInfo _disk = new(Path.GetFullPath(options.DataFolder));
    private readonly OscCounters _osc = services.GetService<OscCounters>() ?? new OscCounters();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Gauge("virtualstage.loop.silence", "s", "Time since the loop's last turn ended.", () => loop.SinceLastTurn.TotalSeconds);
        EachStage("virtualstage.actors", "{actor}", "Actors on the stage, persons and bots.", Actors);
        EachStage("virtualstage.spectators", "{spectator}", "Who watches.", stage => [Of(stage, stage.Spectators)]);
        EachStage("virtualstage.house.waiting", "{spectator}", "Who waits in the queue before a full house.", stage => [Of(stage, stage.Places.Waiting)]);
        EachStage("virtualstage.performers", "{performer}", "Performers whose camera is connected.", stage => [Of(stage, performers.CountOf(stage.Id))]);
        _meter.CreateObservableGauge("virtualstage.pages", Pages, "{page}", "Connected pages of the console and of the company.");
        _meter.CreateObservableGauge("virtualstage.recordings", Recordings, "{recording}", "Recordings that are made, and that fail.");
        Gauge("virtualstage.disk.free", "By", "Room on the data folder's disk.", FreeBytes);
        Gauge("virtualstage.disk.reserve", "By", "Room that recordings leave free on it.", () => options.RecordingReserve);
        _meter.CreateObservableCounter("virtualstage.osc.packets", () => _osc.Packets, "{packet}", "Packets and frames of OSC controllers.");
        _meter.CreateObservableCounter("virtualstage.osc.messages", OscMessages, "{message}", "Messages of OSC controllers, by outcome.");
        TheatreMeter.Begin();
        HouseMeter.Begin();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _meter.Dispose();

    private static Measurement<int> Of(StageHost stage, int count) => new(count, Performance(stage));

    private static KeyValuePair<string, object?> Performance(StageHost stage) => new("performance", stage.Id);

    private static Measurement<int>[] Actors(StageHost stage)
    {
        var (persons, bots) = stage.Crew;
        return [new(persons, Performance(stage), new("kind", "person")), new(bots, Performance(stage), new("kind", "bot"))];
    }

    private void Gauge(string name, string unit, string description, Func<double> look) =>
        _meter.CreateObservableGauge(name, look, unit, description);

    private void EachStage(string name, string unit, string description, Func<StageHost, Measurement<int>[]> look) =>
        _meter.CreateObservableGauge(name, () => stages.All.SelectMany(look), unit, description);

    private Measurement<int>[] Pages()
    {
        var (consoles, others) = pages.Count;
        return [new(consoles, new KeyValuePair<string, object?>("kind", "console")), new(others, new KeyValuePair<string, object?>("kind", "company"))];
    }

    private Measurement<int>[] Recordings() =>
    [
        new(signs.CountOf(RecordingState.On), new KeyValuePair<string, object?>("state", "on")),
        new(signs.CountOf(RecordingState.Failing), new KeyValuePair<string, object?>("state", "failing")),
    ];

    /// <summary>A disk that is gone has no room.</summary>
    private double FreeBytes()
    {
        try
        {
            return _disk.AvailableFreeSpace;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private Measurement<long>[] OscMessages() =>
    [
        Outcome("accepted", _osc.Accepted),
        Outcome("refused", _osc.Refused),
        Outcome("malformed", _osc.Malformed),
        Outcome("stranger", _osc.Strangers),
        Outcome("dropped", _osc.Dropped),
    ];

    private static Measurement<long> Outcome(string outcome, long count) => new(count, new KeyValuePair<string, object?>("outcome", outcome));
}
