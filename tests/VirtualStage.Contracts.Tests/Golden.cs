using System.Text.Json;
using System.Text.Json.Nodes;

namespace VirtualStage.Contracts.Tests;

/// <summary>
/// Golden vectors: what this code gives, kept in tests/golden for the TypeScript client to reproduce. With
/// VIRTUALSTAGE_WRITE_GOLDEN=1 in the environment they are written anew instead of compared.
/// </summary>
internal static class Golden
{
    public static void Matches(string name, JsonNode vectors)
    {
        var path = Repository.Path("tests", "golden", name);
        var text = string.Join(",\n", vectors.AsArray().Select(v => v!.ToJsonString(JsonSerializerOptions.Default)));
        text = "[\n" + text + "\n]\n";
        if (Environment.GetEnvironmentVariable("VIRTUALSTAGE_WRITE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(
            File.ReadAllText(path) == text,
            $"tests/golden/{name} is not what the code gives: if the change is meant, run the tests with VIRTUALSTAGE_WRITE_GOLDEN=1 and commit it");
    }
}
