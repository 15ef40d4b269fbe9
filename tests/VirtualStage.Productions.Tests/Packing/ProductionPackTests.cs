using System.Text;
using VirtualStage.Productions.Packing;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Packing;

public sealed class ProductionPackTests
{
    [Fact]
    public void What_is_packed_comes_out_as_it_was_and_packs_to_the_same_bytes()
    {
        var source = Pack.Source;
        var again = ProductionPack.Read(Pack.Right);

        Assert.Equal((source.Id, source.Yaml, source.PlayFile), (again.Id, again.Yaml, again.PlayFile));
        Assert.Equal(source.PlayBytes, again.PlayBytes);
        Assert.Equal(Pack.Bell, Assert.Single(again.Files!).Bytes);
        Assert.Equal(Pack.Right, ProductionPack.Write(again));
        Assert.Equal("Two at the door", ProductionLoader.Load(again).Title);
    }

    [Theory]
    [InlineData("../evil.yaml", "leads out")]
    [InlineData("sounds/../../evil.wav", "leads out")]
    [InlineData("/etc/passwd", "leads out")]
    [InlineData("C:/evil.wav", "leads out")]
    [InlineData("sounds\\evil.wav", "leads out")]
    [InlineData("sounds//evil.wav", "leads out")]
    [InlineData("sounds/", "leads out")]
    public void A_path_out_of_the_folder_is_refused(string path, string words)
    {
        List<(string, byte[])> files = [.. Pack.Files, (path, Pack.Bell)];

        Assert.Contains(words, Refusal(Pack.Of(Pack.ManifestOf(files), files)));
    }

    [Fact]
    public void A_link_is_no_file() =>
        Assert.Contains("is a link", Refusal(Pack.Of(Pack.ManifestOf(Pack.Files), Pack.Files, attributes: unchecked((int)0xA1FF0000))));

    [Fact]
    public void A_file_that_unfolds_beyond_what_it_says_is_read_no_further()
    {
        List<(string Path, byte[] Bytes)> files = [Pack.Files[0], Pack.Files[1], ("sounds/rain.wav", new byte[24 << 20])];
        var bomb = Pack.Of(Pack.ManifestOf(files, bytes: 1000), files);
        Assert.True(bomb.Length < 100_000);

        Assert.Contains("larger than it says", Refusal(bomb));
        Assert.Contains("larger than it says", Refusal(Pack.Of(new string(' ', 24 << 20), Pack.Files)));
    }

    [Fact]
    public void A_pack_that_says_that_it_is_larger_than_any_production_is_not_unfolded()
    {
        Assert.Contains("larger than those of any production", Refusal(Pack.Of(Pack.ManifestOf(Pack.Files, bytes: 1L << 40), Pack.Files)));
        Assert.Contains("larger than those of any production", Refusal(Pack.Of(Pack.ManifestOf(Pack.Files, bytes: -1), Pack.Files)));
        Assert.Contains("at most 128 MB", Refusal(new byte[ProductionPack.Largest + 1]));
        Assert.Contains("more than 4100 files", Refusal(Pack.Of(null, Enumerable.Range(0, 4200).Select(i => ($"{i}", Array.Empty<byte>())))));
    }

    [Fact]
    public void A_file_that_was_changed_since_is_named()
    {
        var manifest = Pack.ManifestOf(Pack.Files);
        List<(string Path, byte[] Bytes)> files = [Pack.Files[0], (Pack.Files[1].Path, [.. Pack.Files[1].Bytes[..^1], (byte)'!']), Pack.Files[2]];

        Assert.Contains("'door.fountain' is damaged", Refusal(Pack.Of(manifest, files)));
    }

    [Fact]
    public void Files_and_manifest_name_each_other()
    {
        Assert.Contains("'sounds/rain.wav' is missing", Refusal(Pack.Of(Pack.ManifestOf(Pack.Files), Pack.Files[..2])));
        Assert.Contains("'extra.wav' is not in the manifest", Refusal(Pack.Of(Pack.ManifestOf(Pack.Files), [.. Pack.Files, ("extra.wav", Pack.Bell)])));
        Assert.Contains("there twice", Refusal(Pack.Of(Pack.ManifestOf(Pack.Files), [.. Pack.Files, ("Sounds/Rain.wav", Pack.Bell)])));
        Assert.Contains("no manifest.json", Refusal(Pack.Of(null, Pack.Files)));
    }

    [Fact]
    public void A_file_that_the_sheet_does_not_name_is_left_in_the_pack()
    {
        List<(string, byte[])> files = [.. Pack.Files, (".git/hooks/post-checkout", Pack.Bell)];

        Assert.Equal(["sounds/rain.wav"], ProductionPack.Read(Pack.Of(Pack.ManifestOf(files), files)).Files!.Select(file => file.Path));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"format\":\"virtualstage-production\"")]
    [InlineData("{\"format\":\"virtualstage-production\",\"version\":1,\"id\":null,\"title\":\"\",\"files\":[]}")]
    [InlineData("{\"format\":\"virtualstage-production\",\"version\":1,\"id\":\"door\",\"title\":\"\",\"files\":[null]}")]
    public void A_manifest_that_is_none_is_said_so(string manifest) =>
        Assert.Contains("manifest", Refusal(Pack.Of(manifest, Pack.Files)));

    [Fact]
    public void Another_format_a_newer_version_and_a_bad_id_are_named()
    {
        Assert.Contains("something else", Refusal(Pack.Of(Pack.ManifestOf(Pack.Files, format: "epub"), Pack.Files)));
        Assert.Contains("format 2; this program reads format 1", Refusal(Pack.Of(Pack.ManifestOf(Pack.Files, version: 2), Pack.Files)));
        Assert.Contains("no id for a production", Refusal(Pack.Of(Pack.ManifestOf(Pack.Files, id: "../door"), Pack.Files)));
        Assert.Contains("no id", Assert.Throws<InvalidDataException>(() => ProductionPack.Write(Pack.Source with { Id = "a door" })).Message);
    }

    [Fact]
    public void A_sheet_without_its_play_is_said_so()
    {
        List<(string, byte[])> files = [Pack.Files[0], Pack.Files[2]];

        Assert.Contains("there is no file for 'play'", Assert.Throws<ProductionException>(() => ProductionPack.Read(Pack.Of(Pack.ManifestOf(files), files))).Message);
    }

    [Fact]
    public void However_it_is_damaged_it_is_refused_or_right()
    {
        var right = Pack.Right;
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var damaged = round % 2 == 0 ? right[..random.Next(right.Length)] : [.. right];
            for (var change = 0; change < round % 5 && damaged.Length > 0; change++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                Assert.Equal(Pack.Source.Yaml, ProductionPack.Read(damaged).Yaml);
            }
            catch (InvalidDataException)
            {
            }
        }
    }

    [Fact]
    public void What_is_no_archive_is_said_to_be_none() =>
        Assert.Contains("no packed production", Refusal(Encoding.UTF8.GetBytes("title: Two at the door")));

    private static string Refusal(byte[] pack) => Assert.Throws<InvalidDataException>(() => ProductionPack.Read(pack)).Message;
}
