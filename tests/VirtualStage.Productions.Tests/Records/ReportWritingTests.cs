using System.Text;
using System.Text.RegularExpressions;
using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Records.Writing;

namespace VirtualStage.Productions.Tests.Records;

public sealed partial class ReportWritingTests
{
    private const string Nasty = "=cmd|' /C calc'!A0,\"x\"\r\n<script>alert(1)</script> | **b** [l](javascript:1) `c` &amp;";

    private static readonly RunReport _report = new(
        "acts-1",
        "Two acts",
        3,
        false,
        true,
        2,
        [new ReportTime("Up", 1_772_391_600_000), new ReportTime("Down", 1_772_399_000_000)],
        [new ReportLength("", "Run", 7_400_000, 7_300_000), new ReportLength("1.1", "Scene 1", 59_600, 61_000), new ReportLength("2", "ACT II", 5000, null)],
        [
            new ReportCue("LX 1", Nasty, "1.1.1", "1.1.2", 1_772_391_612_345, 12_345, "GO", Nasty, 57, -1250, "done"),
            new ReportCue("LX 2", "Plain", null, null, 1_772_391_613_000, 13_000, "auto-follow", null, null, null, ""),
        ],
        ["LX 3"],
        [new ReportHold(1_772_391_700_000, null, Nasty, "-Ann", null)],
        [new ReportIncident(1_772_391_800_000, "1.1.2", Nasty)],
        [new ReportPart("Anna", "+Ann")],
        [new ReportAttendance("@Ann", "signed in", null)],
        [new ReportNote(1_772_391_900_000, "1.1.2", "Ann", "", Nasty)]);

    [Fact]
    public void Csv_is_one_table_that_reads_back_as_it_was()
    {
        var rows = Parse(CsvReport.Write(_report));
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        Assert.Equal(
            ["section", "time", "time", "length", "length", "length", "cue", "cue", "not-called", "hold", "incident", "cast", "attendance", "note"],
            rows.Select(row => row[0]));
        var cue = rows[0].Zip(rows[6]).ToDictionary(cell => cell.First, cell => cell.Second);
        Assert.Equal("2026-03-01T19:00:12.345Z", cue["at"]);
        Assert.Equal(("LX 1", "'" + Nasty, "1.1.1", "1.1.2"), (cue["item"], cue["title"], cue["planned_line"], cue["line"]));
        Assert.Equal(("12345", "57", "-1250", "GO"), (cue["show_ms"], cue["latency_ms"], cue["late_ms"], cue["origin"]));
    }

    [Fact]
    public void Nothing_that_people_wrote_is_a_formula()
    {
        string[] numbers = ["show_ms", "length_ms", "usual_ms", "latency_ms", "late_ms"];
        var rows = Parse(CsvReport.Write(_report));
        Assert.All(
            rows.Skip(1).SelectMany(row => rows[0].Zip(row)).Where(cell => !numbers.Contains(cell.First)),
            cell => Assert.DoesNotMatch(@"^[=+\-@\t\r]", cell.Second));
        Assert.Contains(rows, row => row.Contains("'-Ann"));
        Assert.Contains(rows, row => row.Contains("'+Ann"));
        Assert.Contains(rows, row => row.Contains("'@Ann"));
    }

    [Fact]
    public void Markdown_keeps_its_tables_whatever_people_wrote()
    {
        var markdown = MarkdownReport.Write(_report, TimeZoneInfo.Utc);
        foreach (var table in markdown.Split("\n\n").Where(block => block.StartsWith('|')))
        {
            var columns = table.Trim('\n').Split('\n').Select(line => Bar().Count(line)).ToList();
            Assert.All(columns, count => Assert.Equal(columns[0], count));
        }

        Assert.DoesNotContain("<script>", markdown);
        Assert.DoesNotContain("**b**", markdown);
        Assert.DoesNotContain("[l](", markdown);
        Assert.Contains("| Up | 19:00:00 |", markdown);
        Assert.Contains("| Run | 2:03:20 | 2:01:40 | +1:40 |", markdown);
        Assert.Contains("| – Scene 1 | 1:00 | 1:01 | −0:01 |", markdown);
        Assert.Contains("| LX 2 | Plain |  |  | 19:00:13 | 0:13 | auto-follow |  |  |  |", markdown);
    }

    [Fact]
    public void The_page_shows_what_people_wrote_and_runs_none_of_it()
    {
        var html = HtmlReport.Write(_report, TimeZoneInfo.Utc);
        Assert.DoesNotContain("<script", html);
        Assert.Contains("&lt;script&gt;", html);
        Assert.Contains("&amp;amp;", html);
        Assert.Contains("@media print", html);
        Assert.Equal(Regex.Count(html, "<tr>"), Regex.Count(html, "</tr>"));
        Assert.Equal(9, Regex.Count(html, "<h2>"));
    }

    [Fact]
    public void Times_are_those_of_the_theatres_zone()
    {
        var vienna = TimeZoneInfo.CreateCustomTimeZone("here", TimeSpan.FromHours(1), "here", "here");
        Assert.Contains("| Up | 20:00:00 |", MarkdownReport.Write(_report, vienna));
    }

    [Fact]
    public void A_report_without_anything_says_so()
    {
        var empty = new RunReport("acts-1", "Two acts", 1, true, false, 0, [], [], [], [], [], [], [], [], []);
        var markdown = MarkdownReport.Write(empty, TimeZoneInfo.Utc);
        Assert.StartsWith("# Rehearsal report: Two acts\n\nacts-1, version 1, no earlier run to compare with, not over yet\n", markdown);
        Assert.Equal(9, Regex.Count(markdown, "None\\."));
        Assert.Single(Parse(CsvReport.Write(empty)));
        Assert.Equal(9, Regex.Count(HtmlReport.Write(empty, TimeZoneInfo.Utc), "<p>None.</p>"));
    }

    /// <summary>RFC 4180 as a reader has it: quotes, doubled quotes in them, and rows that end with CRLF.</summary>
    private static List<List<string>> Parse(string csv)
    {
        List<List<string>> rows = [[]];
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            switch (csv[i])
            {
                case '"' when quoted && i + 1 < csv.Length && csv[i + 1] == '"':
                    cell.Append(csv[++i]);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    End();
                    break;
                case '\r' when !quoted:
                    Assert.Equal('\n', csv[++i]);
                    End();
                    rows.Add([]);
                    break;
                default:
                    cell.Append(csv[i]);
                    break;
            }
        }

        Assert.Empty(rows[^1]);
        rows.RemoveAt(rows.Count - 1);
        return rows;

        void End()
        {
            rows[^1].Add(cell.ToString());
            cell.Clear();
        }
    }

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();
}
