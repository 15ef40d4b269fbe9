using VirtualStage.Server.Films;
using VirtualStage.Server.Recordings;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Films;

public sealed class FilmFormatTests
{
    [Theory]
    [InlineData("1280x720", 1280, 720)]
    [InlineData("160x160", 160, 160)]
    public void A_size_is_read(string text, int width, int height) => Assert.Equal((width, height), FilmFormat.SizeOf(text));

    [Theory]
    [InlineData("")]
    [InlineData("1280")]
    [InlineData("1280x721")]
    [InlineData("1280x720x3")]
    [InlineData("-640x360")]
    [InlineData("158x158")]
    [InlineData("99999x720")]
    public void What_is_no_size_is_none(string text) => Assert.Null(FilmFormat.SizeOf(text));

    [Theory]
    [InlineData(25)]
    [InlineData(30)]
    [InlineData(7)]
    public void The_sound_of_pictures_is_whole(int fps)
    {
        var format = new FilmFormat(320, 180, fps, SurtitleWay.None);

        Assert.Equal(FilmFormat.SamplesInASecond * 10, format.SampleOf(fps * 10));
        Assert.All(Enumerable.Range(0, fps), picture => Assert.InRange(format.SampleOf(picture + 1) - format.SampleOf(picture), 1, format.MostSamples));
    }

    [Theory]
    [InlineData("rtmp://live.example/app/secret", typeof(RtmpTarget))]
    [InlineData("RTMPS://live.example/app/secret", typeof(RtmpTarget))]
    [InlineData("film.MP4", typeof(Mp4Target))]
    [InlineData("films/tonight", typeof(HlsTarget))]
    [InlineData("http://example/", typeof(HlsTarget))]
    public void A_target_is_an_address_a_file_or_a_folder(string text, Type kind) => Assert.IsType(kind, FilmTarget.Of(text));

    [Fact]
    public void A_streams_key_is_not_spoken_of() => Assert.Equal("rtmp://live.example:1935", FilmTarget.Of("rtmp://live.example:1935/app/secret").Name);

    [Fact]
    public void A_live_folder_keeps_little_unless_it_is_to_keep_all()
    {
        var (format, target) = (new FilmFormat(320, 180, 25, SurtitleWay.Burn), new HlsTarget("/films"));
        string Flags(IReadOnlyList<string> arguments) => arguments[arguments.ToList().IndexOf("-hls_flags") + 1];

        Assert.Contains("delete_segments", Flags(EncoderArguments.Of(format, target, isLive: true, keeps: false)));
        Assert.DoesNotContain("delete_segments", Flags(EncoderArguments.Of(format, target, isLive: true, keeps: true)));
        Assert.Contains("append_list+discont_start", Flags(EncoderArguments.Of(format, target, isLive: true, keeps: false, startSeconds: 4)));
        Assert.Equal("/films/index.m3u8", EncoderArguments.Of(format, target, isLive: true, keeps: false)[^1]);
        Assert.Equal("/films/pictures.m3u8", EncoderArguments.Of(format with { Surtitles = SurtitleWay.Track }, target, isLive: true, keeps: false)[^1]);
    }

    [Theory]
    [InlineData("index.m3u8", "application/vnd.apple.mpegurl")]
    [InlineData("surtitles.m3u8", "application/vnd.apple.mpegurl")]
    [InlineData("pictures-000001.ts", "video/mp2t")]
    [InlineData("surtitles-123456789.vtt", "text/vtt")]
    [InlineData("pictures-000001.vtt", null)]
    [InlineData("pictures-1.ts", null)]
    [InlineData("index.m3u8.tmp", null)]
    [InlineData("index.m3u8\n", null)]
    [InlineData("../signing.key", null)]
    [InlineData("", null)]
    public void Only_a_broadcasts_own_files_are_served(string file, string? type) => Assert.Equal(type, BroadcastEndpoints.MediaTypeOf(file));

    [Fact]
    public void A_missing_program_is_named_with_what_to_install()
    {
        using var folder = new TempFolder();
        Assert.Contains("apt-get install chromium", Assert.Throws<ProgramMissingException>(() => HelperPrograms.Find(folder.Path)).Message);
        File.WriteAllText(folder["chromium"], "");
        Assert.Contains("apt-get install ffmpeg", Assert.Throws<ProgramMissingException>(() => HelperPrograms.Find(folder.Path)).Message);
        File.WriteAllText(folder["ffmpeg"], "");
        Assert.Equal(folder["chromium"], HelperPrograms.Find(folder.Path).Chromium);
        Assert.Throws<ProgramMissingException>(() => HelperPrograms.Find(null));
    }
}
