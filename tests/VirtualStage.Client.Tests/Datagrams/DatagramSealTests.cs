using System.Security.Cryptography;
using VirtualStage.Contracts.Datagrams;
using VirtualStage.Testing;

namespace VirtualStage.Client.Tests.Datagrams;

public sealed class DatagramSealTests : IDisposable
{
    private static readonly byte[] _sessionId = [.. Enumerable.Range(1, 16).Select(value => (byte)value)];
    private static readonly byte[] _key = [.. Enumerable.Range(100, 32).Select(value => (byte)value)];
    private static readonly DatagramKeys _keys = DatagramKeys.Derive(_key, _sessionId, new byte[16]);

    private readonly DatagramSeal _actor = DatagramSeal.OfActor(_keys, AesGcmCipher.Create);
    private readonly DatagramSeal _stage = DatagramSeal.OfStage(_keys, AesGcmCipher.Create);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(60)]
    [InlineData(1400)]
    public void What_is_sealed_on_one_end_opens_on_the_other(int length)
    {
        var plain = Plain(length);

        Assert.Equal(plain, Open(_stage, Seal(_actor, plain)));
        Assert.Equal(plain, Open(_actor, Seal(_stage, plain)));
    }

    [Fact]
    public void A_datagram_is_what_the_protocol_describes()
    {
        var plain = Plain(30);
        Seal(_actor, plain);
        var datagram = Seal(_actor, plain);

        var material = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, _key, 44, [.. _sessionId, .. new byte[16]], "virtualstage 2 to stage"u8.ToArray());
        Assert.Equal(plain.Length + DatagramSeal.Overhead, datagram.Length);
        Assert.Equal(plain[0], datagram[0]);
        Assert.Equal([2, 0, 0, 0], datagram[30..34]);
        var nonce = material[32..];
        nonce[8] ^= 2;
        var opened = new byte[29];
        using var aes = new AesGcm(material[..32], 16);
        aes.Decrypt(nonce, datagram[1..30], datagram[34..], opened, datagram[..1]);
        Assert.Equal(plain[1..], opened);
    }

    [Fact]
    public void Nothing_of_the_plain_text_shows_and_nothing_is_sealed_the_same_way_twice()
    {
        var plain = new byte[200];
        var (one, two) = (Seal(_actor, plain), Seal(_actor, plain));

        Assert.True(one[1..200].Count(value => value == 0) < 20);
        Assert.NotEqual(one[1..200], two[1..200]);
    }

    [Fact]
    public void A_datagram_that_was_altered_in_any_bit_does_not_open()
    {
        var datagram = Seal(_actor, Plain(40));
        for (var bit = 0; bit < 8 * datagram.Length; bit++)
        {
            var altered = datagram.ToArray();
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(Open(_stage, altered));
        }

        Assert.NotNull(Open(_stage, datagram));
    }

    [Fact]
    public void A_datagram_that_was_cut_or_grew_does_not_open()
    {
        var datagram = Seal(_actor, Plain(40));
        for (var length = 1; length < datagram.Length; length++)
        {
            Assert.Null(Open(_stage, datagram[..length]));
            Assert.Null(Open(_stage, datagram[length..]));
        }

        Assert.Null(Open(_stage, [.. datagram, 0]));
        var beyond = 100;
        Assert.False(_stage.TryOpen(new byte[50], ref beyond));
    }

    [Fact]
    public void A_datagram_opens_once_and_never_on_the_end_that_made_it()
    {
        var datagram = Seal(_actor, Plain(40));

        Assert.Null(Open(_actor, datagram));
        Assert.NotNull(Open(_stage, datagram));
        Assert.Null(Open(_stage, datagram));
        Assert.Equal((1, 0), (_stage.Repeated, _stage.Forged));
    }

    [Fact]
    public void Datagrams_may_overtake_each_other_and_get_lost()
    {
        var datagrams = Enumerable.Range(0, 500).Select(_ => Seal(_actor, Plain(20))).ToArray();
        new Random(3).Shuffle(datagrams);

        Assert.All(datagrams[..400], datagram => Assert.NotNull(Open(_stage, datagram)));
        Assert.All(datagrams[..400], datagram => Assert.Null(Open(_stage, datagram)));
    }

    [Fact]
    public void A_forged_datagram_with_a_later_counter_shuts_no_genuine_one_out()
    {
        var (first, forged) = (Seal(_actor, Plain(40)), Seal(_actor, Plain(40)));
        forged[43] = 0x7f;

        Assert.Null(Open(_stage, forged));
        Assert.NotNull(Open(_stage, first));
    }

    [Fact]
    public void Another_session_or_another_connection_with_the_same_one_has_other_keys()
    {
        using var other = DatagramSeal.OfStage(DatagramKeys.Derive(new byte[32], _sessionId, new byte[16]), AesGcmCipher.Create);
        using var again = DatagramSeal.OfStage(DatagramKeys.Derive(_key, _sessionId, ConnectProofs.NewNonce()), AesGcmCipher.Create);
        var datagram = Seal(_actor, Plain(40));

        Assert.Null(Open(other, datagram));
        Assert.Null(Open(again, datagram));
    }

    [Fact]
    public void Nothing_is_sealed_where_there_is_no_room()
    {
        var length = 10;
        Assert.False(_actor.TrySeal(new byte[29], 0, ref length));
        Assert.False(_actor.TrySeal(new byte[40], 15, ref length));
        length = 0;
        Assert.False(_actor.TrySeal(new byte[40], 0, ref length));
    }

    [Fact]
    public void An_applications_own_cipher_is_used()
    {
        using var seal = DatagramSeal.OfActor(_keys, _ => new NoCipher());
        var datagram = Seal(seal, Plain(10));

        Assert.Equal(Plain(10), datagram[..10]);
    }

    [Fact]
    public void Nothing_is_allocated_for_a_datagram()
    {
        var data = new byte[600];
        Assert.Equal(0, Allocations.Of(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                Exchange(data);
            }
        }));
    }

    public void Dispose()
    {
        _actor.Dispose();
        _stage.Dispose();
    }

    private static byte[] Plain(int length) => [.. Enumerable.Range(7, length).Select(value => (byte)value)];

    private static byte[] Seal(DatagramSeal seal, byte[] plain)
    {
        var (data, length) = (plain.Concat(new byte[DatagramSeal.Overhead]).ToArray(), plain.Length);
        Assert.True(seal.TrySeal(data, 0, ref length));
        return data[..length];
    }

    private static byte[]? Open(DatagramSeal seal, byte[] datagram)
    {
        var (data, length) = (datagram.ToArray(), datagram.Length);
        return seal.TryOpen(data, ref length) ? data[..length] : null;
    }

    private void Exchange(byte[] data)
    {
        var length = 500;
        Assert.True(_actor.TrySeal(data, 0, ref length) && _stage.TryOpen(data, ref length));
    }

    private sealed class NoCipher : IDatagramCipher
    {
        public void Seal(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, Span<byte> data, Span<byte> tag) => tag.Clear();

        public bool TryOpen(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, Span<byte> data, ReadOnlySpan<byte> tag) => true;

        public void Dispose()
        {
        }
    }
}
