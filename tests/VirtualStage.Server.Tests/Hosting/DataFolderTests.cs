using VirtualStage.Server.Hosting;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Hosting;

public sealed class DataFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void One_holds_it_and_a_second_is_told_which_folder_is_held()
    {
        var path = _folder["new/data"];
        using (var held = DataFolder.Hold(path))
        {
            Assert.Equal(path, held.Path);
            var error = Assert.Throws<DataFolderException>(() => DataFolder.Hold(path));
            Assert.Contains($"another server holds the data folder {path}", error.Message);
        }

        DataFolder.Hold(path).Dispose();
    }

    [Fact]
    public void A_new_folder_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes");
            return;
        }

        using var held = DataFolder.Hold(_folder["data"]);

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder["data"]));
    }

    [Fact]
    public void A_file_in_its_place_is_named()
    {
        var path = _folder.Write("data", "a letter");

        Assert.Contains(path, Assert.Throws<DataFolderException>(() => DataFolder.Hold(path)).Message);
        Assert.Equal("a letter", File.ReadAllText(path));
    }

    [Fact]
    public void A_read_only_disk_is_not_taken_for_another_server()
    {
        using var disk = SmallDisk.Mount(1);
        disk.MakeReadOnly();

        var error = Assert.Throws<DataFolderException>(() => DataFolder.Hold(disk.Path));

        Assert.DoesNotContain("another server", error.Message);
    }

    public void Dispose() => _folder.Dispose();
}
