using System.IO.Compression;
using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Commands;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Commands;

/// <summary>How productions come in and go out by the command line.</summary>
public sealed class ProductionCommandTests : IDisposable
{
    private const string Play = """
        Title: Two at the door

        # ACT I #1#

        ## Scene 1. A door. #1.1#

        Enter Anna and Bert.

        ANNA
        Who is there?

        BERT
        It is only the rain.

        Exeunt.
        """;

    private readonly TempFolder _folder = new();

    private string Data => _folder["data"];

    [Fact]
    public async Task A_play_becomes_a_folder_that_is_a_production()
    {
        var play = _folder.Write("Door.FOUNTAIN", Play);

        var made = await Done("new", "--from", play, "--to", _folder["scripts"]);

        Assert.StartsWith("Two at the door (two-at-the-door): 2 roles,", made);
        var folder = Path.Combine(_folder["scripts"], "two-at-the-door");
        Assert.Equal(["door.fountain", "production.yaml"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.Equal("Two at the door", ProductionLoader.Load(folder).Title);
        Assert.Equal([folder], Directory.GetFileSystemEntries(_folder["scripts"]));

        await Done("new", "--from", play, "--to", _folder["scripts"], "--id", "door", "--title", " At the door ");
        Assert.Equal("At the door", ProductionLoader.Load(Path.Combine(_folder["scripts"], "door")).Title);
        Assert.Contains("is there already", await Fails("new", "--from", play, "--to", _folder["scripts"], "--id", "door"));
    }

    [Theory]
    [InlineData("door.xml", "<PLAY><ACT>", "door.xml:")]
    [InlineData("door.txt", "", "door.txt")]
    [InlineData("door.fountain", "Title: Silence\n\n# ACT I #1#\n\nNobody comes.\n", "")]
    public async Task What_is_no_play_makes_nothing(string name, string content, string words)
    {
        Assert.Contains(words, await Fails("new", "--from", _folder.Write(name, content), "--to", _folder["scripts"]));
        Assert.False(Directory.Exists(_folder["scripts"]));
    }

    [Fact]
    public async Task Files_that_are_not_there_and_ids_that_are_none_are_said_so()
    {
        Assert.Contains("there is no file", await Fails("new", "--from", _folder["nothing.xml"]));
        Assert.Contains("there is no file", await Fails("import", _folder["nothing"], "--data", Data));
        Assert.Contains("there is no file", await Fails("unpack", _folder["nothing"]));
        Assert.Contains("there is no folder", await Fails("pack", _folder["nothing"], "--data", Data));
        Assert.Contains("no theatre's data folder", await Fails("book", "hamlet", "--data", Data));
        Assert.Contains("no theatre's data folder", await Fails("export", "hamlet", "--data", Data));
        Assert.Contains("no theatre's data folder", await Fails("import-cues", "hamlet", "--data", Data, "--csv", _folder.Write("cues.csv", "x")));
        Assert.False(Directory.Exists(Data));
        var play = _folder.Write("door.fountain", Play);
        foreach (var id in new[] { "../door", "a door", "" })
        {
            var ran = await Run("new", "--from", play, "--id", id, "--to", _folder["scripts"]);
            Assert.Equal(ExitCode.Usage, ran.ExitCode);
            Assert.Contains("--id takes letters", ran.Error);
        }

        Assert.Equal(ExitCode.Usage, (await Run("new")).ExitCode);
    }

    [Fact]
    public async Task A_production_goes_round_by_pack_journal_and_files_and_stays_the_same()
    {
        var hamlet = BundledProduction.CopyTo(_folder, "hamlet");
        var pack = _folder["hamlet.vsproduction"];
        await Done("pack", hamlet, "--to", pack);
        Assert.Contains("is there already", await Fails("pack", hamlet, "--to", pack));

        await Done("unpack", pack, "--to", _folder["unpacked"]);
        Same(hamlet, Path.Combine(_folder["unpacked"], "hamlet"));
        Assert.Contains("version 1 in", await Done("import", pack, "--data", Data));
        Assert.Contains("version 1 in", await Done("import", hamlet, "--data", Data));
        await Done("export", "hamlet", "--data", Data, "--to", _folder["exported"]);
        Same(hamlet, Path.Combine(_folder["exported"], "hamlet"));
        await Done("pack", "hamlet", "--data", Data, "--to", _folder["again.vsproduction"]);
        Assert.Equal(File.ReadAllBytes(pack), File.ReadAllBytes(_folder["again.vsproduction"]));
        Assert.Contains("it holds hamlet", await Fails("export", "othello", "--data", Data));
    }

    [Fact]
    public async Task What_was_edited_goes_out_and_is_not_overwritten()
    {
        var hamlet = BundledProduction.CopyTo(_folder, "hamlet");
        await Done("import", hamlet, "--data", Data);
        ProductionPlaces.Change(new DirectoryInfo(Data), null, productions => productions.Decide(
            "hamlet", null, new ProductionEnvelope("1", 1, new EditProduction([new RemoveCue("SQ 2")], null))));
        File.AppendAllText(Path.Combine(hamlet, "production.yaml"), "# newer\n");

        Assert.Contains("was edited since", await Fails("import", hamlet, "--data", Data));
        await Done("export", "hamlet", "--data", Data, "--to", _folder["exported"]);
        Assert.DoesNotContain(ProductionLoader.Load(Path.Combine(_folder["exported"], "hamlet")).Cues, cue => cue.Number == "SQ 2");
        Assert.Contains("version 3 in", await Done("import", hamlet, "--data", Data, "--reimport"));
    }

    [Fact]
    public async Task A_pack_that_means_no_good_writes_nothing()
    {
        var good = _folder["good.vsproduction"];
        await Done("pack", BundledProduction.Folder, "--to", good);
        foreach (var (name, spoil, words) in new (string, Action<ZipArchive>, string)[]
        {
            ("slip", archive => Put(archive, "../../evil.txt", "x"), "leads out of the production's folder"),
            ("stranger", archive => Put(archive, "evil.txt", "x"), "is not in the manifest"),
            ("changed", archive => Put(archive, "production.yaml", "title: other"), "'production.yaml' is damaged"),
            ("newer", archive => Put(archive, "manifest.json", Text(archive, "manifest.json").Replace("\"version\": 1", "\"version\": 9")), "format 9"),
            ("hash", archive => Put(archive, "manifest.json", Text(archive, "manifest.json").Replace("\"sha256\": \"", "\"sha256\": \"0")), "is damaged"),
            ("missing", archive => archive.GetEntry("hamlet.fountain")!.Delete(), "'hamlet.fountain' is missing"),
            ("bomb", archive => Put(archive, "hamlet.fountain", new string('x', 40 << 20)), "larger than it says"),
        })
        {
            var file = _folder[$"{name}.vsproduction"];
            File.Copy(good, file);
            using (var archive = ZipFile.Open(file, ZipArchiveMode.Update))
            {
                spoil(archive);
            }

            Assert.Contains(words, await Fails("unpack", file, "--to", _folder["unpacked"]));
            Assert.Contains(words, await Fails("import", file, "--data", Data));
        }

        Assert.Contains("no packed production", await Fails("unpack", _folder.Write("text.vsproduction", "no archive"), "--to", _folder["unpacked"]));
        Assert.False(Directory.Exists(_folder["unpacked"]));
        Assert.False(Directory.Exists(Data));
        Assert.False(File.Exists(Path.Combine(_folder.Path, "..", "evil.txt")));
    }

    [Fact]
    public async Task Cues_of_a_table_come_into_a_folder_and_its_former_sheet_is_kept()
    {
        var hamlet = BundledProduction.CopyTo(_folder, "hamlet");
        var sheet = Path.Combine(hamlet, "production.yaml");
        var before = File.ReadAllText(sheet);
        var csv = _folder.Write("cues.csv", "number,title,line,kind,value\nLX 1.5,A star,1.1.2,look,starlight\nSQ 1.5,Wind,1.1.2,sound,wind\n");

        Assert.Contains("production.yaml.before-1", await Done("import-cues", hamlet, "--csv", csv));

        var cues = ProductionLoader.Load(hamlet).Cues.Select(cue => cue.Number).ToList();
        Assert.Equal(["LX 1.5", "SQ 1.5"], cues[(cues.IndexOf("B 1") + 1)..(cues.IndexOf("B 1") + 3)]);
        Assert.Equal(before, File.ReadAllText($"{sheet}.before-1"));
        Assert.Equal(2, (await Run("import-cues", hamlet, "--csv", csv)).ErrorLines.Length);
        Assert.False(File.Exists($"{sheet}.before-2"));
    }

    [Fact]
    public async Task Cues_of_a_table_come_into_a_data_folder_and_bad_rows_take_none_in()
    {
        await Done("import", BundledProduction.Folder, "--data", Data);
        var bad = _folder.Write("bad.csv", "number,title,line,kind,value\nLX 1.5,A star,1.1.2,look,starlight\nSQ 1.5,Wind,1.1.2,opera,wind\nSQ 1.6,Wind,1.1.2,,wind\n");

        var ran = await Run("import-cues", "hamlet", "--data", Data, "--csv", bad);
        Assert.Equal(ExitCode.BadInput, ran.ExitCode);
        Assert.Equal(2, ran.ErrorLines.Length);
        Assert.StartsWith("bad.csv:3: there is no kind 'opera'", ran.ErrorLines[0]);
        Assert.StartsWith("bad.csv:4: this cue has no kind", ran.ErrorLines[1]);
        Assert.Contains("not UTF-8", await Fails("import-cues", "hamlet", "--data", Data, "--csv", Bytes("latin.csv", [0x6e, 0xff, 0xfe, 0x2c])));
        Assert.Contains("holds no production 'othello'", await Fails("import-cues", "othello", "--data", Data, "--csv", bad));

        Assert.Contains("version 2 in", await Done("import-cues", "hamlet", "--data", Data, "--csv", _folder.Write(
            "good.csv", "number;title;line;kind;value\nLX 1.5;A star;1.1.2;look;starlight\n")));
        ProductionPlaces.LookInData("hamlet", new DirectoryInfo(Data), null, state =>
        {
            Assert.Equal("insert cue LX 1.5", state.Undo.Peek().Words);
            return true;
        });
    }

    [Fact]
    public async Task A_prompt_book_is_one_page_with_every_line_and_cue()
    {
        await Done("import", BundledProduction.Folder, "--data", Data);

        await Done("book", "hamlet", "--data", Data, "--to", _folder["data.html"]);
        await Done("book", BundledProduction.Folder, "--to", _folder["folder.html"]);
        await Done("book", BundledProduction.Folder, "--to", _folder["folder.html"]);

        var page = File.ReadAllText(_folder["folder.html"]);
        Assert.Contains("To be, or not to be: that is the question:", page.Replace("&#x27;", "'", StringComparison.Ordinal));
        Assert.Contains("version 1", File.ReadAllText(_folder["data.html"]));
        Assert.Equal(page, File.ReadAllText(_folder["data.html"]).Replace(", version 1", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_a_theatre_holds_the_data_folder_it_is_read_and_not_written()
    {
        await Done("import", BundledProduction.Folder, "--data", Data);
        using var held = DataFolder.Hold(Data);

        foreach (var command in new[]
        {
            new[] { "import", BundledProduction.Folder, "--data", Data },
            ["import-cues", "hamlet", "--data", Data, "--csv", _folder.Write("cues.csv", "number,title,line,kind,value\nLX 1.5,A star,1.1.2,look,starlight\n")],
        })
        {
            var ran = await Run(command);
            Assert.Equal(ExitCode.Taken, ran.ExitCode);
            Assert.Contains("holds the data folder", Assert.Single(ran.ErrorLines));
        }

        await Done("export", "hamlet", "--data", Data, "--to", _folder["exported"]);
        await Done("book", "hamlet", "--data", Data, "--to", _folder["hamlet.html"]);
    }

    [Theory]
    [InlineData("new")]
    [InlineData("import")]
    [InlineData("export")]
    [InlineData("pack")]
    [InlineData("unpack")]
    [InlineData("import-cues")]
    [InlineData("book")]
    public async Task Every_helps_has_an_example(string command)
    {
        var ran = await Run(command, "--help");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains($"Example: virtualstage production {command}", ran.Out);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<Ran> Run(params string[] args) => Executable.Run(["production", .. args]);

    private static async Task<string> Done(params string[] args)
    {
        var ran = await Run(args);
        Assert.Equal((ExitCode.Done, ""), (ran.ExitCode, ran.Error));
        return ran.Out;
    }

    /// <summary>The one line that a bad file is told in.</summary>
    private static async Task<string> Fails(params string[] args)
    {
        var ran = await Run(args);
        Assert.Equal((ExitCode.BadInput, ""), (ran.ExitCode, ran.Out));
        return Assert.Single(ran.ErrorLines);
    }

    private static void Same(string one, string other) => Assert.Equal(
        Directory.GetFiles(one, "*", SearchOption.AllDirectories).Select(file => (Path.GetRelativePath(one, file), Convert.ToHexString(File.ReadAllBytes(file)))).Order(),
        Directory.GetFiles(other, "*", SearchOption.AllDirectories).Select(file => (Path.GetRelativePath(other, file), Convert.ToHexString(File.ReadAllBytes(file)))).Order());

    private static string Text(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static void Put(ZipArchive archive, string name, string text)
    {
        archive.GetEntry(name)?.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }

    private string Bytes(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder[name], bytes);
        return _folder[name];
    }
}
