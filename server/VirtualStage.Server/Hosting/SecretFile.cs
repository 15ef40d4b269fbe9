namespace VirtualStage.Server.Hosting;

/// <summary>Writes files that only their owner may read.</summary>
internal static class SecretFile
{
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        // Under another name until it is complete: a full disk or a power cut must not leave half a secret.
        var unfinished = path + ".new";
        File.Delete(unfinished);
        using (var file = Create(unfinished))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path);
    }

    /// <summary>Opens a new file to be written.</summary>
    /// <exception cref="IOException">It is there already, or cannot be made.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
