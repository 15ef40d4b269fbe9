using System.Numerics.Tensors;
using VirtualStage.Scheduling.Training.Network;
using VirtualStage.Scheduling.Training.Numbers;

namespace VirtualStage.Scheduling.Training.Tests;

/// <summary>The hand-derived gradients against differences of the loss itself.</summary>
public sealed class ReferenceTests
{
    private static readonly NetworkSize _size = Texts.Size(layers: 2);

    public static TheoryData<int> Matrices { get; } = new(Enumerable.Range(0, NetworkWeights.Zero(_size).All.Count()));

    /// <summary>Along the gradient the loss changes by the gradient's square; along a random direction by the product with it.</summary>
    [Theory]
    [MemberData(nameof(Matrices))]
    public void A_gradient_is_what_the_loss_changes_by(int matrix)
    {
        var weights = NetworkWeights.Random(_size, seed: 3);
        var batches = Texts.Draw(_size, 2);
        var gradient = Reference.Step(_size, weights, batches).Gradients.All.ElementAt(matrix);
        var changed = weights.All.ElementAt(matrix);
        var random = new Random(5);
        foreach (var direction in new[] { gradient.Data, [.. gradient.Data.Select(value => value + (Norm(gradient.Data) * (float)(random.NextDouble() - 0.5)))] })
        {
            var expected = (double)TensorPrimitives.Dot<float>(gradient.Data, direction) / Norm(direction);

            var measured = Slope(changed, direction, () => Reference.Step(_size, weights, batches).Loss);

            Assert.InRange(measured / expected, 0.997, 1.003);
        }
    }

    [Fact]
    public void Every_gradient_is_there() => Assert.All(
        Reference.Step(_size, NetworkWeights.Random(_size, 3), Texts.Draw(_size, 2)).Gradients.All, gradient => Assert.True(Norm(gradient.Data) > 1e-3));

    [Fact]
    public void A_network_that_knows_nothing_loses_as_much_as_guessing()
    {
        var weights = NetworkWeights.Random(_size, 3);
        Array.Clear(weights.Head.Data);

        Assert.Equal(Math.Log(_size.Vocabulary), Reference.Step(_size, weights, Texts.Draw(_size, 2)).Loss, 1e-5);
    }

    [Fact]
    public void A_character_sees_those_before_it_and_none_behind()
    {
        var weights = NetworkWeights.Random(_size, 3);
        var attention = new Attention(_size, weights.Layers[0], LayerWeights.Zero(_size, 1));
        var (input, changed) = (Filled(1), Filled(1));
        const int place = 5;
        changed.Row(place).Fill(2);

        var (before, after) = (attention.Forward(input, out _), attention.Forward(changed, out _));

        for (var row = 0; row < _size.Rows; row++)
        {
            var isSame = before.Row(row).SequenceEqual(after.Row(row));
            Assert.Equal(row < place || row >= _size.Context, isSame);
        }
    }

    private static Matrix Filled(int seed)
    {
        var (matrix, random) = (new Matrix(_size.Rows, _size.Width), new Random(seed));
        for (var i = 0; i < matrix.Data.Length; i++)
        {
            matrix.Data[i] = random.NextSingle() - 0.5f;
        }

        return matrix;
    }

    /// <summary>Central differences of two widths, put together so that the error of the third derivative is gone.</summary>
    private static double Slope(Matrix changed, float[] direction, Func<double> loss)
    {
        return ((4 * Difference(0.02f)) - Difference(0.04f)) / 3;

        double Difference(float width)
        {
            float[] original = [.. changed.Data];
            TensorPrimitives.MultiplyAdd(direction, width / Norm(direction), original, changed.Data);
            var above = loss();
            TensorPrimitives.MultiplyAdd(direction, -width / Norm(direction), original, changed.Data);
            var below = loss();
            original.CopyTo(changed.Data, 0);
            return (above - below) / (2 * width);
        }
    }

    private static float Norm(ReadOnlySpan<float> values) => TensorPrimitives.Norm(values);
}
