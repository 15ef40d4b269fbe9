using Microsoft.ML.OnnxRuntime;

namespace VirtualStage.Matting.Networks;

/// <summary>A network in ONNX Runtime; one thread runs it, and many may do so at the same time.</summary>
internal sealed class OrtNetwork : IDisposable
{
    private readonly InferenceSession _session;

    /// <exception cref="MattingUnavailableException">The file is missing or no such network.</exception>
    public OrtNetwork(string file)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        try
        {
            _session = new InferenceSession(file, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new MattingUnavailableException($"matting is not available because {file} cannot be read as a network: {e.Message}", e);
        }

        if (_session.InputMetadata.Count != 1 || _session.OutputMetadata.Count < 1)
        {
            _session.Dispose();
            throw new MattingUnavailableException($"matting is not available because the network {file} has not one input and an output");
        }

        (Input, Output) = (_session.InputNames[0], _session.OutputNames[0]);
    }

    public string Input { get; }

    public string Output { get; }

    /// <summary>The sizes of the input; -1 for what the network leaves open.</summary>
    public int[] InputShape => _session.InputMetadata[Input].Dimensions;

    /// <summary>The sizes of an output; null where there is none of that name.</summary>
    public int[]? ShapeOf(string output) => _session.OutputMetadata.TryGetValue(output, out var found) ? found.Dimensions : null;

    public INetworkRun Prepare(long[] input, long[] output) => new OrtRun(_session, Input, input, (Output, output));

    /// <summary>With several outputs, by their names.</summary>
    public INetworkRun Prepare(long[] input, params (string Name, long[] Shape)[] outputs) => new OrtRun(_session, Input, input, outputs);

    public void Dispose() => _session.Dispose();
}
