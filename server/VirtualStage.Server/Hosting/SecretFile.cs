namespace VirtualStage.Server.Hosting;

/// <summary>Writes files that only their owner may read.</summary>
internal static class SecretFile
{
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        // Under another name until it is complete: a full disk or a power cut must not leave half a secret.
        var unfinished = path + ".new";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(unfinished, options))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path);
    }
}
