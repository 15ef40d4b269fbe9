using VirtualStage.Scheduling.Training.Numbers;

namespace VirtualStage.Scheduling.Training.Network;

/// <summary>All weights of a network, unsplit; gradients have the same form.</summary>
/// <param name="Characters">A row for each character.</param>
/// <param name="Positions">A row for each place in a sequence.</param>
/// <param name="Head">From the last layer to the next character.</param>
public sealed record NetworkWeights(Matrix Characters, Matrix Positions, IReadOnlyList<LayerWeights> Layers, Matrix Head)
{
    public IEnumerable<Matrix> All => [Characters, Positions, .. Layers.SelectMany(layer => layer.All), Head];

    public static NetworkWeights Zero(NetworkSize size) => new(
        new(size.Vocabulary, size.Width),
        new(size.Context, size.Width),
        [.. Enumerable.Range(0, size.Layers).Select(_ => LayerWeights.Zero(size, ranks: 1))],
        new(size.Width, size.Vocabulary));

    /// <summary>Random weights, the same for the same seed.</summary>
    public static NetworkWeights Random(NetworkSize size, int seed)
    {
        var (weights, random) = (Zero(size), new Random(seed));
        foreach (var matrix in weights.All)
        {
            // Sums of as many products as there are rows keep their size.
            var isTable = matrix == weights.Characters || matrix == weights.Positions;
            var scale = isTable ? 0.5 : 1 / Math.Sqrt(matrix.Rows);
            for (var i = 0; i < matrix.Data.Length; i++)
            {
                matrix.Data[i] = (float)(scale * Normal(random));
            }
        }

        return weights;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
