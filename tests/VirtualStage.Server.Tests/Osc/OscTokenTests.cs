using VirtualStage.Server.Osc;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Osc;

public sealed class OscTokenTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_token_is_made_once_and_kept()
    {
        var made = OscToken.Read(new OscOptions { Port = 1 }, _folder.Path);
        var text = File.ReadAllText(_folder["osc.token"]).Trim();

        Assert.True(made.Is(text));
        Assert.Equal(24, text.Length);
        Assert.True(OscToken.Read(new OscOptions { Port = 1 }, _folder.Path).Is(text));
        Assert.False(made.Is(text + "x"));
        Assert.False(made.Is(""));
        Assert.False(made.IsOpen);
    }

    [Fact]
    public void A_token_of_ones_own_is_read_without_its_line_end()
    {
        var file = _folder.Write("mine", "correct-horse-battery\r\n");
        Assert.True(OscToken.Read(new OscOptions { Port = 1, TokenFile = file }, _folder.Path).Is("correct-horse-battery"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("with a space in it")]
    [InlineData("two-long-lines\ntwo-long-lines")]
    [InlineData("pässwörter-überall")]
    public void What_is_no_token_is_refused(string text)
    {
        var file = _folder.Write("mine", text);
        var error = Assert.Throws<InvalidDataException>(() => OscToken.Read(new OscOptions { Port = 1, TokenFile = file }, _folder.Path));
        Assert.Contains("12 to 128", error.Message);
    }

    [Fact]
    public void Without_a_token_nothing_is_the_token()
    {
        var open = OscToken.Read(new OscOptions { Port = 1, NoToken = true }, _folder.Path);
        Assert.True(open.IsOpen);
        Assert.False(open.Is(""));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();
}
