using VirtualStage.Scheduling.Training.Numbers;

namespace VirtualStage.Scheduling.Training.Pipeline;

/// <summary>Adam (Kingma and Ba, 2015) for a fixed set of matrices.</summary>
public sealed class Adam(IEnumerable<(Matrix Weights, Matrix Gradients)> all, float rate = 3e-3f)
{
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.99f;
    private const float Epsilon = 1e-8f;

    private readonly (float[] Weights, float[] Gradients, float[] First, float[] Second)[] _all =
        [.. all.Select(pair => (pair.Weights.Data, pair.Gradients.Data, new float[pair.Weights.Data.Length], new float[pair.Weights.Data.Length]))];

    private int _steps;

    public void Step()
    {
        _steps++;
        var step = rate * MathF.Sqrt(1 - MathF.Pow(SecondDecay, _steps)) / (1 - MathF.Pow(FirstDecay, _steps));
        foreach (var (weights, gradients, first, second) in _all)
        {
            for (var i = 0; i < weights.Length; i++)
            {
                first[i] += (1 - FirstDecay) * (gradients[i] - first[i]);
                second[i] += (1 - SecondDecay) * ((gradients[i] * gradients[i]) - second[i]);
                weights[i] -= step * first[i] / (MathF.Sqrt(second[i]) + Epsilon);
            }
        }
    }
}
