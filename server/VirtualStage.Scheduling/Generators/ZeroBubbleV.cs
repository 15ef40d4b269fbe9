using VirtualStage.Scheduling.Steps;

namespace VirtualStage.Scheduling.Generators;

/// <summary>
/// ZB-V (Qi et al., 2023 and 2024): device r holds stages r and 2p−1−r, so that every device holds 2p chunks' activations
/// at most, and weight gradients that are put off fill the ramps.
/// </summary>
internal static class ZeroBubbleV
{
    public static IReadOnlyList<Instruction> List(TrainingGraph graph, int device)
    {
        var (list, p) = (new PassWriter(graph), graph.Shape.Devices);
        var microBatches = Math.Max(graph.Shape.MicroBatches, (2 * p) - 1);
        var (down, up) = (new Chunk(list, device), new Chunk(list, (2 * p) - 1 - device));

        // Warm-up: down until the first one comes up again, then in turn, then back as soon as it can.
        Repeat((2 * (p - device)) - 1, down.Forward);
        Repeat(device, up.Forward, down.Forward);
        Repeat(p - device, up.Forward, up.Backward, up.Weight);

        // Steady: one of each.
        while (up.Forwards < microBatches)
        {
            if (down.Forwards < microBatches)
            {
                down.Forward();
            }

            down.Backward();
            down.Weight();
            up.Forward();
            up.Backward();
            up.Weight();
        }

        // Cool-down: gradients that others wait for first, weights in between and at the end.
        Repeat(device, down.Backward, up.Backward);
        Repeat(p - device, down.Backward, down.Weight);
        Repeat(up.Backwards - up.WeightsDone, up.Weight);
        Repeat(down.Backwards - down.WeightsDone, down.Weight);
        return list.List;
    }

    private static void Repeat(int times, params ReadOnlySpan<Action> passes)
    {
        for (var i = 0; i < times; i++)
        {
            foreach (var pass in passes)
            {
                pass();
            }
        }
    }

    /// <summary>A chunk, whose passes take one micro-batch after the other.</summary>
    private sealed class Chunk(PassWriter list, int stage)
    {
        public int Forwards { get; private set; }

        public int Backwards { get; private set; }

        public int WeightsDone { get; private set; }

        public void Forward() => list.Forward(stage, Forwards++);

        public void Backward() => list.Backward(stage, Backwards++);

        public void Weight() => list.Weight(stage, WeightsDone++);
    }
}
