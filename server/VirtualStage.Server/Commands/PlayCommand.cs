using System.CommandLine;
using System.Text.Json;
using VirtualStage.Plays;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage play</c>: looks at a play's text.</summary>
internal static class PlayCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create() => new("play", "Reads a play.".WithExample("virtualstage play stats hamlet.xml")) { Statistics() };

    private static Command Statistics()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Bosak XML, TEI, Fountain or plain text." };
        var json = Options.Json();
        var command = new Command("stats", "Counts what a play is made of.".WithExample("virtualstage play stats hamlet.xml --json"))
        {
            file,
            json,
        };
        command.SetAction(parsed =>
        {
            var statistics = PlayStatistics.Of(PlayReader.Read(parsed.GetRequiredValue(file).FullName));
            System.Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(statistics, _json) : Table(statistics));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Table(PlayStatistics statistics) => string.Join(Environment.NewLine,
    [
        $"acts              {statistics.Acts,6}",
        $"scenes            {statistics.Scenes,6}",
        $"prologues         {statistics.Prologues,6}",
        $"epilogues         {statistics.Epilogues,6}",
        $"speeches          {statistics.Speeches,6}",
        $"lines             {statistics.Lines,6}",
        $"prose             {statistics.Prose,6}",
        $"stage directions  {statistics.StageDirections,6}",
        $"speakers          {statistics.Speakers,6}",
        .. statistics.SpeechesBySpeaker
            .OrderByDescending(pair => pair.Value)
            .Select(pair => $"  {(pair.Key.Length == 0 ? "(no name)" : pair.Key),-24} {pair.Value,5}"),
    ]);
}
