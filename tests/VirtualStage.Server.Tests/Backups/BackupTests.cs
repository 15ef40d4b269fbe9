using System.IO.Compression;
using System.Text;
using VirtualStage.Server.Backups;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Backups;

/// <summary>A data folder into one file, and back.</summary>
public sealed class BackupTests : IDisposable
{
    private static readonly string _hash = new('0', 64);

    private readonly TempFolder _folder = new();

    private FileInfo File => new(_folder["theatre.zip"]);

    [Fact]
    public void What_was_written_is_there_again_while_the_journal_goes_on()
    {
        using var database = Theatre();
        var journal = new DatabaseJournal(database, TimeProvider.System);
        Append(journal, 0, "first");
        var made = Make(withRecordings: true);
        Append(journal, 1, "after");

        TheatreRestore.Make(File, _folder["back"], _ => { });

        Assert.Equal(["virtualstage.db", "signing.key", "recordings/hamlet-1.vsr"], made.Files.Select(file => file.Name));
        using var restored = SqliteDatabase.OpenToRead(DataFolder.DatabaseIn(_folder["back"]));
        var back = new DatabaseJournal(restored, TimeProvider.System);
        Assert.Equal(["first"], back.Read("performance/hamlet-1").Select(entry => entry.Entry.Name));
        Assert.Equal("a key of thirty-two bytes, maybe!"u8, System.IO.File.ReadAllBytes(Path.Combine(_folder["back"], "signing.key")));
        Assert.Equal("frames", System.IO.File.ReadAllText(Path.Combine(_folder["back"], "recordings/hamlet-1.vsr")));
        Assert.Equal(["lock", "recordings", "signing.key", "virtualstage.db"], Directory.EnumerateFileSystemEntries(_folder["back"]).Select(Path.GetFileName).Order());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File.FullName));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(Path.Combine(_folder["back"], "signing.key")));
        }
    }

    [Fact]
    public void Recordings_come_along_only_when_they_are_asked_for()
    {
        Theatre().Dispose();

        Assert.DoesNotContain(Make(withRecordings: false).Files, file => file.Name.StartsWith("recordings/", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_written_over()
    {
        Theatre().Dispose();
        Make(withRecordings: false);

        Assert.Contains("is there already", Assert.Throws<InvalidDataException>(() => Make(withRecordings: false)).Message);
        Assert.Contains("holds a theatre already", Refusal(_folder["data"]));
    }

    [Fact]
    public void A_folder_without_a_theatre_leaves_no_file()
    {
        Assert.Contains("there is no such file", Assert.Throws<InvalidDataException>(() => Make(withRecordings: false)).Message);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public void A_folder_that_a_server_holds_is_not_restored_into()
    {
        Theatre().Dispose();
        Make(withRecordings: false);
        using var held = DataFolder.Hold(_folder["other"]);

        Assert.Throws<DataFolderException>(() => TheatreRestore.Make(File, _folder["other"], _ => { }));
    }

    [Fact]
    public void What_is_cut_off_or_changed_anywhere_is_refused_and_leaves_nothing()
    {
        Theatre().Dispose();
        Make(withRecordings: true);
        var whole = System.IO.File.ReadAllBytes(File.FullName);
        var random = new Random(5);
        for (var attempt = 0; attempt < 60; attempt++)
        {
            var bytes = attempt % 2 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            if (attempt % 2 == 1)
            {
                for (var at = random.Next(whole.Length - 64); at < whole.Length && random.Next(20) > 0; at++)
                {
                    bytes[at] ^= (byte)random.Next(1, 256);
                }
            }

            System.IO.File.WriteAllBytes(File.FullName, bytes);
            try
            {
                TheatreRestore.Make(File, _folder["back"], _ => { });

                // What no check looks at (a date, a gap) may be changed without harm: the files are what they were.
                Assert.Equal("a key of thirty-two bytes, maybe!"u8, System.IO.File.ReadAllBytes(Path.Combine(_folder["back"], "signing.key")));
                Directory.Delete(_folder["back"], recursive: true);
            }
            catch (InvalidDataException e)
            {
                Assert.StartsWith($"{File.FullName} cannot be restored: ", e.Message, StringComparison.Ordinal);
                Assert.DoesNotContain(Files(_folder["back"]), name => name != "lock");
            }
        }
    }

    [Theory]
    [InlineData("../../etc/passwd", "which no data folder has")]
    [InlineData("recordings/../signing.key", "which no data folder has")]
    [InlineData("recordings/a/b.vsr", "which no data folder has")]
    [InlineData("/etc/passwd", "which no data folder has")]
    [InlineData("virtualstage.db", "twice")]
    [InlineData("lock", "which no data folder has")]
    public void Names_that_no_data_folder_has_are_refused(string name, string words) => Assert.Contains(
        words,
        RefusalOf($$"""{"format":1,"made":"2026-01-01T00:00:00Z","by":"1","files":[{"name":"virtualstage.db","bytes":0,"sha256":"{{_hash}}"},{"name":"{{name}}","bytes":1,"sha256":"{{_hash}}"}]}"""));

    [Theory]
    [InlineData("", "cannot be read")]
    [InlineData("null", "is empty")]
    [InlineData("{}", "cannot be read")]
    [InlineData("""{"format":2,"made":"2026-01-01T00:00:00Z","by":"9.9","files":[]}""", "newer program (9.9)")]
    [InlineData("""{"format":1,"made":"2026-01-01T00:00:00Z","by":"1","files":[]}""", "nothing that makes sense")]
    [InlineData("""{"format":1,"made":"2026-01-01T00:00:00Z","by":"1","files":[null]}""", "names nothing")]
    [InlineData("""{"format":1,"made":"2026-01-01T00:00:00Z","by":"1","files":[{"name":"signing.key","bytes":1,"sha256":""}]}""", "no database")]
    [InlineData("""{"format":1,"made":"2026-01-01T00:00:00Z","by":"1","files":[{"name":"virtualstage.db","bytes":5,"sha256":""}]}""", "virtualstage.db is not in it")]
    public void What_says_nothing_of_a_theatre_is_refused(string manifest, string words) => Assert.Contains(words, RefusalOf(manifest));

    [Fact]
    public void An_archive_of_something_else_is_refused() => Assert.Contains("it is no backup", RefusalOf(null));

    [Fact]
    public void More_than_was_said_is_not_unpacked()
    {
        var refusal = RefusalOf(
            $$"""{"format":1,"made":"2026-01-01T00:00:00Z","by":"1","files":[{"name":"virtualstage.db","bytes":10,"sha256":"{{_hash}}"}]}""",
            ("virtualstage.db", new byte[50_000_000]));

        Assert.Contains("not as it was", refusal);
    }

    public void Dispose() => _folder.Dispose();

    private SqliteDatabase Theatre()
    {
        Directory.CreateDirectory(_folder["data/recordings"]);
        System.IO.File.WriteAllText(_folder["data/signing.key"], "a key of thirty-two bytes, maybe!");
        System.IO.File.WriteAllText(_folder["data/recordings/hamlet-1.vsr"], "frames");
        System.IO.File.WriteAllText(_folder["data/recordings/notes.txt"], "not a recording");
        return SqliteDatabase.Open(DataFolder.DatabaseIn(_folder["data"]));
    }

    private BackupManifest Make(bool withRecordings) => TheatreBackup.Make(_folder["data"], File, withRecordings, _ => { });

    private string Refusal(string folder) => Assert.Throws<InvalidDataException>(() => TheatreRestore.Make(File, folder, _ => { })).Message;

    private string RefusalOf(string? manifest, params (string Name, byte[] Bytes)[] entries)
    {
        using (var archive = new ZipArchive(System.IO.File.Create(File.FullName), ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in manifest is null ? entries : [.. entries, (BackupManifest.EntryName, Encoding.UTF8.GetBytes(manifest))])
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        var refusal = Refusal(_folder["back"]);
        Assert.DoesNotContain(Files(_folder["back"]), name => name != "lock");
        return refusal;
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path));

    private static void Append(DatabaseJournal journal, int version, string name) =>
        journal.Append("performance/hamlet-1", version, [new NewEntry(name, "{}", null, null, 0, 0)]);
}
