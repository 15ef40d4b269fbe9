namespace VirtualStage.Productions.Models;

/// <summary>What a model's description says of its bytes, checked against how many there are.</summary>
internal sealed class GltfBytes
{
    private const int SmallestStride = 4;
    private const int LargestStride = 252;

    private readonly List<(ReadOnlyMemory<byte> Bytes, int Offset, int Stride)> _views = [];

    private readonly List<GltfAccessor> _accessors = [];

    /// <exception cref="ModelException">They do not fit.</exception>
    public GltfBytes(GltfValue root, ReadOnlyMemory<byte> binary)
    {
        var buffers = root.Objects("buffers");
        if (buffers.Count > 1)
        {
            throw new ModelException("it has several buffers; export it as glTF binary (.glb), with everything in one");
        }

        // The chunk is filled up to a multiple of four.
        var length = buffers.Count == 0 ? 0 : buffers[0].Integer("byteLength", 1, binary.Length, 0);
        foreach (var view in root.Objects("bufferViews"))
        {
            _views.Add(View(view, binary[..length]));
        }

        foreach (var accessor in root.Objects("accessors"))
        {
            _accessors.Add(Accessor(accessor));
        }
    }

    public int Accessors => _accessors.Count;

    public int Views => _views.Count;

    public GltfAccessor AccessorAt(int index) => _accessors[index];

    public ReadOnlyMemory<byte> ViewAt(int index) => _views[index].Bytes;

    private static (ReadOnlyMemory<byte> Bytes, int Offset, int Stride) View(GltfValue view, ReadOnlyMemory<byte> bytes)
    {
        if (view.Index("buffer", bytes.IsEmpty ? 0 : 1) is null)
        {
            throw view.Wrong("buffer", "is missing");
        }

        var offset = view.Integer("byteOffset", 0, bytes.Length, 0);
        var length = view.Integer("byteLength", 1, bytes.Length - offset, 0);
        var stride = view.Integer("byteStride", SmallestStride, LargestStride, 0);
        return length > 0 && stride % 4 == 0
            ? (bytes.Slice(offset, length), offset, stride)
            : throw view.Wrong(length > 0 ? "byteStride" : "byteLength", length > 0 ? "is no multiple of 4" : "is missing");
    }

    private GltfAccessor Accessor(GltfValue accessor)
    {
        if (accessor.Has("sparse") || accessor.Index("bufferView", _views.Count) is not { } index)
        {
            throw new ModelException($"{accessor.Path} is sparse; switch sparse accessors off in the exporter");
        }

        var (component, type) = (accessor.Integer("componentType", GltfAccessor.SignedByte, GltfAccessor.Float, 0), accessor.Text("type"));
        var (size, components) = (GltfAccessor.SizeOf(component), GltfAccessor.ComponentsOf(type));
        if (size == 0 || components == 0)
        {
            throw new ModelException($"{accessor.Path} is of a type that no model standing still needs");
        }

        var (bytes, start, viewStride) = _views[index];
        var offset = accessor.Integer("byteOffset", 0, bytes.Length, 0);
        var stride = viewStride == 0 ? size * components : viewStride;
        var count = accessor.Integer("count", 1, ModelLimits.MostVertices, 0);
        if (count == 0 || stride < size * components || (long)offset + ((long)stride * (count - 1)) + (size * components) > bytes.Length)
        {
            throw new ModelException($"{accessor.Path} reaches beyond its bytes; the file is damaged");
        }

        if (offset % size != 0 || (start + offset) % size != 0)
        {
            throw new ModelException($"{accessor.Path} is not aligned; the file was written wrongly");
        }

        return new GltfAccessor(accessor.Path, type!, component, accessor.Has("normalized") && accessor.Element.GetProperty("normalized").ValueKind == System.Text.Json.JsonValueKind.True, count, bytes[offset..], stride);
    }
}
