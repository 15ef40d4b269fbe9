using System.ComponentModel;
using System.Diagnostics;

namespace VirtualStage.Server.Tests.Support;

internal static class Ffmpeg
{
    /// <summary>Skips where there is none.</summary>
    public static void Demand()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-version"]) { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
        }
        catch (Win32Exception)
        {
            Assert.Skip("this machine has no ffmpeg");
        }
    }
}
