using FsCheck;
using FsCheck.Fluent;

namespace VirtualStage.Osc.Tests;

public sealed class PacketTests
{
    [Fact]
    public void What_other_libraries_write_is_read_as_they_meant_it() => Assert.All(GoldenVector.All, vector =>
    {
        Assert.True(OscReader.TryRead(vector.Bytes, out var packet, out var error), error);
        Assert.Equal(vector.Packet, packet);
    });

    [Fact]
    public void What_is_written_is_what_other_libraries_write() => Assert.All(GoldenVector.All, vector =>
        Assert.Equal(Convert.ToHexString(vector.Bytes), Convert.ToHexString(OscWriter.ToBytes(vector.Packet))));

    [Fact]
    public void The_vectors_hold_every_type_of_argument_and_bundles_in_bundles()
    {
        var tags = GoldenVector.All.SelectMany(vector => vector.Packet.Messages).SelectMany(message => message.Arguments).Select(argument => argument.Tag);
        Assert.Equal("FINTbdfhist", string.Concat(tags.Distinct().Order()));
        Assert.Contains(GoldenVector.All, vector => vector.Packet is OscBundle bundle && bundle.Elements.Any(element => element is OscBundle));
    }

    [Fact]
    public void Any_packet_comes_back_as_it_was() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(AnyPacket.Any, packet =>
    {
        var bytes = OscWriter.ToBytes(packet);
        Assert.Equal(OscWriter.LengthOf(packet), bytes.Length);
        Assert.True(OscReader.TryRead(bytes, out var back, out var error), error);
        Assert.Equal(packet, back);
    }));

    [Fact]
    public void The_messages_of_a_bundle_are_those_of_its_bundles_too_in_order() => Assert.Equal(
        ["/a", "/b", "/c"],
        new OscBundle(OscTime.Immediately, [
            new OscMessage("/a"),
            new OscBundle(OscTime.Immediately, [new OscMessage("/b")]),
            new OscMessage("/c"),
        ]).Messages.Select(message => message.Address));

    [Fact]
    public void A_message_without_type_tags_has_no_arguments()
    {
        Assert.True(OscReader.TryRead("/go\0"u8, out var packet, out _));
        Assert.Equal(new OscMessage("/go"), packet);
    }

    [Fact]
    public void Nan_keeps_its_bits()
    {
        var bytes = OscWriter.ToBytes(new OscMessage("/x", new OscFloat(BitConverter.Int32BitsToSingle(0x7fc12345))));
        Assert.Equal([0x7f, 0xc1, 0x23, 0x45], bytes[^4..]);
    }

    [Fact]
    public void What_cannot_be_written_is_refused()
    {
        Assert.Throws<ArgumentException>(() => OscWriter.ToBytes(new OscMessage("/x", "a\0b")));
        Assert.Throws<ArgumentException>(() => OscWriter.ToBytes(new OscMessage("/x", new OscBlob(new byte[OscLimits.Packet]))));
    }

    [Fact]
    public void A_message_is_shown_in_words() => Assert.Equal(
        "/cue/1/start 1 0.5 two true nil 3 bytes",
        new OscMessage("/cue/1/start", 1, 0.5f, "two", true, new OscNil(), new OscBlob(new byte[3])).ToString());
}
