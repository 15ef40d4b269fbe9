using System.Security.Cryptography;
using VirtualStage.Contracts.Datagrams;
using VirtualStage.Samples.BouncyCastle;

namespace VirtualStage.Client.Tests;

/// <summary>What a client seals without .NET's AES-GCM, the theatre opens with it, and the other way round.</summary>
public sealed class BouncyCastleCipherTests : IDisposable
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly byte[] _associated = [3];
    private readonly AesGcmCipher _own;
    private readonly BouncyCastleCipher _other;

    public BouncyCastleCipherTests() => (_own, _other) = (new AesGcmCipher(_key), new BouncyCastleCipher(_key));

    public void Dispose()
    {
        _own.Dispose();
        _other.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(1023)]
    [InlineData(5000)]
    public void Each_opens_what_the_other_sealed(int length)
    {
        foreach (var (seals, opens) in new (IDatagramCipher, IDatagramCipher)[] { (_own, _other), (_other, _own) })
        {
            var plain = RandomNumberGenerator.GetBytes(length);
            var (nonce, data, tag) = (RandomNumberGenerator.GetBytes(12), plain.ToArray(), new byte[16]);
            seals.Seal(nonce, _associated, data, tag);

            Assert.True(opens.TryOpen(nonce, _associated, data, tag));
            Assert.Equal(plain, data);
        }
    }

    [Fact]
    public void A_forged_datagram_is_not_opened_and_the_next_one_is()
    {
        var (nonce, data, tag) = (RandomNumberGenerator.GetBytes(12), RandomNumberGenerator.GetBytes(100), new byte[16]);
        _own.Seal(nonce, _associated, data, tag);
        var forged = data.ToArray();
        forged[50] ^= 1;

        Assert.False(_other.TryOpen(nonce, _associated, forged, tag));
        Assert.False(_other.TryOpen(nonce, [4], data.ToArray(), tag));
        Assert.True(_other.TryOpen(nonce, _associated, data, tag));
    }
}
