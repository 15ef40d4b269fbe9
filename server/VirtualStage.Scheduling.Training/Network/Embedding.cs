using System.Numerics.Tensors;
using VirtualStage.Scheduling.Training.Numbers;

namespace VirtualStage.Scheduling.Training.Network;

/// <summary>From characters to the first layer's input.</summary>
public static class Embedding
{
    public static Matrix Forward(NetworkWeights weights, MicroBatch batch)
    {
        var input = new Matrix(batch.Characters.Length, weights.Characters.Columns);
        for (var row = 0; row < input.Rows; row++)
        {
            TensorPrimitives.Add(
                weights.Characters.Row(batch.Characters[row]), weights.Positions.Row(row % weights.Positions.Rows), input.Row(row));
        }

        return input;
    }

    public static void AddWeightGradients(NetworkWeights gradients, MicroBatch batch, Matrix gradient)
    {
        for (var row = 0; row < gradient.Rows; row++)
        {
            var character = gradients.Characters.Row(batch.Characters[row]);
            var position = gradients.Positions.Row(row % gradients.Positions.Rows);
            TensorPrimitives.Add(character, gradient.Row(row), character);
            TensorPrimitives.Add(position, gradient.Row(row), position);
        }
    }
}
