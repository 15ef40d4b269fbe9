using System.Numerics.Tensors;
using VirtualStage.Scheduling.Training.Numbers;

namespace VirtualStage.Scheduling.Training.Network;

/// <summary>The attention part of a layer, or a rank's heads of it: causal, over each sequence by itself.</summary>
public sealed class Attention(NetworkSize size, LayerWeights weights, LayerWeights gradients) : ILayerPart
{
    private readonly int _heads = weights.Query.Columns / size.HeadWidth;
    private readonly float _scale = 1 / MathF.Sqrt(size.HeadWidth);

    public Matrix Forward(Matrix input, out IPassState state)
    {
        var normalized = Normalized.Of(input);
        var (query, key, value) = (
            normalized.Values.Times(weights.Query), normalized.Values.Times(weights.Key), normalized.Values.Times(weights.Value));
        var (shares, mixed) = (new float[_heads * size.Rows * size.Context], new Matrix(size.Rows, value.Columns));
        for (var head = 0; head < _heads; head++)
        {
            for (var row = 0; row < size.Rows; row++)
            {
                var first = FirstOf(row);
                var share = ShareOf(shares, head, row);
                var to = SliceOf(mixed, head, row);
                for (var i = 0; i < share.Length; i++)
                {
                    share[i] = _scale * TensorPrimitives.Dot<float>(SliceOf(query, head, row), SliceOf(key, head, first + i));
                }

                TensorPrimitives.SoftMax(share, share);
                for (var i = 0; i < share.Length; i++)
                {
                    TensorPrimitives.MultiplyAdd(SliceOf(value, head, first + i), share[i], to, to);
                }
            }
        }

        state = new State(normalized, query, key, value, shares, mixed);
        return mixed.Times(weights.Output);
    }

    public Matrix Backward(IPassState passState, Matrix gradient)
    {
        var state = (State)passState;
        var mixed = gradient.TimesTransposed(weights.Output);
        var (query, key, value) = (new Matrix(size.Rows, mixed.Columns), new Matrix(size.Rows, mixed.Columns), new Matrix(size.Rows, mixed.Columns));
        var toShare = new float[size.Context];
        for (var head = 0; head < _heads; head++)
        {
            for (var row = 0; row < size.Rows; row++)
            {
                var first = FirstOf(row);
                var share = ShareOf(state.Shares, head, row);
                var from = SliceOf(mixed, head, row);
                var to = toShare.AsSpan(0, share.Length);
                for (var i = 0; i < share.Length; i++)
                {
                    to[i] = TensorPrimitives.Dot<float>(from, SliceOf(state.Value, head, first + i));
                    TensorPrimitives.MultiplyAdd(from, share[i], SliceOf(value, head, first + i), SliceOf(value, head, first + i));
                }

                // Through the soft maximum: share · (to − share · to).
                TensorPrimitives.Add(to, -TensorPrimitives.Dot<float>(share, to), to);
                TensorPrimitives.Multiply(to, share, to);
                for (var i = 0; i < share.Length; i++)
                {
                    TensorPrimitives.MultiplyAdd(SliceOf(state.Key, head, first + i), _scale * to[i], SliceOf(query, head, row), SliceOf(query, head, row));
                    TensorPrimitives.MultiplyAdd(SliceOf(state.Query, head, row), _scale * to[i], SliceOf(key, head, first + i), SliceOf(key, head, first + i));
                }
            }
        }

        var normalized = query.TimesTransposed(weights.Query);
        normalized.Add(key.TimesTransposed(weights.Key));
        normalized.Add(value.TimesTransposed(weights.Value));
        state.KeepForWeights(gradient, query, key, value);
        return state.Normalized.Backward(normalized);
    }

    public void AddWeightGradients(IPassState passState)
    {
        var state = (State)passState;
        gradients.Output.AddTransposedTimes(state.Mixed, state.Gradient!);
        gradients.Query.AddTransposedTimes(state.Normalized.Values, state.Query);
        gradients.Key.AddTransposedTimes(state.Normalized.Values, state.Key);
        gradients.Value.AddTransposedTimes(state.Normalized.Values, state.Value);
    }

    private int FirstOf(int row) => row / size.Context * size.Context;

    /// <summary>How much a row takes of each row before it, and of itself.</summary>
    private Span<float> ShareOf(float[] shares, int head, int row) =>
        shares.AsSpan(((head * size.Rows) + row) * size.Context, row - FirstOf(row) + 1);

    private Span<float> SliceOf(Matrix matrix, int head, int row) => matrix.Row(row).Slice(head * size.HeadWidth, size.HeadWidth);

    /// <summary>After the activation gradient, query, key and value are their gradients: what weights need, and no more.</summary>
    private sealed class State(Normalized normalized, Matrix query, Matrix key, Matrix value, float[] shares, Matrix mixed) : IPassState
    {
        public Normalized Normalized { get; } = normalized;

        public Matrix Query { get; private set; } = query;

        public Matrix Key { get; private set; } = key;

        public Matrix Value { get; private set; } = value;

        public float[] Shares { get; private set; } = shares;

        public Matrix Mixed { get; } = mixed;

        public Matrix? Gradient { get; private set; }

        public void KeepForWeights(Matrix gradient, Matrix toQuery, Matrix toKey, Matrix toValue) =>
            (Gradient, Query, Key, Value, Shares) = (gradient, toQuery, toKey, toValue, []);
    }
}
