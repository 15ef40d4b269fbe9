using System.Diagnostics;
using System.Text.Json;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>
/// An actor by the client's core alone, in a process of its own. VIRTUALSTAGE_CLIENT_ACTOR names one that was compiled
/// ahead of time, as Unity's IL2CPP does: nothing of it may need code that is made at run time.
/// </summary>
[Collection(nameof(OpenTheatre))]
public sealed class ActorProcessTests(OpenTheatre open)
{
    private static readonly string _built = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "../../../../VirtualStage.Client.Actor", Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "../../.."), AppContext.BaseDirectory), "VirtualStage.Client.Actor.dll"));

    [Fact]
    public async Task An_actor_reads_the_text_goes_on_walks_where_it_predicted_and_goes_off()
    {
        await open.Cast("osric", "p-alone");
        var program = Environment.GetEnvironmentVariable("VIRTUALSTAGE_CLIENT_ACTOR");
        string[] arguments = [open.Theatre.Address.ToString(), open.Theatre.Performance, "osric", "8"];
        var start = program is null ? new ProcessStartInfo("dotnet", [_built, .. arguments]) : new ProcessStartInfo(program, arguments);
        start.Environment["VIRTUALSTAGE_TICKET"] = open.Theatre.Ticket("p-alone", "act");
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);

        using var process = Process.Start(start)!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.Equal("", await error);
            var did = JsonDocument.Parse(await output).RootElement;
            Assert.InRange(did.GetProperty("walkedMetres").GetDouble(), 0.5, 5);
            Assert.InRange(did.GetProperty("correctedMetres").GetDouble(), 0, 0.5);
            Assert.InRange(did.GetProperty("lines").GetInt32(), 100, 10_000);
            Assert.Equal(0, did.GetProperty("malformed").GetInt32());
        }
        finally
        {
            Executable.End(process);
        }
    }
}
