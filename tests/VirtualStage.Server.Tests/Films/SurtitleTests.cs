using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Films;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Films;

public sealed class SurtitleTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FilmSound _sound = new(new VoiceMix(() => throw new InvalidOperationException()), new FakeShelf());

    [Fact]
    public void A_line_is_shown_from_its_stamp_until_the_next_in_the_films_time()
    {
        var lines = new SurtitleLines();
        lines.Take(900, Line("1", "Mark me.", sinceMs: 1000));
        lines.Take(3000, null);
        lines.Take(3500, Line("2", "Speak <now> & \n\n loud", sinceMs: 3400));
        for (var filmMs = 0; filmMs <= 5000; filmMs += 40)
        {
            lines.Show(filmMs, filmMs + 500);
        }

        Assert.Equal(
            """
            WEBVTT

            1
            00:00:00.520 --> 00:00:02.520
            <v Ghost>Mark me.

            2
            00:00:03.000 --> 00:00:05.000
            <v Ghost>Speak &lt;now&gt; &amp;   loud


            """,
            lines.Whole(5000));
        Assert.Contains("X-TIMESTAMP-MAP=MPEGTS:126000,LOCAL:00:00:00.000", lines.Segment(2000, 4000, 126_000, keeps: true));
        Assert.Contains("00:00:00.520 --> 00:00:02.520", lines.Segment(2000, 4000, 126_000, keeps: true));
        Assert.DoesNotContain("Mark me", lines.Segment(4000, 6000, 126_000, keeps: false));
    }

    [Fact]
    public void A_track_has_a_segment_for_each_of_the_pictures_and_only_the_newest_stay()
    {
        var track = new SurtitleTrack(new HlsTarget(_folder.Path), new FilmFormat(320, 180, 25, SurtitleWay.Track), Feed(), keeps: false);
        track.Begin();
        Assert.Contains("pictures.m3u8", File.ReadAllText(_folder["index.m3u8"]));
        track.Show(59_999);
        var playlist = File.ReadAllLines(_folder["surtitles.m3u8"]);
        Assert.Equal("surtitles-000028.vtt", playlist[^1]);
        Assert.Contains("#EXT-X-MEDIA-SEQUENCE:19", playlist);
        Assert.Equal(15, Directory.GetFiles(_folder.Path, "*.vtt").Length);
        Assert.All(playlist.Where(line => line.EndsWith(".vtt", StringComparison.Ordinal)), name => Assert.True(File.Exists(_folder[name])));

        track.End();
        Assert.EndsWith("#EXT-X-ENDLIST\n", File.ReadAllText(_folder["surtitles.m3u8"]));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp"));
    }

    public void Dispose()
    {
        _sound.Dispose();
        _folder.Dispose();
    }

    private FilmFeed Feed() => new(
        new FilmReader((_, _) => throw new InvalidOperationException(), (_, _) => throw new InvalidOperationException()), _sound, (_, _) => Task.CompletedTask);

    private static Surtitle Line(string id, string text, long sinceMs) => new(id, "Ghost", text, sinceMs);
}
