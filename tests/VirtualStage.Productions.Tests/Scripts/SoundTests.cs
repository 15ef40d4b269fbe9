using System.Text;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Scripts;

public sealed class SoundTests : IDisposable
{
    private static readonly byte[] Ogg = Bytes("OggS", 24, "OpusHead", 40);

    private readonly string _root = Directory.CreateTempSubdirectory("sounds").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>The beginnings of files, and what browsers are told that they are.</summary>
    public static TheoryData<string, byte[], string?> Beginnings { get; } = new()
    {
        { "Opus in Ogg", Ogg, "audio/ogg" },
        { "Vorbis in Ogg", Bytes("OggS", 24, "\u0001vorbis", 40), "audio/ogg" },
        { "FLAC in Ogg", Bytes("OggS", 24, "\u007fFLAC", 40), "audio/ogg" },
        { "a film in Ogg", Bytes("OggS", 24, "\u0080theora", 40), null },
        { "Ogg cut off", Bytes("OggS", 24), null },
        { "WAV", Bytes("RIFF", 4, "WAVEfmt ", 40), "audio/wav" },
        { "another RIFF", Bytes("RIFF", 4, "AVI LIST", 40), null },
        { "WAV cut off", Bytes("RIFF", 4, "WAV"), null },
        { "FLAC", Bytes("fLaC", 40), "audio/flac" },
        { "MP3 with a tag", Bytes("ID3", 40), "audio/mpeg" },
        { "MP3 without one", [0xFF, 0xFB, 0x90, 0x64, 0, 0], "audio/mpeg" },
        { "no bit rate", [0xFF, 0xFB, 0xF0, 0x64, 0, 0], null },
        { "no sampling rate", [0xFF, 0xFB, 0x9C, 0x64, 0, 0], null },
        { "text in UTF-16", [0xFF, 0xFE, 0x68, 0, 0x69, 0], null },
        { "M4A", Bytes("", 4, "ftypM4A ", 40), "audio/mp4" },
        { "a film in MP4", Bytes("", 4, "ftypisom", 40), null },
        { "WebM", [0x1A, 0x45, 0xDF, 0xA3, .. Bytes("", 20, "webm", 40)], "audio/webm" },
        { "Matroska", [0x1A, 0x45, 0xDF, 0xA3, .. Bytes("", 20, "matroska", 40)], null },
        { "a page", Bytes("<!DOCTYPE html>", 40), null },
        { "nothing", [], null },
    };

    [Theory]
    [MemberData(nameof(Beginnings))]
    public void A_file_is_what_its_first_bytes_say(string what, byte[] file, string? type)
    {
        Assert.NotEmpty(what);
        Assert.Equal(type, SoundFormat.MediaTypeOf(file));
    }

    [Fact]
    public void A_sound_is_its_file_with_its_hash_its_gain_and_whether_it_goes_round()
    {
        var rain = Assert.Single(Load("description: Rain, file: s/rain.ogg, loop: true, gain: -4.5", Ogg).Sounds);

        Assert.Equal(("rain", "Rain", true, -4.5), (rain.Name, rain.Description, rain.Loop, rain.Gain));
        Assert.Equal("s/rain.ogg", rain.File!.Path);
        Assert.Equal(Ogg, rain.File.Bytes);
        // By sha256sum.
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", new ProductionFile("x", []).Hash);
    }

    [Fact]
    public void A_sound_in_words_alone_has_no_file()
    {
        var rain = Assert.Single(TwoHander.Load(TwoHander.Sheet).Sounds);

        Assert.Equal((null, false, 0), (rain.File, rain.Loop, rain.Gain));
    }

