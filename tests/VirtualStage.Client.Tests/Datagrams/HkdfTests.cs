using System.Security.Cryptography;
using VirtualStage.Contracts.Datagrams;

namespace VirtualStage.Client.Tests.Datagrams;

public sealed class HkdfTests
{
    [Fact]
    public void The_first_vector_of_the_RFC_comes_out()
    {
        byte[] secret = [.. Enumerable.Repeat((byte)0x0b, 22)];

        var pseudorandomKey = Hkdf.Extract(Convert.FromHexString("000102030405060708090a0b0c"), secret);
        var output = Hkdf.Expand(pseudorandomKey, Convert.FromHexString("f0f1f2f3f4f5f6f7f8f9"), 42);

        Assert.Equal("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5", Convert.ToHexStringLower(pseudorandomKey));
        Assert.Equal("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865", Convert.ToHexStringLower(output));
    }

    [Fact]
    public void It_does_what_the_platforms_own_does()
    {
        var random = new Random(5);
        for (var i = 0; i < 200; i++)
        {
            var (salt, secret, purpose) = (Bytes(random, 1, 80), Bytes(random, 1, 80), Bytes(random, 0, 80));
            var length = random.Next(1, 300);
            var expected = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, length, salt, purpose);

            Assert.Equal(expected, Hkdf.Expand(Hkdf.Extract(salt, secret), purpose, length));
        }
    }

    [Fact]
    public void More_than_there_is_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Hkdf.Expand(new byte[32], [], (255 * 32) + 1));

    private static byte[] Bytes(Random random, int least, int most)
    {
        var bytes = new byte[random.Next(least, most + 1)];
        random.NextBytes(bytes);
        return bytes;
    }
}
