using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using VirtualStage.Contracts.Console;
using VirtualStage.House;
using VirtualStage.Server.Watching;
using VirtualStage.Testing;

namespace VirtualStage.Server.Tests.Watching;

/// <summary>Alone, since others listen to the same meter.</summary>
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
[Collection(nameof(AllocationTests))]
public sealed class AllocationTests
{
    [Fact]
    public void To_count_and_time_costs_no_memory_while_the_metrics_are_exported()
    {
        using var exporting = Sdk.CreateMeterProviderBuilder().AddMeter(TheatreMeter.Name, HouseMeter.Name).AddPrometheusExporter().Build();
        var (go, advance) = (new Go("LX 4"), new Advance("1"));

        Assert.Equal(0, Allocations.Of(() => Count(100_000)));

        void Count(int turns)
        {
            for (var turn = 0; turn < turns; turn++)
            {
                var began = Stopwatch.GetTimestamp();
                TheatreMeter.Tick.Record(TheatreMeter.Since(began));
                TheatreMeter.Turn.Record(TheatreMeter.Since(began));
                TheatreMeter.Snapshots.Add(20);
                TheatreMeter.SnapshotBytes.Add(8000);
                TheatreMeter.Append.Record(TheatreMeter.Since(began));
                TheatreMeter.JournalEvents.Add(2);
                TheatreMeter.CountCommand(go, isAccepted: true, began);
                TheatreMeter.CountCommand(advance, isAccepted: false, began);
                TheatreMeter.CountConflict();
                TheatreMeter.RecordedBytes.Add(5000);
                HouseMeter.Frames.Add(1);
                HouseMeter.FrameBytes.Add(600);
                HouseMeter.FramesSkipped.Add(1);
                HouseMeter.VoicesDropped.Add(1);
            }
        }
    }

    [Fact]
    public void What_is_not_traced_costs_nothing_either()
    {
        var go = new Go("LX 4");

        Assert.Equal(0, Allocations.Of(() => Trace(100_000)));

        void Trace(int turns)
        {
            for (var turn = 0; turn < turns; turn++)
            {
                using var arrival = TheatreTraces.Arrival("hamlet-1", go);
                using var judgement = TheatreTraces.Judgement("hamlet-1", go);
                using var part = TheatreTraces.Part("journal append");
                using var outcome = TheatreTraces.Outcome("stage", default);
            }
        }
    }
}
