using System.CommandLine;
using System.Text;
using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Books;
using VirtualStage.Productions.CueTables;
using VirtualStage.Productions.Editing;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage production import-cues</c> and <c>book</c>: cues in from a table, and out on paper.</summary>
internal static partial class ProductionCommand
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static Command ImportCues()
    {
        var (place, data) = (Place(), Options.Data());
        var csv = new Option<FileInfo>("--csv") { Description = $"The table. Its columns: {string.Join(',', CueColumns.All)}.", Required = true };
        var command = new Command(
            "import-cues",
            "Takes cues from a table in: all of them, or none when a row is wrong. In a data folder not while a theatre runs on it."
                .WithExample("virtualstage production import-cues scripts/hamlet --csv lights.csv"))
        {
            place, data, csv,
        };
        var journal = new JournalOptions().AddTo(command);
        command.SetAction(parsed =>
        {
            var (where, file) = (parsed.GetRequiredValue(place), parsed.GetRequiredValue(csv));
            var table = Text(file);
            if (Directory.Exists(where))
            {
                var desk = ProductionPlaces.OfFolder(where);
                var state = Taken(desk.Decide(null, CommandOf(desk.State, table, file)));
                // What is written can be read again, or the folder stays as it is.
                _ = ProductionLoader.Load(state.ToSource());
                var former = ProductionFiles.ReplaceSheet(where, state.ToSource().Yaml);
                Tell(state.Files!.Load(state.Document), $"the former sheet, with its comments, is {former}");
                return ExitCode.Done;
            }

            var (folder, postgres) = (parsed.GetRequiredValue(data), journal.Of(parsed));
            var theatre = postgres?.Place ?? folder.FullName;
            ProductionPlaces.LookInData(where, folder, postgres, _ => true);
            var edited = ProductionPlaces.Change(folder, postgres, productions =>
                Taken(productions.Decide(where, null, CommandOf(ProductionPlaces.Known(productions, where, theatre), table, file))));
            Tell(edited.Files!.Load(edited.Document), $"version {edited.Revision} in {theatre}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Book()
    {
        var (place, data) = (Place(), Options.Data());
        var to = new Option<FileInfo?>("--to") { Description = "The page; ID.html here unless said." };
        var command = new Command(
            "book",
            "Writes the prompt book as a page to print: the text with its cuts, and each cue beside its words.".WithExample("virtualstage production book hamlet --to hamlet.html"))
        {
            place, data, to,
        };
        var journal = new JournalOptions().AddTo(command);
        command.SetAction(parsed =>
        {
            var (production, page) = ProductionPlaces.Look(parsed.GetRequiredValue(place), parsed.GetRequiredValue(data), journal.Of(parsed), state =>
            {
                var version = Directory.Exists(parsed.GetRequiredValue(place)) ? 0 : state.Revision;
                var production = state.Files!.Load(state.Document) with { Version = version };
                return (production, PrintedBook.Write(production, state.Files.Play));
            });
            var file = parsed.GetValue(to) ?? new FileInfo(production.Id + ".html");
            ProductionFiles.Replace(file.FullName, Encoding.UTF8.GetBytes(page));
            Tell(production, file.FullName);
            return ExitCode.Done;
        });
        return command;
    }

    private static ProductionEnvelope CommandOf(ProductionState state, string table, FileInfo file) =>
        new(Guid.NewGuid().ToString(), state.Revision, CueTableImport.Of(state, table, file.Name));

    private static ProductionState Taken(ProductionDecision decision) =>
        decision.Answer.Accepted ? decision.State : throw new InvalidDataException(decision.Answer.Reason);

    private static string Text(FileInfo file)
    {
        try
        {
            return _utf8.GetString(ProductionPlaces.Bytes(file, CueTable.Largest));
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{file.FullName} is not UTF-8 text; save it as \"CSV UTF-8\"");
        }
    }
}
