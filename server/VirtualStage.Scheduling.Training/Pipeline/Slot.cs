using VirtualStage.Scheduling.Training.Network;
using VirtualStage.Scheduling.Training.Numbers;

namespace VirtualStage.Scheduling.Training.Pipeline;

/// <summary>
/// What one rank has of one part and micro-batch. Values on the way and gradients on the way back are a sum of two: what
/// came in, and what all ranks have added to it. Whoever comes next takes them, and they are gone here.
/// </summary>
internal sealed class Slot
{
    /// <summary>What the forward pass came with, and what this rank, then all ranks, add.</summary>
    public Way Values { get; } = new();

    /// <summary>The same of the gradient.</summary>
    public Way Gradients { get; } = new();

    public IPassState? State { get; set; }

    public Head.State? Head { get; set; }

    internal sealed class Way
    {
        private Matrix? _came;

        /// <summary>Of this rank, until the link has carried it; then the sum of all ranks.</summary>
        public Matrix? Added { get; set; }

        public void Set(Matrix came, Matrix added) => (_came, Added) = (came, added);

        public Matrix Take()
        {
            var whole = _came!.Plus(Added!);
            (_came, Added) = (null, null);
            return whole;
        }
    }
}
