namespace VirtualStage.Scheduling.Training.Network;

/// <summary>The network unsplit, one micro-batch after the other: what every schedule must come to as well.</summary>
public static class Reference
{
    /// <summary>The mean loss of a step's characters, and its gradients.</summary>
    public static (double Loss, NetworkWeights Gradients) Step(NetworkSize size, NetworkWeights weights, IReadOnlyList<MicroBatch> batches)
    {
        var gradients = NetworkWeights.Zero(size);
        var parts = weights.Layers.Zip(gradients.Layers)
            .SelectMany(layer => new ILayerPart[] { new Attention(size, layer.First, layer.Second), new Mlp(layer.First, layer.Second) })
            .ToArray();
        var head = new Head(weights.Head, gradients.Head, 1f / (batches.Count * size.Rows));
        var loss = 0.0;
        foreach (var batch in batches)
        {
            var (values, states) = (Embedding.Forward(weights, batch), new IPassState[parts.Length]);
            for (var i = 0; i < parts.Length; i++)
            {
                values = values.Plus(parts[i].Forward(values, out states[i]));
            }

            var (lost, gradient, headState) = head.Backward(values, batch);
            loss += lost;
            head.AddWeightGradients(headState);
            for (var i = parts.Length - 1; i >= 0; i--)
            {
                gradient = gradient.Plus(parts[i].Backward(states[i], gradient));
                parts[i].AddWeightGradients(states[i]);
            }

            Embedding.AddWeightGradients(gradients, batch, gradient);
        }

        return (loss, gradients);
    }
}
