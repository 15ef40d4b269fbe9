using VirtualStage.Productions.Editing;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Files;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Productions;

namespace VirtualStage.Server.Commands;

/// <summary>
/// Where commands find productions: in folders of files, and in a data folder's journal. A journal is read also while a
/// theatre writes it; to be written it must be nobody else's, because a theatre decides for itself.
/// </summary>
internal static class ProductionPlaces
{
    private const int Told = 10;

    /// <summary>Looks at a production as it is now.</summary>
    /// <param name="place">A production's folder, or its id in the data folder.</param>
    public static T Look<T>(string place, DirectoryInfo data, Func<ProductionState, T> look) =>
        Directory.Exists(place) ? look(OfFolder(place).State) : LookInData(place, data, look);

    /// <summary>Looks at a production of a data folder.</summary>
    public static T LookInData<T>(string place, DirectoryInfo data, Func<ProductionState, T> look)
    {
        var database = DataFolder.DatabaseIn(data.FullName);
        if (!ProductionId.IsValid(place) || !File.Exists(database))
        {
            throw new DirectoryNotFoundException(
                $"there is no folder '{place}'{(ProductionId.IsValid(place) ? $", and {data.FullName} is no theatre's data folder: it holds no {Path.GetFileName(database)}" : "")}");
        }

        using var journal = SqliteJournal.OpenToRead(database);
        using var files = FileStore.OpenToRead(database);
        var productions = new ProductionStore(journal, files);
        return look(Known(productions, place, data));
    }

    /// <summary>Changes what a data folder's journal holds, while no theatre runs on it.</summary>
    /// <exception cref="DataFolderException">A theatre does.</exception>
    public static T Change<T>(DirectoryInfo data, Func<ProductionStore, T> change)
    {
        using var folder = DataFolder.Hold(data.FullName);
        using var journal = new SqliteJournal(folder.DatabasePath, TimeProvider.System);
        using var files = new FileStore(folder.DatabasePath);
        return change(new ProductionStore(journal, files));
    }

    /// <summary>Where a production of the journal is.</summary>
    /// <exception cref="InvalidDataException">There is none with this id.</exception>
    public static ProductionState Known(ProductionStore productions, string id, DirectoryInfo data) => productions.StateOf(id) is { Files: not null } state
        ? state
        : throw new InvalidDataException(
            $"there is no folder '{id}', and {data.FullName} holds no production '{id}'"
            + (productions.Ids is { Count: > 0 } ids ? $"; it holds {string.Join(", ", ids.Take(Told))}" : ""));

    /// <summary>A production's folder as a desk that edits it.</summary>
    /// <exception cref="ProductionException">Something is wrong in its files.</exception>
    public static ProductionDesk OfFolder(string folder)
    {
        var source = ProductionSource.FromFolder(folder);
        var desk = new ProductionDesk(source.Id, hash => source.Files?.FirstOrDefault(file => file.Hash == hash)?.Bytes);
        desk.Commit(desk.Import(source, null, overEdits: false));
        return desk;
    }

    /// <summary>A whole file, not larger than it may be.</summary>
    /// <exception cref="InvalidDataException">It is.</exception>
    public static byte[] Bytes(FileInfo file, long largest) => !file.Exists
        ? throw new FileNotFoundException($"there is no file {file.FullName}")
        : file.Length > largest
            ? throw new InvalidDataException($"{file.FullName} is larger than {largest >> 20} MB")
            : File.ReadAllBytes(file.FullName);
}
