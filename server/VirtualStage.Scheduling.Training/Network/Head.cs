using System.Numerics.Tensors;
using VirtualStage.Scheduling.Training.Numbers;

namespace VirtualStage.Scheduling.Training.Network;

/// <summary>From the last layer's output to the next character, and how wrong it is.</summary>
/// <param name="share">What a character's loss counts in the whole: one by the characters of a step.</param>
public sealed class Head(Matrix weights, Matrix gradients, float share)
{
    /// <summary>The loss, the gradient of the output, and what the weights need.</summary>
    public (double Loss, Matrix Gradient, State State) Backward(Matrix output, MicroBatch batch)
    {
        var normalized = Normalized.Of(output);
        var guesses = normalized.Values.Times(weights);
        var loss = 0.0;
        for (var row = 0; row < guesses.Rows; row++)
        {
            var guess = guesses.Row(row);
            TensorPrimitives.SoftMax(guess, guess);
            loss -= Math.Log(Math.Max(guess[batch.Next[row]], 1e-30f));
            guess[batch.Next[row]] -= 1;
            TensorPrimitives.Multiply(guess, share, guess);
        }

        return (loss * share, normalized.Backward(guesses.TimesTransposed(weights)), new State(normalized.Values, guesses));
    }

    public void AddWeightGradients(State state) => gradients.AddTransposedTimes(state.Normalized, state.Guesses);

    /// <summary>What the weight gradient needs.</summary>
    public sealed record State(Matrix Normalized, Matrix Guesses);
}
