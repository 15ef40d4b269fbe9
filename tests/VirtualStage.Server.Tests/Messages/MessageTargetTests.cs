using VirtualStage.Server.Messages;

namespace VirtualStage.Server.Tests.Messages;

public sealed class MessageTargetTests
{
    [Theory]
    [InlineData("lights=osc-udp://127.0.0.1:8000", "lights", "osc-udp")]
    [InlineData("qlab=osc-tcp://sound.local:53000", "qlab", "osc-tcp")]
    [InlineData("haze = http://192.168.1.9/api/", "haze", "http")]
    [InlineData("haze=https://haze.example", "haze", "https")]
    public void A_target_is_read(string text, string name, string scheme)
    {
        var target = MessageTarget.Parse(text);
        Assert.Equal((name, scheme), (target!.Name, target.Address.Scheme));
    }

    [Theory]
    [InlineData("")]
    [InlineData("lights")]
    [InlineData("=osc-udp://127.0.0.1:8000")]
    [InlineData("lights=127.0.0.1:8000")]
    [InlineData("lights=osc-udp://127.0.0.1")]
    [InlineData("lights=osc-udp://:8000")]
    [InlineData("lights=osc-udp://127.0.0.1:8000/go")]
    [InlineData("lights=osc-tcp://127.0.0.1:70000")]
    [InlineData("lights=file:///etc/passwd")]
    [InlineData("lights=ftp://lights.example")]
    [InlineData("lights=http://user:word@lights.example")]
    [InlineData("lights=http://lights.example/?key=1")]
    [InlineData("lights=http://lights.example/#there")]
    public void What_is_no_target_is_none(string text) => Assert.Null(MessageTarget.Parse(text));
}
