using VirtualStage.Contracts.Actors;

namespace VirtualStage.Contracts.Tests;

public sealed class OpusPacketTests
{
    /// <summary>Frame sizes by configuration, in tenths of a millisecond: RFC 6716, table 2.</summary>
    private static readonly int[] _sizes =
    [
        100, 200, 400, 600, 100, 200, 400, 600, 100, 200, 400, 600, 100, 200, 100, 200,
        25, 50, 100, 200, 25, 50, 100, 200, 25, 50, 100, 200, 25, 50, 100, 200,
    ];

    [Fact]
    public void A_voice_is_one_mono_frame_of_20_milliseconds()
    {
        for (var first = 0; first < 256; first++)
        {
            var isMono = (first & 4) == 0;
            var isOne = (first & 3) == 0;
            Assert.Equal(_sizes[first >> 3] == 200 && isMono && isOne, OpusPacket.IsVoice([(byte)first, 2, 3]));
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xfb, 1, 7 }, true)]
    [InlineData(new byte[] { 0xfb, 0x41, 7 }, true)]
    [InlineData(new byte[] { 0xfb, 2, 7 }, false)]
    [InlineData(new byte[] { 0xfb }, false)]
    [InlineData(new byte[] { 0xf8 }, true)]
    [InlineData(new byte[0], false)]
    public void A_padded_packet_may_hold_one_frame(byte[] packet, bool isVoice) => Assert.Equal(isVoice, OpusPacket.IsVoice(packet));

    [Fact]
    public void A_packet_is_no_longer_than_a_voice_needs()
    {
        byte[] packet = [0xf8, .. new byte[VoiceFrame.MaxBytes]];

        Assert.True(OpusPacket.IsVoice(packet.AsSpan(0, VoiceFrame.MaxBytes)));
        Assert.False(OpusPacket.IsVoice(packet));
    }
}
