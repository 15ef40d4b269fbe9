using System.Numerics.Tensors;

namespace VirtualStage.Scheduling.Training.Numbers;

/// <summary>Rows divided by their root mean square, and what the way back needs.</summary>
public sealed record Normalized(Matrix Values, float[] Scales)
{
    private const float Epsilon = 1e-5f;

    public static Normalized Of(Matrix input)
    {
        var (values, scales) = (new Matrix(input.Rows, input.Columns), new float[input.Rows]);
        for (var row = 0; row < input.Rows; row++)
        {
            scales[row] = 1 / MathF.Sqrt((TensorPrimitives.SumOfSquares(input.Row(row)) / input.Columns) + Epsilon);
            TensorPrimitives.Multiply(input.Row(row), scales[row], values.Row(row));
        }

        return new Normalized(values, scales);
    }

    /// <summary>The gradient of the input from that of the values; it is linear, so ranks may add up theirs behind it.</summary>
    public Matrix Backward(Matrix gradient)
    {
        var result = new Matrix(gradient.Rows, gradient.Columns);
        for (var row = 0; row < gradient.Rows; row++)
        {
            var values = Values.Row(row);
            var from = gradient.Row(row);
            var to = result.Row(row);
            TensorPrimitives.MultiplyAdd(values, -TensorPrimitives.Dot(values, from) / gradient.Columns, from, to);
            TensorPrimitives.Multiply(to, Scales[row], to);
        }

        return result;
    }
}
