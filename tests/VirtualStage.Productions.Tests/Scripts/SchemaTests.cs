using System.Text.Json;
using Emote = VirtualStage.Contracts.Stage.Emote;
using Gait = VirtualStage.Contracts.Stage.Gait;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Scripts.Reading;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Scripts;

public sealed class SchemaTests
{
    private static readonly JsonElement Definitions = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(Repository.Root, "scripts", "production.schema.json")))
        .RootElement.GetProperty("$defs");

    public static TheoryData<string> Mappings { get; } = new(SheetKeys.All.Select(keys => keys.Name));

    [Theory]
    [MemberData(nameof(Mappings))]
    public void The_schema_knows_the_same_keys_as_the_loader(string mapping)
    {
        var keys = SheetKeys.All.Single(keys => keys.Name == mapping);
        var definition = Definitions.GetProperty(mapping);

        Assert.Equal(
            keys.Required.Concat(keys.Optional).Order(StringComparer.Ordinal),
            definition.GetProperty("properties").EnumerateObject().Select(key => key.Name).Order(StringComparer.Ordinal));
        Assert.Equal(keys.Required.Order(StringComparer.Ordinal), Texts(definition, "required").Order(StringComparer.Ordinal));
        Assert.False(definition.GetProperty("additionalProperties").GetBoolean());
    }

    [Fact]
    public void Every_mapping_with_fixed_keys_in_the_schema_is_one_of_the_loader()
    {
        var withKeys = Definitions.EnumerateObject().Where(definition => definition.Value.TryGetProperty("properties", out _));

        Assert.Equal(
            SheetKeys.All.Select(keys => keys.Name).Order(StringComparer.Ordinal),
            withKeys.Select(definition => definition.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_schema_offers_the_same_words_as_the_loader()
    {
        Assert.Equal(Words<PieceShape>.All, WordsOf("piece", "shape"));
        Assert.Equal(Words<Whereabouts>.All, WordsOf("flown", "start"));
        Assert.Equal(Words<LampKind>.All, WordsOf("lamp", "kind"));
        Assert.Equal(Words<Department>.All, WordsOf("cue", "department"));
        Assert.Equal(Words<ContinueMode>.All, WordsOf("cue", "continue"));
        Assert.Equal(Words<GroupMode>.All, WordsOf("group", "mode"));
        Assert.Equal(Words<Gait>.All, WordsOf("step", "gait").Prepend("stand"));
        Assert.Equal(Words<Emote>.All, WordsOf("step", "emote"));
        Assert.Equal(Words<Emote>.All, WordsOf("fightStep", "emote"));
        Assert.Equal(Words<PieceShape>.All, WordsOf("prop", "shape"));
        Assert.Equal(Words<Garment>.All, WordsOf("costume", "garment"));
        Assert.Equal(Words<Headwear>.All, WordsOf("costume", "head"));
    }

    private static IEnumerable<string> WordsOf(string definition, string key) =>
        Texts(Definitions.GetProperty(definition).GetProperty("properties").GetProperty(key), "enum");

    private static IEnumerable<string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(text => text.GetString()!) : [];
}
