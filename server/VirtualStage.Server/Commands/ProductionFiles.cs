using System.Text;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Commands;

/// <summary>Writes what commands make: whole, or not at all, and never over what is there.</summary>
internal static class ProductionFiles
{
    private const string Sheet = "production.yaml";

    /// <summary>Writes a production's files into a folder of its id.</summary>
    /// <param name="parent">Where that folder is made.</param>
    /// <returns>The folder.</returns>
    /// <exception cref="InvalidDataException">It is there already.</exception>
    public static string WriteFolder(ProductionSource source, DirectoryInfo parent)
    {
        var folder = Path.Combine(parent.FullName, source.Id);
        if (Directory.Exists(folder) || File.Exists(folder))
        {
            throw new InvalidDataException($"{folder} is there already; move it away, or choose another place with --to");
        }

        parent.Create();
        var half = Directory.CreateDirectory(Path.Combine(parent.FullName, $".{source.Id}-{Guid.NewGuid():N}")).FullName;
        try
        {
            (string Path, byte[] Bytes)[] files =
            [
                (Sheet, Encoding.UTF8.GetBytes(source.Yaml)),
                (source.PlayFile, source.PlayBytes),
                .. (source.Files ?? []).Select(file => (file.Path, file.Bytes)),
            ];
            foreach (var (path, bytes) in files)
            {
                var file = Path.Combine(half, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllBytes(file, bytes);
            }

            Directory.Move(half, folder);
            return folder;
        }
        catch
        {
            Directory.Delete(half, recursive: true);
            throw;
        }
    }

    /// <summary>Writes a sheet anew, and keeps the former one beside it.</summary>
    /// <returns>The former one's name.</returns>
    public static string ReplaceSheet(string folder, string yaml)
    {
        var sheet = Path.Combine(folder, Sheet);
        var former = Enumerable.Range(1, int.MaxValue - 1).Select(count => $"{sheet}.before-{count}").First(name => !File.Exists(name));
        File.Copy(sheet, former);
        Replace(sheet, Encoding.UTF8.GetBytes(yaml));
        return Path.GetFileName(former);
    }

    /// <summary>Writes a file whole, also over a former one.</summary>
    public static void Replace(string path, byte[] bytes)
    {
        var half = $"{path}.{Guid.NewGuid():N}";
        try
        {
            File.WriteAllBytes(half, bytes);
            File.Move(half, path, overwrite: true);
        }
        catch
        {
            File.Delete(half);
            throw;
        }
    }

    /// <summary>Writes a file that is not there yet.</summary>
    /// <exception cref="InvalidDataException">It is.</exception>
    public static void Write(FileInfo file, byte[] bytes)
    {
        if (file.Exists)
        {
            throw new InvalidDataException($"{file.FullName} is there already; move it away, or choose another name with --to");
        }

        Replace(file.FullName, bytes);
    }
}
