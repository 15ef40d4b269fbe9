using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using VirtualStage.Matting.Memory;

namespace VirtualStage.Matting.Networks;

/// <summary>Input and outputs bound to memory of our own, so that a run allocates nothing on the managed heap.</summary>
internal sealed unsafe class OrtRun : INetworkRun
{
    private readonly InferenceSession _session;
    private readonly NativeBuffer<float> _input;
    private readonly NativeBuffer<float> _output;
    private readonly OrtValue[] _values;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _options = new();

    /// <param name="outputs">What is wanted of the network; it stands one after the other in <see cref="Output"/>.</param>
    public OrtRun(InferenceSession session, string input, long[] inputShape, params (string Name, long[] Shape)[] outputs)
    {
        _session = session;
        (_input, _output) = (new NativeBuffer<float>(Count(inputShape)), new NativeBuffer<float>(outputs.Sum(output => Count(output.Shape))));
        _values = new OrtValue[outputs.Length + 1];
        _binding = session.CreateIoBinding();
        _binding.BindInput(input, _values[0] = ValueAt(_input.Data, inputShape));
        var at = _output.Data;
        for (var i = 0; i < outputs.Length; i++)
        {
            _binding.BindOutput(outputs[i].Name, _values[i + 1] = ValueAt(at, outputs[i].Shape));
            at += Count(outputs[i].Shape);
        }
    }

    public float* Input => _input.Data;

    public float* Output => _output.Data;

    public void Run() => _session.RunWithBinding(_options, _binding);

    public void Dispose()
    {
        _binding.Dispose();
        Array.ForEach(_values, value => value.Dispose());
        _options.Dispose();
        _input.Dispose();
        _output.Dispose();
    }

    private static int Count(long[] shape) => (int)shape.Aggregate(1L, (product, size) => product * size);

    private static OrtValue ValueAt(float* memory, long[] shape) => OrtValue.CreateTensorValueWithData(
        OrtMemoryInfo.DefaultInstance, TensorElementType.Float, shape, (nint)memory, (long)Count(shape) * sizeof(float));
}
