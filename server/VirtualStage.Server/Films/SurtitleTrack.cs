using System.Globalization;
using System.Text;

namespace VirtualStage.Server.Films;

/// <summary>The surtitles of a stream as a track beside the pictures: a playlist of short WebVTT files, and the playlist of both. One thread.</summary>
/// <param name="keeps">Whether old files stay.</param>
internal sealed class SurtitleTrack(HlsTarget target, FilmFormat format, FilmFeed feed, bool keeps)
{
    /// <summary>Where ffmpeg's transport streams begin: 1.4 seconds, in 90,000ths.</summary>
    private const long StreamStart = 126_000;
    private const int LateSegments = 5;

    private int _written;

    /// <summary>Writes what players open.</summary>
    public void Begin()
    {
        Write(HlsTarget.Playlist, string.Create(CultureInfo.InvariantCulture, $"""
            #EXTM3U
            #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="surtitles",NAME="Surtitles",LANGUAGE="en",DEFAULT=YES,AUTOSELECT=YES,FORCED=NO,URI="{HlsTarget.Surtitles}"
            #EXT-X-STREAM-INF:BANDWIDTH=4000000,RESOLUTION={format.Width}x{format.Height},FRAME-RATE={format.Fps},CODECS="avc1.64001f,mp4a.40.2",SUBTITLES="surtitles"
            {HlsTarget.Pictures}

            """));
        WritePlaylist(hasEnded: false);
    }

    /// <summary>The film has come so far: what is whole is written.</summary>
    public void Show(double filmMs)
    {
        const double segmentMs = EncoderArguments.SegmentSeconds * 1000.0;
        while (filmMs >= (_written + 1) * segmentMs)
        {
            Write(NameOf(_written), feed.Surtitles(lines => lines.Segment(_written * segmentMs, (_written + 1) * segmentMs, StreamStart, keeps)));
            _written++;
            WritePlaylist(hasEnded: false);
            if (!keeps && _written > EncoderArguments.LiveSegments + LateSegments)
            {
                File.Delete(Path.Combine(target.Folder, NameOf(_written - EncoderArguments.LiveSegments - LateSegments - 1)));
            }
        }
    }

    /// <summary>The film ends.</summary>
    public void End() => WritePlaylist(hasEnded: true);

    private void WritePlaylist(bool hasEnded)
    {
        var first = keeps ? 0 : Math.Max(0, _written - EncoderArguments.LiveSegments);
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n")
            .Append(CultureInfo.InvariantCulture, $"#EXT-X-TARGETDURATION:{EncoderArguments.SegmentSeconds}\n#EXT-X-MEDIA-SEQUENCE:{first}\n");
        for (var segment = first; segment < _written; segment++)
        {
            text.Append(CultureInfo.InvariantCulture, $"#EXTINF:{EncoderArguments.SegmentSeconds}.000,\n{NameOf(segment)}\n");
        }

        Write(HlsTarget.Surtitles, text.Append(hasEnded ? "#EXT-X-ENDLIST\n" : "").ToString());
    }

    private static string NameOf(int segment) => string.Create(CultureInfo.InvariantCulture, $"surtitles-{segment:000000}.vtt");

    /// <summary>Nobody reads half of a file.</summary>
    private void Write(string name, string text)
    {
        var path = Path.Combine(target.Folder, name);
        File.WriteAllText($"{path}.tmp", text);
        File.Move($"{path}.tmp", path, overwrite: true);
    }
}
