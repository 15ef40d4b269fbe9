using System.Collections.Concurrent;
using VirtualStage.Scheduling.Execution;
using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling.Tests.Execution;

/// <summary>Work that checks what it is promised: everything needed is there, and a rank's state has one thread alone.</summary>
internal sealed class RecordedWork(UnitGraph graph, int ranks) : IUnitWork
{
    private readonly bool[,] _hasEnded = new bool[graph.Units.Count, ranks];
    private readonly Thread?[,] _owners = new Thread?[graph.Devices, ranks];

    /// <summary>Called in every unit.</summary>
    public Action<Unit, int> During { get; init; } = (_, _) => { };

    public ConcurrentQueue<string> Broken { get; } = new();

    public ConcurrentDictionary<(int Device, int Rank), List<int>> Done { get; } = new();

    public ConcurrentDictionary<int, int> Carried { get; } = new();

    public void Compute(Unit unit, int rank, CancellationToken cancel)
    {
        var owner = _owners[unit.Device, rank] ??= Thread.CurrentThread;
        Expect(owner == Thread.CurrentThread, $"{unit.Name} ran on another thread than its device's");
        Expect(unit.Needs.All(need => _hasEnded[need, rank]), $"{unit.Name} ran before what it needs");
        During(unit, rank);
        Done.GetOrAdd((unit.Device, rank), _ => []).Add(unit.Id);
        _hasEnded[unit.Id, rank] = true;
    }

    public void Communicate(Unit unit, CancellationToken cancel)
    {
        for (var rank = 0; rank < ranks; rank++)
        {
            Expect(unit.Needs.All(need => _hasEnded[need, rank]), $"{unit.Name} was carried before rank {rank} was there");
        }

        During(unit, -1);
        Carried.AddOrUpdate(unit.Id, 1, (_, times) => times + 1);
        for (var rank = 0; rank < ranks; rank++)
        {
            _hasEnded[unit.Id, rank] = true;
        }
    }

    private void Expect(bool isSo, string message)
    {
        if (!isSo)
        {
            Broken.Enqueue(message);
        }
    }
}
