using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using LiteNetLib;
using VirtualStage.Contracts.Datagrams;

namespace VirtualStage.Client.Tests;

public sealed class ConnectProofsTests
{
    private static readonly byte[] _sessionId = [.. Enumerable.Range(1, 16).Select(value => (byte)value)];
    private static readonly byte[] _key = [.. Enumerable.Range(100, 32).Select(value => (byte)value)];

    private readonly byte[] _nonce = ConnectProofs.NewNonce();
    private readonly DatagramKeys _keys;
    private readonly byte[] _request;

    public ConnectProofsTests()
    {
        _keys = DatagramKeys.Derive(_key, _sessionId, _nonce);
        _request = Signed([6, .. new byte[40], .. ConnectProofs.Payload(_sessionId, _nonce)]);
    }

    [Fact]
    public void A_request_with_the_sessions_proof_holds_and_names_session_and_nonce()
    {
        Assert.True(ConnectProofs.HasForm(_request));
        Assert.True(ConnectProofs.Holds(_request, _keys.Proof));
        Assert.Equal(_sessionId, ConnectProofs.SessionIdOf(_request));
        Assert.Equal(_nonce, ConnectProofs.NonceOf(_request));
    }

    [Fact]
    public void A_proof_is_the_one_that_the_protocol_describes()
    {
        var pseudorandomKey = HKDF.Extract(HashAlgorithmName.SHA256, _key, [.. _sessionId, .. _nonce]);
        var proofKey = HKDF.Expand(HashAlgorithmName.SHA256, pseudorandomKey, 32, "virtualstage 2 connect"u8.ToArray());

        Assert.Equal(HMACSHA256.HashData(proofKey, _request[..^16])[..16], _request[^16..]);
    }

    [Fact]
    public void No_two_nonces_are_the_same() => Assert.NotEqual(_nonce, ConnectProofs.NewNonce());

    [Fact]
    public void A_request_that_was_altered_anywhere_does_not_hold()
    {
        for (var bit = 0; bit < 8 * _request.Length; bit++)
        {
            var altered = _request.ToArray();
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(ConnectProofs.HasForm(altered) && ConnectProofs.Holds(altered, KeyOf(altered)), $"bit {bit}");
        }
    }

    [Fact]
    public void Another_sessions_key_does_not_hold() =>
        Assert.False(ConnectProofs.Holds(_request, DatagramKeys.Derive(new byte[32], _sessionId, _nonce).Proof));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(ConnectProofs.PayloadLength + ConnectProofs.ProofLength)]
    [InlineData(ConnectProofs.MaxLength + 1)]
    [InlineData(1400)]
    public void What_is_too_short_or_too_long_has_not_the_form(int length)
    {
        var datagram = new byte[length];
        Array.Fill(datagram, (byte)6);
        if (length > 49)
        {
            datagram[^49] = ConnectProofs.Version;
        }

        Assert.False(ConnectProofs.HasForm(datagram));
    }

    [Fact]
    public void Another_version_or_kind_has_not_the_form()
    {
        var (older, other) = (_request.ToArray(), _request.ToArray());
        older[^49] = 1;
        other[0] = 7;

        Assert.False(ConnectProofs.HasForm(older));
        Assert.False(ConnectProofs.HasForm(other));
    }

    [Fact]
    public void A_request_is_signed_only_where_there_is_room()
    {
        var length = 20;
        Assert.False(ConnectProofs.TrySign(new byte[35], 0, ref length, _keys.Proof));
        Assert.Equal(20, length);
        Assert.True(ConnectProofs.TrySign(new byte[36], 0, ref length, _keys.Proof));
        Assert.Equal(36, length);
    }

    [Fact]
    public async Task LiteNetLibs_connect_request_is_known_by_its_first_byte_and_ends_with_what_was_given()
    {
        using var server = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var client = new NetManager(new EventBasedNetListener()) { IPv6Enabled = false };
        Assert.True(client.StartInManualMode(0));
        try
        {
            var payload = ConnectProofs.Payload(_sessionId, _nonce);
            client.Connect((IPEndPoint)server.Client.LocalEndPoint!, payload);

            var sent = (await server.ReceiveAsync(TestContext.Current.CancellationToken)).Buffer;

            Assert.True(ConnectProofs.IsConnectRequest(sent[0]), $"it is {sent[0] & 0x1f}");
            Assert.Equal(payload, sent[^payload.Length..]);
            Assert.True(sent.Length + ConnectProofs.ProofLength <= ConnectProofs.MaxLength);
        }
        finally
        {
            client.Stop();
        }
    }

    private static byte[] KeyOf(byte[] request) =>
        DatagramKeys.Derive(_key, ConnectProofs.SessionIdOf(request).ToArray(), ConnectProofs.NonceOf(request).ToArray()).Proof;

    private byte[] Signed(byte[] request)
    {
        var (data, length) = (request.Concat(new byte[16]).ToArray(), request.Length);
        Assert.True(ConnectProofs.TrySign(data, 0, ref length, _keys.Proof));
        return data;
    }
}
