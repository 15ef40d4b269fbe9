using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Unicode;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Models;

/// <summary>The container of a binary glTF file: JSON, and the bytes that it describes.</summary>
internal sealed class GlbFile : IDisposable
{
    private const string Export = "export it as glTF binary (.glb)";
    private const int HeaderBytes = 12;
    private const int ChunkHeaderBytes = 8;
    private const uint JsonChunk = 0x4E4F534A;
    private const uint BinaryChunk = 0x004E4942;

    private static readonly JsonDocumentOptions _json = new() { MaxDepth = ModelLimits.DeepestJson, AllowDuplicateProperties = false };

    private readonly JsonDocument _document;

    private GlbFile(JsonDocument document, ReadOnlyMemory<byte> binary) => (_document, Binary) = (document, binary);

    public GltfValue Root => new(_document.RootElement, "");

    public ReadOnlyMemory<byte> Binary { get; }

    /// <summary>True for what says of itself that it is such a file.</summary>
    public static bool IsOne(ReadOnlySpan<byte> file) => file.StartsWith("glTF"u8);

    /// <exception cref="ModelException">It is none.</exception>
    public static GlbFile Open(ReadOnlyMemory<byte> file)
    {
        if (!IsOne(file.Span) || file.Length < HeaderBytes)
        {
            throw new ModelException($"it is no binary glTF file; {Export}");
        }

        if (Number(file, 4) != 2 || Number(file, 8) != file.Length)
        {
            throw new ModelException(Number(file, 4) == 2 ? $"it is cut off, or has something behind its end; {Export} again" : $"it is of another version than glTF 2.0; {Export}");
        }

        var rest = file[HeaderBytes..];
        var json = Chunk(ref rest, JsonChunk);
        var binary = rest.IsEmpty ? default : Chunk(ref rest, BinaryChunk);
        if (!rest.IsEmpty)
        {
            throw new ModelException($"it has chunks that no reader knows; {Export} again");
        }

        return new GlbFile(Parse(json), binary);
    }

    public void Dispose() => _document.Dispose();

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Length > ModelLimits.LargestJson)
        {
            throw new ModelException($"its description is larger than {ModelLimits.LargestJson >> 20} MB: join its parts");
        }

        if (!Utf8.IsValid(json.Span))
        {
            throw new ModelException($"its description is no text; {Export} again");
        }

        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(json, _json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw new ModelException($"its description is no object; {Export} again");
        }
        catch (JsonException problem)
        {
            throw new ModelException($"its description cannot be read: {Clip.Short(problem.Message)}; {Export} again");
        }
        catch (ModelException)
        {
            document?.Dispose();
            throw;
        }
    }

    private static ReadOnlyMemory<byte> Chunk(ref ReadOnlyMemory<byte> rest, uint type)
    {
        if (rest.Length < ChunkHeaderBytes || Number(rest, 4) != type || Number(rest, 0) is var length && (length % 4 != 0 || length > rest.Length - ChunkHeaderBytes))
        {
            throw new ModelException($"it is damaged: its parts are not where they should be; {Export} again");
        }

        var chunk = rest.Slice(ChunkHeaderBytes, (int)Number(rest, 0));
        rest = rest[(ChunkHeaderBytes + chunk.Length)..];
        return chunk;
    }

    private static uint Number(ReadOnlyMemory<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..]);
}
