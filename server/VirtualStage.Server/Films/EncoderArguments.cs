using System.Globalization;

namespace VirtualStage.Server.Films;

/// <summary>What ffmpeg is started with.</summary>
internal static class EncoderArguments
{
    /// <summary>Players begin with a keyframe: one in each segment.</summary>
    public const int SegmentSeconds = 2;

    /// <summary>So many segments are in a live playlist.</summary>
    public const int LiveSegments = 10;

    /// <summary>Of what left the playlist, so many segments stay for who fetches them just now.</summary>
    private const int LateSegments = 5;

    /// <param name="isLive">True for a stream that goes on: old segments go, unless they are to be kept.</param>
    /// <param name="keeps">Whether every segment stays.</param>
    /// <param name="startSeconds">Where in the film this encoder begins: another one may have ended before.</param>
    /// <param name="subtitles">A WebVTT file to put into the film; null for none.</param>
    public static IReadOnlyList<string> Of(FilmFormat format, FilmTarget target, bool isLive, bool keeps, double startSeconds = 0, string? subtitles = null) =>
    [
        "-nostdin", "-hide_banner", "-loglevel", "error", "-y",
        "-probesize", "1M", "-analyzeduration", "0", "-fpsprobesize", "0", "-f", "matroska", "-i", "pipe:0",
        .. subtitles is null ? Array.Empty<string>() : ["-i", $"file:{subtitles}"],
        "-map", "0:v", "-map", "0:a", .. subtitles is null ? Array.Empty<string>() : ["-map", "1:s", "-c:s", "mov_text", "-metadata:s:s:0", "language=eng"],
        "-r", Text(format.Fps), "-fps_mode", "cfr", "-vf", "scale=out_range=tv:out_color_matrix=bt709,format=yuv420p",
        "-c:v", "libx264", "-profile:v", "high", "-preset", isLive ? "superfast" : "medium", "-crf", isLive ? "23" : "20",
        .. isLive ? ["-maxrate", $"{RateOf(format)}k", "-bufsize", $"{2 * RateOf(format)}k"] : Array.Empty<string>(),
        "-g", Text(format.Fps * SegmentSeconds), "-keyint_min", Text(format.Fps), "-force_key_frames", $"expr:gte(t,n_forced*{SegmentSeconds})",
        "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "iec61966-2-1", "-color_range", "tv",
        "-af", "aresample=async=1", "-c:a", "aac", "-b:a", "128k", "-ar", Text(FilmFormat.SamplesInASecond),
        .. startSeconds > 0 ? ["-output_ts_offset", startSeconds.ToString("0.000", CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        .. Out(format, target, isLive, keeps, startSeconds > 0),
    ];

    private static string[] Out(FilmFormat format, FilmTarget target, bool isLive, bool keeps, bool goesOn) => target switch
    {
        HlsTarget hls =>
        [
            "-f", "hls", "-hls_time", Text(SegmentSeconds), "-hls_segment_type", "mpegts", "-hls_segment_filename", Path.Combine(hls.Folder, HlsTarget.Segment),
            "-hls_list_size", isLive && !keeps ? Text(LiveSegments) : "0", "-hls_delete_threshold", Text(LateSegments),
            "-hls_playlist_type", isLive ? keeps ? "event" : "0" : "vod",
            "-hls_flags", $"independent_segments+temp_file{(isLive && !keeps ? "+delete_segments" : "")}{(goesOn ? "+append_list+discont_start" : "")}",
            Path.Combine(hls.Folder, format.Surtitles == SurtitleWay.Track ? HlsTarget.Pictures : HlsTarget.Playlist),
        ],
        Mp4Target mp4 => ["-movflags", "+faststart", "-f", "mp4", $"file:{mp4.File}"],
        RtmpTarget rtmp => ["-f", "flv", "-flvflags", "no_duration_filesize", rtmp.Address.ToString()],
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    };

    /// <summary>Kilobits a second that suffice for a stage: about a tenth of a bit for each pixel.</summary>
    private static int RateOf(FilmFormat format) => Math.Clamp(format.Width * format.Height * format.Fps / 10_000, 300, 8000);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
