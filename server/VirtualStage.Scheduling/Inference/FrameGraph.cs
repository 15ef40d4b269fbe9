using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling.Inference;

/// <summary>The units of many frames; a unit's stage is the frame's source, its micro-batch the frame's number, its part the step.</summary>
internal sealed class FrameGraph(FrameSteps steps)
{
    private readonly List<Unit> _units = [];

    public UnitGraph Build() => new(_units);

    /// <summary>Adds a frame.</summary>
    /// <param name="deviceOf">Where the step with this number is computed; tiles come between the steps before and after.</param>
    public void Add(int source, int frame, Func<int, int> deviceOf)
    {
        int[] needs = [];
        var part = 0;
        foreach (var (_, cost) in steps.Before)
        {
            needs = [Add(source, frame, part, deviceOf(part), cost, needs)];
            part++;
        }

        var (merged, home) = (new List<int>(), deviceOf(part + steps.Tiles.Count));
        foreach (var (_, cost) in steps.Tiles)
        {
            var device = deviceOf(part);
            var tile = Add(source, frame, part, device, cost, needs);
            merged.Add(device == home ? tile : Add(source, frame, part, device, steps.Merge, [tile], isCommunication: true));
            part++;
        }

        needs = [.. merged];
        foreach (var (_, cost) in steps.After)
        {
            needs = [Add(source, frame, part, deviceOf(part), cost, needs)];
            part++;
        }
    }

    private int Add(int source, int frame, int part, int device, double cost, int[] needs, bool isCommunication = false)
    {
        _units.Add(new Unit(_units.Count, UnitKind.Step, source, frame, part, device, cost, needs, isCommunication));
        return _units.Count - 1;
    }
}
