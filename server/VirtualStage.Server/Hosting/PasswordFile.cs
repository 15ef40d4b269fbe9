namespace VirtualStage.Server.Hosting;

/// <summary>Reads a password from a file of its own: on a command line others would see it.</summary>
internal static class PasswordFile
{
    /// <summary>The password in a file of one line.</summary>
    /// <param name="option">With which option the file was named.</param>
    /// <exception cref="InvalidDataException">The file is not there, holds no password, or others may read it.</exception>
    public static string Read(string path, string option)
    {
        const int longest = 1000;
        const UnixFileMode others = UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new InvalidDataException($"the password file {path} is not there: make it, or name another one with {option}");
        }

        // What engines of containers mount there, they mount into that container alone, and readable to all in it.
        if (!OperatingSystem.IsWindows() && (file.UnixFileMode & others) != 0 && !path.StartsWith("/run/secrets/", StringComparison.Ordinal))
        {
            throw new InvalidDataException($"others can read or change the password file {path}: chmod 600 {path}");
        }

        try
        {
            var text = file.Length <= longest ? File.ReadAllText(path).TrimEnd('\r', '\n') : "";
            return text.Length > 0 && !text.Contains('\n') ? text : throw new InvalidDataException($"the password file {path} holds no password: one line of at most {longest} characters");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"the password file {path} cannot be read: {e.Message}", e);
        }
    }
}
