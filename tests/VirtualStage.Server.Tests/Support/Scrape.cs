using System.Globalization;
using System.Text.RegularExpressions;

namespace VirtualStage.Server.Tests.Support;

/// <summary>What a theatre's metrics were at one moment, read as Prometheus reads its text format.</summary>
internal sealed partial class Scrape
{
    private readonly List<(string Name, string Labels, double Value)> _samples = [];
    private readonly Dictionary<string, string> _help = [];

    private Scrape(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (HelpPattern().Match(line) is { Success: true } help)
            {
                _help[help.Groups[1].Value] = help.Groups[2].Value;
            }
            else if (line[0] != '#')
            {
                var sample = SamplePattern().Match(line);
                Assert.True(sample.Success, $"that is no sample: {line}");
                _samples.Add((sample.Groups[1].Value, sample.Groups[2].Value, double.Parse(sample.Groups[3].Value, CultureInfo.InvariantCulture)));
            }
        }
    }

    /// <summary>Names of the samples, as a query names them.</summary>
    public IReadOnlySet<string> Names => _samples.Select(sample => sample.Name).ToHashSet();

    /// <summary>Descriptions by the names of metrics: of a histogram without the endings of its samples.</summary>
    public IReadOnlyDictionary<string, string> Help => _help;

    /// <summary>Every value of a label.</summary>
    public IEnumerable<string> LabelValues => _samples.SelectMany(sample => LabelPattern().Matches(sample.Labels)).Select(label => label.Groups[1].Value).Distinct();

    public static async Task<Scrape> Of(int port)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/metrics"), TestContext.Current.CancellationToken);
        Assert.Equal("text/plain", answer.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        return new Scrape(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The sum of the samples with a name and, where one is given, with a label.</summary>
    public double Sum(string name, string label = "")
    {
        var found = _samples.Where(sample => sample.Name == name && sample.Labels.Contains(label, StringComparison.Ordinal)).ToList();
        Assert.True(found.Count > 0, $"{name}{{{label}}} is not there");
        return found.Sum(sample => sample.Value);
    }

    [GeneratedRegex("^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$")]
    private static partial Regex HelpPattern();

    [GeneratedRegex(@"^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (-?[0-9.eE+-]+|[+-]Inf|NaN)( [0-9]+)?$")]
    private static partial Regex SamplePattern();

    [GeneratedRegex("=\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex LabelPattern();
}
