using System.Globalization;

namespace VirtualStage.Server.Performers.Video;

/// <summary>The encoder: ffmpeg, which reads raw pictures and writes H.264, each as it comes.</summary>
internal static class VideoEncoding
{
    private const int KeyframeSeconds = 1;

    /// <exception cref="InvalidDataException">There is none here.</exception>
    public static IPipedProcess Start()
    {
        try
        {
            return PipedProcess.Start("ffmpeg", "ffmpeg", Arguments);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidDataException("this server has no ffmpeg (sudo apt-get install ffmpeg)", e);
        }
    }

    /// <summary>No picture refers to a later one, and none waits for others: what goes in comes out before the next. Colours are those of JPEGs, in 16 to 235.</summary>
    private static string[] Arguments { get; } =
    [
        "-nostdin", "-hide_banner", "-loglevel", "error",
        "-probesize", "32", "-analyzeduration", "0", "-fpsprobesize", "0", "-f", "matroska", "-i", "pipe:0",
        "-an", "-fps_mode", "passthrough", "-enc_time_base", "1:1000",
        "-c:v", "libx264", "-profile:v", "baseline", "-preset", "superfast", "-tune", "zerolatency", "-threads", "1",
        "-crf", "20", "-maxrate", "6M", "-bufsize", "2M",
        "-g", "999", "-force_key_frames", string.Create(CultureInfo.InvariantCulture, $"expr:gte(t,n_forced*{KeyframeSeconds})"),
        "-colorspace", "smpte170m", "-color_primaries", "bt709", "-color_trc", "iec61966-2-1", "-color_range", "tv",
        "-flush_packets", "1", "-f", "flv", "pipe:1",
    ];
}
