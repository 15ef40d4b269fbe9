namespace VirtualStage.Server.Hosting;

/// <summary>The folder that holds all that a theatre must not lose; held by one process at a time.</summary>
public sealed class DataFolder : IDisposable
{
    private const int SharingViolation = 32;
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    public string Path { get; }

    public string DatabasePath => DatabaseIn(Path);

    /// <summary>Where the database of a data folder is, without holding the folder.</summary>
    public static string DatabaseIn(string folder) => System.IO.Path.Combine(folder, "virtualstage.db");

    /// <summary>Makes the folder when it is not there, and holds it.</summary>
    /// <exception cref="DataFolderException">It cannot be made, written, or another process holds it.</exception>
    public static DataFolder Hold(string path)
    {
        try
        {
            CreateForOwner(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"the data folder {path} cannot be made: {e.Message}; choose another one with --data");
        }

        try
        {
            return new DataFolder(path, new FileStream(
                System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when ((e.HResult & 0xffff) is SharingViolation or WouldBlockOnLinux or WouldBlockOnMac)
        {
            throw new DataFolderException(
                $"another server holds the data folder {path}; stop it, or choose another folder with --data");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"the data folder {path} cannot be written: {e.Message}");
        }
    }

    public void Dispose() => _lock.Dispose();

    private static void CreateForOwner(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}

/// <summary>A data folder that cannot be used.</summary>
public sealed class DataFolderException(string message) : Exception(message);
