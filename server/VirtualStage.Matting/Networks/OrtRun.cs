using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using VirtualStage.Matting.Memory;

namespace VirtualStage.Matting.Networks;

/// <summary>Input and output bound to memory of our own, so that a run allocates nothing on the managed heap.</summary>
internal sealed unsafe class OrtRun : INetworkRun
{
    private readonly InferenceSession _session;
    private readonly NativeBuffer<float> _input;
    private readonly NativeBuffer<float> _output;
    private readonly OrtValue _inputValue;
    private readonly OrtValue _outputValue;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _options = new();

    public OrtRun(InferenceSession session, string input, long[] inputShape, string output, long[] outputShape)
    {
        _session = session;
        (_input, _inputValue) = Allocate(inputShape);
        (_output, _outputValue) = Allocate(outputShape);
        _binding = session.CreateIoBinding();
        _binding.BindInput(input, _inputValue);
        _binding.BindOutput(output, _outputValue);
    }

    public float* Input => _input.Data;

    public float* Output => _output.Data;

    public void Run() => _session.RunWithBinding(_options, _binding);

    public void Dispose()
    {
        _binding.Dispose();
        _inputValue.Dispose();
        _outputValue.Dispose();
        _options.Dispose();
        _input.Dispose();
        _output.Dispose();
    }

    private static (NativeBuffer<float> Memory, OrtValue Value) Allocate(long[] shape)
    {
        var memory = new NativeBuffer<float>((int)shape.Aggregate(1L, (product, size) => product * size));
        return (memory, OrtValue.CreateTensorValueWithData(
            OrtMemoryInfo.DefaultInstance, TensorElementType.Float, shape, (nint)memory.Data, (long)memory.Length * sizeof(float)));
    }
}
