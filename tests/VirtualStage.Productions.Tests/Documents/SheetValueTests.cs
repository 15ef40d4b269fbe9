using System.Text.Json;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Tests.Scripts;

namespace VirtualStage.Productions.Tests.Documents;

public sealed class SheetValueTests
{
    private static readonly JsonElement Definitions = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(Repository.Root, "scripts", "production.schema.json")))
        .RootElement.GetProperty("$defs");

    [Fact]
    public void Numbers_and_truths_are_those_of_the_schema()
    {
        var (numbers, truths) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var definition in Definitions.EnumerateObject().Where(definition => definition.Value.TryGetProperty("properties", out _)))
        {
            foreach (var property in definition.Value.GetProperty("properties").EnumerateObject())
            {
                var type = TypeOf(property.Value);
                (type == "number" ? numbers : type == "boolean" ? truths : []).Add(property.Name);
            }
        }

        Assert.Equal(numbers, SheetValues.Numbers.Order(StringComparer.Ordinal));
        Assert.Equal(truths, SheetValues.Truths.Order(StringComparer.Ordinal));
    }

    /// <summary>The type of a value, or of a list's items.</summary>
    private static string? TypeOf(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return TypeOf(Definitions.GetProperty(reference.GetString()!["#/$defs/".Length..]));
        }

        if (schema.TryGetProperty("const", out var value))
        {
            return value.ValueKind == JsonValueKind.True ? "boolean" : null;
        }

        if (!schema.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        return type.GetString() != "array" ? type.GetString()
            : schema.TryGetProperty("items", out var items) ? TypeOf(items)
            : schema.TryGetProperty("prefixItems", out var first) ? TypeOf(first[0])
            : null;
    }
}
