using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Documents;

/// <summary>Nodes as JSON and back.</summary>
internal static class SheetJson
{
    /// <summary>Most characters of a value that comes as JSON.</summary>
    public const int LargestValue = 256 * 1024;

    private const int DeepestNesting = 16;

    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false, MaxDepth = DeepestNesting };

    private static readonly JsonWriterOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(SheetNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _plain))
        {
            Write(json, node, key: null);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a value.</summary>
    /// <exception cref="FormatException">It is not JSON, too long or too deep, or has a key twice; says so.</exception>
    public static SheetNode Read(string json)
    {
        if (json.Length > LargestValue)
        {
            throw new FormatException($"a value has at most {LargestValue} characters of JSON");
        }

        try
        {
            using var document = JsonDocument.Parse(json, _strict);
            return Read(document.RootElement);
        }
        catch (JsonException problem)
        {
            throw new FormatException($"this is not valid JSON: {Clip.Short(problem.Message)}", problem);
        }
        catch (InvalidOperationException problem)
        {
            // Half of a surrogate pair: a text that no file could hold.
            throw new FormatException("a text holds half of a character", problem);
        }
    }

    private static void Write(Utf8JsonWriter json, SheetNode node, string? key)
    {
        switch (node)
        {
            case SheetText { IsNull: true }:
                json.WriteNullValue();
                break;
            case SheetText text when IsOwnKind(text.Value, key):
                json.WriteRawValue(text.Value);
                break;
            case SheetText text:
                json.WriteStringValue(text.Value);
                break;
            case SheetList list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(json, item, key);
                }

                json.WriteEndArray();
                break;
            case SheetMap map:
                json.WriteStartObject();
                foreach (var (name, value) in map.Entries)
                {
                    json.WritePropertyName(name.Value);
                    Write(json, value, name.Value);
                }

                json.WriteEndObject();
                break;
        }
    }

    private static bool IsOwnKind(string text, string? key) => key is not null
        && ((SheetValues.Numbers.Contains(key) && SheetValues.IsNumber(text))
            || (SheetValues.Truths.Contains(key) && SheetValues.IsTruth(text)));

    private static SheetNode Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new SheetMap(
            [.. element.EnumerateObject().Select(entry => (new SheetText(entry.Name, IsNull: false, default), Read(entry.Value)))], default),
        JsonValueKind.Array => new SheetList([.. element.EnumerateArray().Select(Read)], default),
        JsonValueKind.Null => new SheetText("null", IsNull: true, default),
        JsonValueKind.String => new SheetText(element.GetString()!, IsNull: false, default),
        _ => new SheetText(element.GetRawText(), IsNull: false, default),
    };
}
