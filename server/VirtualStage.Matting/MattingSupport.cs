using OpenCvSharp;

namespace VirtualStage.Matting;

/// <summary>Whether this machine can matte, and if not, why and what to install. The theatre goes on without.</summary>
/// <param name="Reason">Null where it can.</param>
public sealed record MattingSupport(bool IsAvailable, string? Reason)
{
    private static readonly Lazy<MattingSupport> _found = new(Look);

    /// <summary>Looks once, by loading the native libraries.</summary>
    public static MattingSupport Probe() => _found.Value;

    /// <exception cref="MattingUnavailableException">This machine cannot matte.</exception>
    internal static void Demand()
    {
        if (Probe().Reason is { } reason)
        {
            throw new MattingUnavailableException(reason);
        }
    }

    private static MattingSupport Look()
    {
        try
        {
            // One thread for each performer is faster than several that share a picture.
            Cv2.SetNumThreads(1);
            _ = Microsoft.ML.OnnxRuntime.OrtEnv.Instance();
            return new MattingSupport(true, null);
        }
        catch (Exception e) when (RootOf(e) is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or PlatformNotSupportedException)
        {
            return new MattingSupport(false, WordsFor(RootOf(e).Message));
        }
    }

    /// <summary>What to say of a native library that cannot be loaded.</summary>
    internal static string WordsFor(string loaderMessage) => loaderMessage.Contains("OpenCvSharpExtern", StringComparison.Ordinal)
        ? OperatingSystem.IsLinux()
            ? "matting is not available because OpenCV's native library cannot be loaded (it needs GTK 3); "
                + "install with: apt-get install --no-install-recommends libgtk-3-0"
            : "matting is not available because there is no native OpenCV for this system here: only Linux on x64 has one"
        : $"matting is not available because a native library cannot be loaded: {loaderMessage.Split('\n')[0]}";

    private static Exception RootOf(Exception e) => e is TypeInitializationException or AggregateException && e.InnerException is { } inner ? RootOf(inner)
        : e.GetType().Name == "OpenCvSharpException" && e.InnerException is { } cause ? RootOf(cause)
        : e;
}
