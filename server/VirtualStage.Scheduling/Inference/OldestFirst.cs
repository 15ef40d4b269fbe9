using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling.Inference;

/// <summary>
/// List scheduling: a device that is free takes the ready unit of the oldest frame. No more frames are begun than there are
/// devices: more would not be done sooner, only be under way longer.
/// </summary>
internal sealed class OldestFirst(UnitGraph graph) : IDispatcher
{
    private readonly int[] _toDo = [.. graph.Units.Where(unit => !unit.IsCommunication).CountBy(unit => unit.MicroBatch).OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    private int _oldest;

    private readonly LinkedList<int>[] _left = [.. Enumerable.Range(0, graph.Devices).Select(device => new LinkedList<int>(
        graph.Units.Where(unit => unit.Device == device && !unit.IsCommunication).OrderBy(unit => unit.MicroBatch).ThenBy(unit => unit.Part).Select(unit => unit.Id)))];

    public Instruction? Next(int device, SimulationState state)
    {
        for (var node = _left[device].First; node is not null; node = node.Next)
        {
            var frame = graph.Units[node.Value].MicroBatch;
            if (frame >= _oldest + graph.Devices)
            {
                return null;
            }

            if (state.IsReady(node.Value))
            {
                _left[device].Remove(node);
                _toDo[frame]--;
                while (_oldest < _toDo.Length && _toDo[_oldest] == 0)
                {
                    _oldest++;
                }

                return new Instruction(node.Value, Awaits: false);
            }
        }

        return null;
    }
}
