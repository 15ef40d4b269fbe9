using System.Diagnostics;
using VirtualStage.Contracts.Console;

namespace VirtualStage.Load.Go;

/// <summary>
/// Presses GO at one console and watches from another one, from the stage and from the house. The next press comes when
/// all have seen the last one, and a moment of chance later, so that presses fall anywhere between two ticks.
/// </summary>
internal sealed class GoLatency(LoadedTheatre theatre, int presses)
{
    private const int MostPauseMs = 100;

    private readonly Watcher[] _watchers = [new("console"), new("stage"), new("house")];
    private readonly List<double>[] _seenMs = [[], [], []];
    private readonly List<double> _answeredMs = [];
    private readonly List<double> _appendMs = [];
    private readonly List<double> _flushMs = [];
    private readonly List<double> _leadMs = [];

    public async Task<GoFigures> Measure()
    {
        using var receipts = new HubReceipts();
        using var disk = new JournalDisk(theatre.Data);
        await using var caller = await Director.Open(theatre, theatre.Ticket("p-caller", "call", "cast"));
        await caller.Do(new CastRole(ManyCues.Role, "p-watcher"));
        await caller.Do(new OpenHouse());
        await caller.Do(new CallBeginners());
        await caller.Do(new StartShow());
        await using var other = await Director.Open(theatre, theatre.Ticket("p-other", "notes"), _watchers[0]);
        await using var stage = await StageSight.FromStage(theatre, _watchers[1], "p-watcher");
        await using var house = await StageSight.FromHouse(theatre, _watchers[2]);
        for (var cue = 0; cue < presses; cue++)
        {
            await Press(caller, cue, receipts);
            _appendMs.Add(disk.Append(ManyCues.Number(cue)));
            _flushMs.Add(disk.Flush());
            await Task.Delay(Random.Shared.Next(MostPauseMs));
        }

        return Figures();
    }

    private async Task Press(Director caller, int cue, HubReceipts receipts)
    {
        await caller.Do(new StandBy(ManyCues.Number(cue)));
        await caller.Do(new Contracts.Console.Go(ManyCues.Number(cue)));
        var (received, answered) = (receipts.Last, Stopwatch.GetTimestamp());
        _answeredMs.Add(Milliseconds(received, answered));
        for (var i = 0; i < _watchers.Length; i++)
        {
            var sight = await _watchers[i].Seen(cue);
            _seenMs[i].Add(Milliseconds(received, sight.At));
        }

        _leadMs.Add((await caller.View()).LeadMs);
    }

    private GoFigures Figures()
    {
        var journal = Percentiles.Of(_appendMs);
        var seen = _watchers.Zip(_seenMs).ToDictionary(one => one.First.From, one => Percentiles.Of(one.Second));
        return new GoFigures(
            presses,
            Environment.ProcessorCount,
            seen,
            seen.ToDictionary(one => one.Key, one => Math.Round(one.Value.P99 - journal.P99, 2)),
            journal,
            Percentiles.Of(_flushMs),
            Percentiles.Of(_answeredMs),
            Percentiles.Of(_leadMs));
    }

    private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;
}
