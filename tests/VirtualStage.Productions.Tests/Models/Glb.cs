using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;

namespace VirtualStage.Productions.Tests.Models;

/// <summary>A small model that is right in everything, for tests to break: a triangle with a texture.</summary>
internal sealed class Glb
{
    private const int PictureAt = 132;

    private static readonly string _json = """
        {
          "asset": { "version": "2.0" },
          "scene": 0,
          "scenes": [{ "nodes": [0] }],
          "nodes": [{ "children": [1], "translation": [0, 1, 0] }, { "mesh": 0, "scale": [2, 2, 2] }],
          "meshes": [{ "primitives": [{ "attributes": { "POSITION": 0, "NORMAL": 1, "TEXCOORD_0": 2 }, "indices": 3, "material": 0 }] }],
          "materials": [{ "pbrMetallicRoughness": { "baseColorTexture": { "index": 0 } } }],
          "textures": [{ "source": 0, "sampler": 0 }],
          "samplers": [{}],
          "images": [{ "bufferView": 4, "mimeType": "image/png" }],
          "accessors": [
            { "bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3", "min": [0, 0, 0], "max": [1, 1, 0] },
            { "bufferView": 1, "componentType": 5126, "count": 3, "type": "VEC3" },
            { "bufferView": 2, "componentType": 5126, "count": 3, "type": "VEC2" },
            { "bufferView": 3, "componentType": 5123, "count": 3, "type": "SCALAR" }
          ],
          "bufferViews": [
            { "buffer": 0, "byteLength": 36 },
            { "buffer": 0, "byteOffset": 36, "byteLength": 36 },
            { "buffer": 0, "byteOffset": 72, "byteLength": 24 },
            { "buffer": 0, "byteOffset": 96, "byteLength": 6 },
            { "buffer": 0, "byteOffset": 132, "byteLength": 24 }
          ],
          "buffers": [{ "byteLength": 156 }]
        }
        """;

    public JsonNode Json { get; private set; } = JsonNode.Parse(_json)!;

    public byte[] Binary { get; private set; } = Bytes();

    public static byte[] Right => new Glb().ToArray();

    public static Glb With(Action<JsonNode> change)
    {
        var glb = new Glb();
        change(glb.Json);
        return glb;
    }

    /// <summary>The same with a value at a path, such as "nodes/0/mesh", in place of what is there.</summary>
    public static Glb With(string path, string value) => With(json =>
    {
        var parts = path.Split('/');
        var parent = parts[..^1].Aggregate(json, (node, part) => int.TryParse(part, out var at) ? node[at]! : node[part]!);
        if (int.TryParse(parts[^1], out var index))
        {
            parent[index] = JsonNode.Parse(value);
        }
        else
        {
            parent[parts[^1]] = JsonNode.Parse(value);
        }
    });

    public Glb WithBytes(int at, params byte[] bytes)
    {
        bytes.CopyTo(Binary, at);
        return this;
    }

    /// <summary>With more bytes behind those that there are, and a buffer that has them.</summary>
    public Glb WithMore(byte[] bytes)
    {
        Binary = [.. Binary, .. bytes];
        Json["buffers"]![0]!["byteLength"] = Binary.Length;
        return this;
    }

    public Glb WithPicture(params byte[] bytes) => WithBytes(PictureAt, bytes);

    public byte[] ToArray() => Of(Encoding.UTF8.GetBytes(Json.ToJsonString()), Binary);

    public static byte[] Of(byte[] json, byte[] binary)
    {
        byte[] text = [.. json, .. Enumerable.Repeat((byte)' ', (4 - (json.Length % 4)) % 4)];
        byte[] data = [.. binary, .. new byte[(4 - (binary.Length % 4)) % 4]];
        return [.. "glTF"u8, .. Words(2, 28 + text.Length + data.Length, text.Length, 0x4E4F534A), .. text, .. Words(data.Length, 0x004E4942), .. data];
    }

    public static byte[] Words(params int[] values)
    {
        var bytes = new byte[values.Length * 4];
        for (var at = 0; at < values.Length; at++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at * 4), values[at]);
        }

        return bytes;
    }

    /// <summary>The beginning of a PNG of a size.</summary>
    public static byte[] Png(int width, int height) =>
    [
        0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, .. Words(BinaryPrimitives.ReverseEndianness(width), BinaryPrimitives.ReverseEndianness(height)),
    ];

    private static byte[] Bytes()
    {
        var bytes = new byte[PictureAt + 24];
        float[] places = [0, 0, 0, 1, 0, 0, 0, 1, 0];
        for (var at = 0; at < places.Length; at++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(at * 4), places[at]);
        }

        bytes[98] = 1;
        bytes[100] = 2;
        Png(4, 4).CopyTo(bytes, PictureAt);
        return bytes;
    }
}
