using System.Text.RegularExpressions;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Watching;

/// <summary>
/// What the program logs names things of a theatre, and no people: whoever adds a field to a log decides here that nobody is in
/// it. What a theatre really writes is looked at by the tests of running ones.
/// </summary>
public sealed partial class LogCallsTests
{
    private static readonly string[] _fields =
    [
        "Accepted", "Conduct", "Count", "Cue", "Error", "Event", "Line", "Part", "Path", "Performance", "Process", "Production", "Reason", "Role", "Seconds", "Target", "Version",
    ];

    [Fact]
    public void Every_field_of_a_log_is_one_that_names_nobody()
    {
        var calls = Directory.EnumerateFiles(Repository.File("server"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => CallPattern().Matches(File.ReadAllText(path)).Select(call => (Path: path, call.Groups["interpolated"].Length, Text: call.Groups["text"].Value)))
            .ToList();
        Assert.InRange(calls.Count, 20, 500);
        Assert.All(calls, call =>
        {
            Assert.True(call.Length == 0, $"{call.Path}: a text that is put together has no fields, and may have anything in it: {call.Text}");
            Assert.All(FieldPattern().Matches(call.Text), field => Assert.Contains(field.Groups[1].Value, _fields));
        });
        Assert.Equal(_fields, calls.SelectMany(call => FieldPattern().Matches(call.Text)).Select(field => field.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("""\.Log(?:Trace|Debug|Information|Warning|Error|Critical)\((?:[a-z]\w*, )?(?<interpolated>\$?)"(?<text>(?:[^"\\]|\\.)*)""")]
    private static partial Regex CallPattern();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex FieldPattern();
}
