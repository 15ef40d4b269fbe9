using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using VirtualStage.Plays;
using VirtualStage.Productions.Casting;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage production roles</c> and <c>doubling</c>: what there is to be cast, and with how few.</summary>
internal static partial class ProductionCommand
{
    private static readonly JsonSerializerOptions _castingJson = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static Command Roles()
    {
        var (source, json) = (CastingSource(), Options.Json());
        var command = new Command(
            "roles", "Lists each role with its speeches, lines and first entrance.".WithExample("virtualstage production roles scripts/hamlet"))
        {
            source,
            json,
        };
        command.SetAction(parsed =>
        {
            var sheet = SheetOf(parsed.GetRequiredValue(source));
            System.Console.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(sheet.Parts.Select(part => new RoleEntry(
                    part.Id,
                    part.Name,
                    part.Speeches,
                    part.Lines,
                    part.Words,
                    part.FirstEntrance is { } first ? sheet.Lines[first.From] : null,
                    part.FirstSpoken,
                    part.Scenes)), _castingJson)
                : CastingReports.Roles(sheet));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Doubling()
    {
        var (source, json) = (CastingSource(), Options.Json());
        var lines = new Option<int>("--lines")
        {
            Description = "Lines of others that an actor needs to change.",
            DefaultValueFactory = _ => ChangeTime.Usual.Lines,
        };
        var seconds = new Option<double>("--seconds")
        {
            Description = "Seconds that an actor needs to change.",
            DefaultValueFactory = _ => ChangeTime.Usual.Ms / 1000.0,
        };
        lines.Validators.Add(result => RefuseOutside(result, "--lines", 0, 10_000));
        seconds.Validators.Add(result => RefuseOutside(result, "--seconds", 0, 86_400));
        var command = new Command(
            "doubling", "Finds which roles can share an actor, and the smallest cast.".WithExample("virtualstage production doubling hamlet.xml --seconds 60"))
        {
            source,
            json,
            lines,
            seconds,
        };
        command.SetAction(parsed =>
        {
            var sheet = SheetOf(parsed.GetRequiredValue(source));
            var doubling = new Doubling(sheet, new ChangeTime(parsed.GetValue(lines), (int)(parsed.GetValue(seconds) * 1000)));
            var cast = SmallestCast.Of(sheet, doubling);
            System.Console.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new DoublingReport([.. doubling.Conflicts], cast), _castingJson)
                : CastingReports.Doubling(sheet, doubling, cast));
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> CastingSource() => new("FOLDER|FILE")
    {
        Description = "A production's folder, or a play in any format that `play stats` reads.",
    };

    private static CastingSheet SheetOf(string source) => Directory.Exists(source)
        ? CastingSheet.Of(ProductionLoader.Load(ProductionSource.FromFolder(source)))
        : CastingSheet.Of(PlayReader.Read(source));

    private static void RefuseOutside(System.CommandLine.Parsing.OptionResult result, string option, double least, double most)
    {
        if (double.TryParse(result.Tokens is [var token] ? token.Value : "0", System.Globalization.CultureInfo.InvariantCulture, out var value)
            && !(value >= least && value <= most))
        {
            result.AddError($"{option} is {least} to {most}.");
        }
    }

    private sealed record RoleEntry(
        string Id, string Name, int Speeches, int Lines, int Words, string? FirstOn, string? FirstSpoken, IReadOnlyList<string> Scenes);

    private sealed record DoublingReport(IReadOnlyList<Conflict> Conflicts, CastSuggestion SmallestCast);
}