    [Theory]
    [InlineData("loop: round", "'loop' is true or false, not 'round'")]
    [InlineData("gain: 13", "'gain' is from -60 to 12, not 13")]
    [InlineData("gain: loud", "'gain' is a number, not 'loud'")]
    [InlineData("file: [rain.ogg]", "'file' is a text, not a list")]
    public void A_slip_in_a_sound_is_told(string slip, string message) =>
        Assert.Contains(message, Assert.Single(TwoHander.ErrorsOf(Sheet($"description: Rain, {slip}"))).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_no_sound_is_told_so_and_what_would_be_one()
    {
        var error = Assert.Single(Assert.Throws<ProductionException>(() => Load("description: Rain, file: s/rain.ogg", Bytes("<html>", 90))).Errors);

        Assert.Equal(TwoHander.LineOf("rain: {", Sheet("description: Rain, file: s/rain.ogg")), error.Line);
        Assert.Contains("'s/rain.ogg' is no sound that browsers play; save it as Ogg", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_without_a_sound_that_the_sheet_names_are_no_production() => Assert.Contains(
        "there is no file 's/rain.ogg'",
        Assert.Single(TwoHander.ErrorsOf(Sheet("description: Rain, file: s/rain.ogg"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Files_of_old_that_kept_no_sounds_are_a_production_whose_sounds_are_words()
    {
        var old = TwoHander.Source(Sheet("description: Rain, file: s/rain.ogg")) with { Files = null };

        Assert.Null(Assert.Single(ProductionLoader.Load(old).Sounds).File);
    }

    [Fact]
    public void A_folder_gives_every_sound_once_however_many_names_it_has()
    {
        Write("s/rain.ogg", Ogg);
        var source = FromFolder("rain: { description: Rain, file: s/rain.ogg }\n  drizzle: { description: Drizzle, file: s/rain.ogg, gain: -20 }");

        Assert.Equal("s/rain.ogg", Assert.Single(source.Files!).Path);
        var sounds = ProductionLoader.Load(source).Sounds;
        Assert.Same(sounds[0].File, sounds[1].File);
    }

    [Fact]
    public void A_sound_that_is_too_large_is_not_read() =>
        Assert.Contains("larger than 16 MB", TooLarge(1, (16 << 20) + 1), StringComparison.Ordinal);

    [Fact]
    public void Sounds_that_are_too_large_together_are_not_read() =>
        Assert.Contains("larger than 64 MB together", TooLarge(5, 15 << 20), StringComparison.Ordinal);

    [Fact]
    public void Sounds_in_memory_that_are_too_large_are_refused_as_well()
    {
        var source = TwoHander.Source(TwoHander.Sheet) with { Files = [new ProductionFile("rain.ogg", new byte[(16 << 20) + 1])] };

        Assert.Contains(
            "the files that it names are larger than 16 MB each",
            Assert.Single(Assert.Throws<ProductionException>(() => ProductionLoader.Load(source)).Errors).Message,
            StringComparison.Ordinal);
    }

    private static string Sheet(string rain) => TwoHander.With("description: Rain", rain);

    private static Production Load(string rain, byte[] file) =>
        ProductionLoader.Load(TwoHander.Source(Sheet(rain)) with { Files = [new ProductionFile("s/rain.ogg", file)] });

    private static byte[] Bytes(string first, int gap, string second = "", int rest = 0) =>
        [.. Encoding.Latin1.GetBytes(first), .. new byte[gap], .. Encoding.Latin1.GetBytes(second), .. new byte[rest]];

    private string TooLarge(int files, int bytes)
    {
        var names = Enumerable.Range(0, files).Select(file => $"s{file}").ToList();
        foreach (var name in names)
        {
            Write($"{name}.ogg", [.. Ogg, .. new byte[bytes - Ogg.Length]]);
        }

        var sounds = string.Join("\n  ", names.Select(name => $"{name}: {{ description: Noise, file: {name}.ogg }}"));
        return Assert.Single(Assert.Throws<ProductionException>(() => FromFolder("rain: { description: Rain }\n  " + sounds)).Errors).Message;
    }

    private ProductionSource FromFolder(string sounds)
    {
        Write("production.yaml", Encoding.UTF8.GetBytes(TwoHander.With("rain: { description: Rain }", sounds)));
        Write("door.fountain", Encoding.UTF8.GetBytes(TwoHander.Play));
        return ProductionSource.FromFolder(_root);
    }

    private void Write(string path, byte[] bytes)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }
}
