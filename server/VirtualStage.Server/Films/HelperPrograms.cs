using VirtualStage.Server.Performers;

namespace VirtualStage.Server.Films;

/// <summary>The programs that films are made with: chromium draws, ffmpeg encodes. Both are looked for where a shell would.</summary>
/// <param name="Chromium">Its path.</param>
/// <param name="Ffmpeg">Its path.</param>
internal sealed record HelperPrograms(string Chromium, string Ffmpeg)
{
    private static readonly string[] _browsers = ["chromium", "chromium-browser", "google-chrome"];

    /// <exception cref="ProgramMissingException">One is not there.</exception>
    public static HelperPrograms Find(string? path) => new(
        _browsers.Select(name => PathOf(name, path)).FirstOrDefault(found => found is not null) ?? throw new ProgramMissingException("chromium"),
        PathOf("ffmpeg", path) ?? throw new ProgramMissingException("ffmpeg"));

    /// <summary>Starts ffmpeg.</summary>
    /// <exception cref="IOException">It cannot be started.</exception>
    public IPipedProcess StartFfmpeg(IEnumerable<string> arguments) => Start("ffmpeg", Ffmpeg, [.. arguments]);

    /// <summary>Starts chromium, which is spoken with through its input and output and ends when they do.</summary>
    /// <exception cref="IOException">It cannot be started.</exception>
    public IPipedProcess StartChromium(IEnumerable<string> arguments) =>
        // What it is asked and answers goes by the handles 3 and 4: a port would be open to everybody on this machine.
        Start("chromium", "/bin/sh", ["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>&2", Chromium, "--remote-debugging-pipe", .. arguments]);

    private static PipedProcess Start(string name, string program, string[] arguments)
    {
        try
        {
            return PipedProcess.Start(name, program, arguments);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new IOException($"{name} cannot be started: {e.Message}", e);
        }
    }

    private static string? PathOf(string program, string? path) =>
        (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
