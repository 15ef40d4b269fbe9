using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using VirtualStage.Server.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace VirtualStage.Server.Tests.Watching;

/// <summary>The files for Prometheus and Grafana, as far as they can be checked where neither runs.</summary>
public sealed class WatchFilesTests
{
    private static readonly string[] _units = ["Bps", "bytes", "cps", "fps", "percentunit", "pps", "s", "short"];

    [Fact]
    public void Every_panel_has_a_title_a_unit_a_description_and_a_query()
    {
        Assert.InRange(Queries.Panels.Count, 30, 100);
        Assert.All(Queries.Panels, panel =>
        {
            Assert.NotEmpty(panel.GetProperty("title").GetString()!);
            Assert.EndsWith(".", panel.GetProperty("description").GetString());
            Assert.Contains(panel.GetProperty("fieldConfig").GetProperty("defaults").GetProperty("unit").GetString(), _units);
            Assert.NotEqual(0, panel.GetProperty("targets").GetArrayLength());
        });
        var all = Queries.Dashboard.GetProperty("panels").EnumerateArray().ToList();
        Assert.Equal(all.Count, all.Select(panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
        Assert.Equal(all.Count, all.Select(panel => (panel.GetProperty("title").GetString(), panel.GetProperty("type").GetString())).Distinct().Count());
        Assert.All(all.Select(Place), (place, index) => Assert.DoesNotContain(all.Skip(index + 1).Select(Place), other => Overlap(place, other)));
    }

    [Fact]
    public void The_dashboard_finds_its_source_and_grafana_both()
    {
        Assert.Equal("virtualstage", Queries.Dashboard.GetProperty("uid").GetString());
        var source = Assert.Single(((YamlSequenceNode)Yaml("deploy/grafana/provisioning/datasources/prometheus.yml")["datasources"]).Children);
        var uids = Queries.Panels.SelectMany(panel => panel.GetProperty("targets").EnumerateArray().Append(panel))
            .Concat(Queries.Dashboard.GetProperty("templating").GetProperty("list").EnumerateArray())
            .Select(part => part.GetProperty("datasource").GetProperty("uid").GetString());
        Assert.Equal([source["uid"].ToString()], uids.Distinct());

        var compose = Yaml("docker-compose.yml")["services"];
        var provider = Assert.Single(((YamlSequenceNode)Yaml("deploy/grafana/provisioning/dashboards/virtualstage.yml")["providers"]).Children);
        Assert.Contains($"./deploy/grafana/virtualstage.json:{provider["options"]["path"]}/virtualstage.json:ro", Texts(compose["grafana"]["volumes"]));
        Assert.Contains("./deploy/grafana/provisioning:/etc/grafana/provisioning:ro", Texts(compose["grafana"]["volumes"]));
        Assert.Contains("./deploy/prometheus:/etc/prometheus:ro", Texts(compose["prometheus"]["volumes"]));

        var job = Assert.Single(((YamlSequenceNode)Yaml("deploy/prometheus/prometheus.yml")["scrape_configs"]).Children);
        Assert.Equal("virtualstage", job["job_name"].ToString());
        Assert.All(new[] { "theatre-1", "theatre-2" }, theatre => Assert.Contains("--metrics-port=9464", Texts(compose[theatre]["command"])));
        Assert.Equal(["theatre-1:9464", "theatre-2:9464"], Texts(job["static_configs"][0]["targets"]));
    }

    [Fact]
    public void Who_watches_is_let_in_on_this_machine_alone_and_writes_nowhere_but_in_their_volume()
    {
        var compose = Yaml("docker-compose.yml");
        foreach (var name in new[] { "prometheus", "grafana" })
        {
            var service = compose["services"][name];
            Assert.All(Texts(service["ports"]), port => Assert.StartsWith("127.0.0.1:", port));
            Assert.Equal("true", service["read_only"].ToString());
            Assert.DoesNotMatch("^(0|root)", service["user"].ToString());
            Assert.Equal(["ALL"], Texts(service["cap_drop"]));
            Assert.Single(Texts(service["volumes"]), volume => !volume.EndsWith(":ro", StringComparison.Ordinal));
        }

        foreach (var theatre in new[] { "theatre-1", "theatre-2" })
        {
            Assert.DoesNotContain(Texts(compose["services"][theatre]["ports"]), port => port.Contains("9464", StringComparison.Ordinal));
        }

        Assert.Equal("/run/secrets/grafana-password", compose["services"]["grafana"]["environment"]["GF_SECURITY_ADMIN_PASSWORD__FILE"].ToString());
    }

    [Fact]
    public void Every_alert_says_how_urgent_it_is_what_it_is_and_what_to_do()
    {
        var rules = ((YamlSequenceNode)Yaml("deploy/prometheus/alerts.yml")["groups"][0]["rules"]).Children;
        Assert.All(rules, rule =>
        {
            Assert.Contains(rule["labels"]["severity"].ToString(), new[] { "page", "warn" });
            Assert.NotEmpty(rule["annotations"]["summary"].ToString());
            Assert.EndsWith(".", rule["annotations"]["description"].ToString());
        });
        var names = rules.Select(rule => rule["alert"].ToString()).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Equal(names.Select(name => $"alert {name}"), Queries.All.Select(query => query.Where).Where(where => where.StartsWith("alert", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("sum by (le, instance) (rate(a_bucket{b=\"c\",d=~\"$e\"}[1m])) > 0.033", "a_bucket")]
    [InlineData("a_total / (b_total + on (x) group_left (y) c) and d unless e offset 5m", "a_total b_total c d e")]
    [InlineData("predict_linear(a_bytes[30m], 3 * 3600) < up", "a_bytes")]
    public void A_query_is_read_for_its_metrics(string query, string metrics) =>
        Assert.Equal(metrics.Split(' '), Queries.MetricsIn(query));

    [Fact]
    public async Task Prometheus_own_tool_takes_its_files()
    {
        foreach (var (what, file) in new[] { ("rules", Queries.AlertsFile), ("config", Repository.File("deploy/prometheus/prometheus.yml")) })
        {
            Process tool;
            try
            {
                tool = Process.Start(new ProcessStartInfo("promtool", ["check", what, file]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            }
            catch (Win32Exception)
            {
                Assert.Skip("promtool is not here: apt-get install prometheus");
                return;
            }

            using (tool)
            {
                var words = await Task.WhenAll(
                    tool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), tool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
                await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
                Assert.True(tool.ExitCode == 0, string.Concat(words));
            }
        }
    }

    private static (int Left, int Top, int Right, int Bottom) Place(JsonElement panel)
    {
        var grid = panel.GetProperty("gridPos");
        var (left, top) = (grid.GetProperty("x").GetInt32(), grid.GetProperty("y").GetInt32());
        var (right, bottom) = (left + grid.GetProperty("w").GetInt32(), top + grid.GetProperty("h").GetInt32());
        Assert.InRange(right, left + 1, 24);
        return (left, top, right, bottom);
    }

    private static bool Overlap((int Left, int Top, int Right, int Bottom) one, (int Left, int Top, int Right, int Bottom) other) =>
        one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;

    private static YamlNode Yaml(string path)
    {
        var yaml = new YamlStream();
        using var file = File.OpenText(Repository.File(path));
        yaml.Load(file);
        return Assert.Single(yaml.Documents).RootNode;
    }

    private static IEnumerable<string> Texts(YamlNode node) => ((YamlSequenceNode)node).Children.Select(child => child.ToString());
}
