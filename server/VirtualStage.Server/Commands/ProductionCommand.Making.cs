using System.CommandLine;
using VirtualStage.Plays;
using VirtualStage.Productions.Editing;
using VirtualStage.Productions.Packing;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Productions;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage production new</c>, <c>import</c>, <c>export</c>, <c>pack</c> and <c>unpack</c>: how a production comes in and goes out.</summary>
internal static partial class ProductionCommand
{
    private static Command New()
    {
        var from = new Option<FileInfo>("--from") { Description = "The play: Bosak XML, TEI, Fountain or plain text.", Required = true };
        var id = new Option<string?>("--id") { Description = "The production's id; made from the title otherwise." };
        var title = new Option<string?>("--title") { Description = "What the playbill says; the play's own title otherwise." };
        var to = Folder();
        id.Validators.Add(result => ServeCommand.Check(result, ProductionId.IsValid, ProductionId.Rule));
        title.Validators.Add(result => ServeCommand.Check(
            result, text => !string.IsNullOrWhiteSpace(text) && text.Length <= NewProduction.LongestTitle, $"1 to {NewProduction.LongestTitle} characters"));
        var command = new Command(
            "new",
            "Makes a production of a play alone: roles, a plain stage, lights, and a cue sheet from its entrances and exits."
                .WithExample("virtualstage production new --from hamlet.xml --id hamlet --to scripts"))
        {
            from, id, title, to,
        };
        command.SetAction(parsed =>
        {
            var play = parsed.GetRequiredValue(from);
            var source = NewProduction.From(
                ProductionPlaces.Bytes(play, PlayLimits.Bytes), play.Name, parsed.GetValue(title)?.Trim(), parsed.GetValue(id), _ => false);
            Tell(ProductionLoader.Load(source), ProductionFiles.WriteFolder(source, parsed.GetRequiredValue(to)));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Import()
    {
        var from = new Argument<string>("FOLDER|FILE") { Description = $"A production's folder, or a packed one ({ProductionPack.Extension})." };
        var data = Options.Data();
        var reimport = new Option<bool>("--reimport") { Description = "Take the files in although the production was edited since; the edits are given up." };
        var command = new Command(
            "import",
            "Takes a production into a data folder, as a new one or as the newest version; `serve --production ID` plays it. Not while a theatre runs on that folder: there the console does it."
                .WithExample("virtualstage production import hamlet.vsproduction --data data"))
        {
            from, data, reimport,
        };
        var journal = new JournalOptions().AddTo(command);
        command.SetAction(parsed =>
        {
            var place = parsed.GetRequiredValue(from);
            var source = Directory.Exists(place)
                ? ProductionSource.FromFolder(place)
                : ProductionPack.Read(ProductionPlaces.Bytes(new FileInfo(place), ProductionPack.Largest));
            var production = ProductionLoader.Load(source);
            var (folder, postgres) = (parsed.GetRequiredValue(data), journal.Of(parsed));
            var answer = ProductionPlaces.Change(
                folder, postgres, productions => productions.Import(source, overEdits: parsed.GetValue(reimport)).Answer);
            if (!answer.Accepted)
            {
                throw new ImportRefusedException($"{answer.Reason}; `virtualstage production export {source.Id}` writes down what was edited, and --reimport gives it up");
            }

            Tell(production, $"version {answer.Revision} in {postgres?.Place ?? folder.FullName}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Export()
    {
        var (id, data, to) = (new Argument<string>("ID") { Description = "The production's id in the data folder." }, Options.Data(), Folder());
        var command = new Command(
            "export",
            "Writes a production of a data folder as files, with what was edited, also while a theatre plays it."
                .WithExample("virtualstage production export hamlet --to scripts"))
        {
            id, data, to,
        };
        var journal = new JournalOptions().AddTo(command);
        command.SetAction(parsed =>
        {
            var (production, source) = ProductionPlaces.LookInData(parsed.GetRequiredValue(id), parsed.GetRequiredValue(data), journal.Of(parsed), state =>
                (state.Files!.Load(state.Document), state.ToSource()));
            Tell(production, ProductionFiles.WriteFolder(source, parsed.GetRequiredValue(to)));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Pack()
    {
        var (place, data) = (Place(), Options.Data());
        var to = new Option<FileInfo?>("--to") { Description = $"The file; ID{ProductionPack.Extension} here unless said." };
        var command = new Command(
            "pack",
            "Packs a production with all its files into one.".WithExample("virtualstage production pack scripts/hamlet --to hamlet.vsproduction"))
        {
            place, data, to,
        };
        var journal = new JournalOptions().AddTo(command);
        command.SetAction(parsed =>
        {
            var (production, pack) = ProductionPlaces.Look(parsed.GetRequiredValue(place), parsed.GetRequiredValue(data), journal.Of(parsed), state =>
                (state.Files!.Load(state.Document), ProductionPack.Write(state.ToSource())));
            var file = parsed.GetValue(to) ?? new FileInfo(production.Id + ProductionPack.Extension);
            ProductionFiles.Write(file, pack);
            Tell(production, file.FullName);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Unpack()
    {
        var from = new Argument<FileInfo>("FILE") { Description = "A packed production." };
        var to = Folder();
        var command = new Command(
            "unpack",
            "Writes a packed production as files, when it is whole and right.".WithExample("virtualstage production unpack hamlet.vsproduction --to scripts"))
        {
            from, to,
        };
        command.SetAction(parsed =>
        {
            var source = ProductionPack.Read(ProductionPlaces.Bytes(parsed.GetRequiredValue(from), ProductionPack.Largest));
            Tell(ProductionLoader.Load(source), ProductionFiles.WriteFolder(source, parsed.GetRequiredValue(to)));
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Place() => new("ID|FOLDER") { Description = "A production's folder, or its id in the data folder." };

    private static Option<DirectoryInfo> Folder() => new("--to")
    {
        Description = "Where the production's folder, which has its id for a name, is made.",
        DefaultValueFactory = _ => new DirectoryInfo("."),
    };

    private static void Tell(Production production, string where) => System.Console.WriteLine(
        $"{production.Title} ({production.Id}): {production.Roles.Count} roles, {production.Cues.Count} cues, {production.Play.Lines.Count()} lines; {where}");
}
