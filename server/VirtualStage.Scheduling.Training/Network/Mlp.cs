using System.Numerics.Tensors;
using VirtualStage.Scheduling.Training.Numbers;

namespace VirtualStage.Scheduling.Training.Network;

/// <summary>The MLP part of a layer, or a rank's share of its hidden width; x · sigmoid(x) in between.</summary>
public sealed class Mlp(LayerWeights weights, LayerWeights gradients) : ILayerPart
{
    public Matrix Forward(Matrix input, out IPassState state)
    {
        var normalized = Normalized.Of(input);
        var risen = normalized.Values.Times(weights.Rise);
        var active = new Matrix(risen.Rows, risen.Columns);
        TensorPrimitives.Sigmoid(risen.Data, active.Data);
        TensorPrimitives.Multiply(active.Data, risen.Data, active.Data);
        state = new State(normalized, risen, active);
        return active.Times(weights.Fall);
    }

    public Matrix Backward(IPassState passState, Matrix gradient)
    {
        var state = (State)passState;
        var risen = gradient.TimesTransposed(weights.Fall);

        // (x·s)' = s + x·s·(1 − s), with s = sigmoid(x).
        var slope = new float[risen.Data.Length];
        TensorPrimitives.Sigmoid(state.Risen.Data, slope);
        var rest = new float[slope.Length];
        TensorPrimitives.Subtract(1f, slope, rest);
        TensorPrimitives.Multiply(rest, state.Active.Data, rest);
        TensorPrimitives.Add(slope, rest, slope);
        TensorPrimitives.Multiply(risen.Data, slope, risen.Data);
        state.KeepForWeights(gradient, risen);
        return state.Normalized.Backward(risen.TimesTransposed(weights.Rise));
    }

    public void AddWeightGradients(IPassState passState)
    {
        var state = (State)passState;
        gradients.Fall.AddTransposedTimes(state.Active, state.Gradient!);
        gradients.Rise.AddTransposedTimes(state.Normalized.Values, state.Risen);
    }

    /// <summary>After the activation gradient, what has risen is its gradient.</summary>
    private sealed class State(Normalized normalized, Matrix risen, Matrix active) : IPassState
    {
        public Normalized Normalized { get; } = normalized;

        public Matrix Risen { get; private set; } = risen;

        public Matrix Active { get; } = active;

        public Matrix? Gradient { get; private set; }

        public void KeepForWeights(Matrix gradient, Matrix toRisen) => (Gradient, Risen) = (gradient, toRisen);
    }
}
