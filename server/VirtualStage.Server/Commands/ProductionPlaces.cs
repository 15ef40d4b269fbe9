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
    /// <param name="place">A production's folder, or its id in the theatre's database.</param>
    public static T Look<T>(string place, DirectoryInfo data, PostgresAddress? postgres, Func<ProductionState, T> look) =>
        Directory.Exists(place) ? look(OfFolder(place).State) : LookInData(place, data, postgres, look);

    /// <summary>Looks at a production of a theatre.</summary>
    public static T LookInData<T>(string place, DirectoryInfo data, PostgresAddress? postgres, Func<ProductionState, T> look)
    {
        if (!ProductionId.IsValid(place) || (postgres is null && !IsTheatre(data)))
        {
            throw new DirectoryNotFoundException(
                $"there is no folder '{place}'{(ProductionId.IsValid(place) ? $", and {data.FullName} is no theatre's data folder: it holds no {Path.GetFileName(DataFolder.DatabaseIn(data.FullName))}" : "")}");
        }

        using var database = TheatreDatabases.OpenToRead(data.FullName, postgres);
        return look(Known(StoreOf(database), place, postgres?.Place ?? data.FullName));
    }

    /// <summary>Changes what a theatre's journal holds, while no server runs on it.</summary>
    /// <exception cref="DataFolderException">A server does.</exception>
    /// <exception cref="DatabaseTakenException">A server does, on PostgreSQL.</exception>
    public static T Change<T>(DirectoryInfo data, PostgresAddress? postgres, Func<ProductionStore, T> change)
    {
        if (postgres is not null)
        {
            using var shared = PostgresDatabase.OpenAlone(postgres);
            return change(StoreOf(shared));
        }

        using var folder = DataFolder.Hold(data.FullName);
        using var database = TheatreDatabases.Open(folder, null);
        return change(StoreOf(database));
    }

    /// <summary>Where a production of the journal is.</summary>
    /// <param name="where">What holds it, to be named where there is none.</param>
    /// <exception cref="InvalidDataException">There is none with this id.</exception>
    public static ProductionState Known(ProductionStore productions, string id, string where) => productions.StateOf(id) is { Files: not null } state
        ? state
        : throw new InvalidDataException(
            $"there is no folder '{id}', and {where} holds no production '{id}'"
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

    /// <summary>Also where it has moved to PostgreSQL, which is then said.</summary>
    private static bool IsTheatre(DirectoryInfo data) =>
        DataFolder.DatabaseIn(data.FullName) is var database && (File.Exists(database) || File.Exists(database + TheatreDatabases.Moved));

    private static ProductionStore StoreOf(TheatreDatabase database) => new(new DatabaseJournal(database, TimeProvider.System), new FileStore(database));
}
