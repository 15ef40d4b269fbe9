using System.Security.Cryptography;
using VirtualStage.Contracts.Actors;

namespace VirtualStage.Client.Tests;

public sealed class ConnectProofsTests
{
    private static readonly StageSession _session = new(
        [.. Enumerable.Range(1, 16).Select(value => (byte)value)],
        [.. Enumerable.Range(100, 32).Select(value => (byte)value)],
        "localhost",
        9050,
        "hamlet-1");

    private readonly ConnectProof _proof = ConnectProofs.Make(_session);

    [Fact]
    public void A_proof_made_with_the_sessions_key_holds_and_names_the_session()
    {
        Assert.True(ConnectProofs.Holds(_proof, _session.Key));
        Assert.Equal(_session.SessionId, _proof.SessionId);
    }

    [Fact]
    public void A_proof_is_the_one_that_the_contract_describes()
    {
        byte[] message = [.. "virtualstage-connect"u8, .. _proof.SessionId, .. _proof.Nonce];
        Assert.Equal(HMACSHA256.HashData(_session.Key, message), _proof.Proof);
    }

    [Fact]
    public void No_two_proofs_are_the_same() =>
        Assert.NotEqual(_proof.Proof, ConnectProofs.Make(_session).Proof);

    [Fact]
    public void Another_key_does_not_hold() =>
        Assert.False(ConnectProofs.Holds(_proof, Flipped(_session.Key, 31)));

    [Fact]
    public void A_proof_that_was_altered_anywhere_does_not_hold()
    {
        for (var i = 0; i < _proof.Proof.Length; i++)
        {
            Assert.False(ConnectProofs.Holds(_proof with { Proof = Flipped(_proof.Proof, i) }, _session.Key));
        }

        for (var i = 0; i < 16; i++)
        {
            Assert.False(ConnectProofs.Holds(_proof with { SessionId = Flipped(_proof.SessionId, i) }, _session.Key));
            Assert.False(ConnectProofs.Holds(_proof with { Nonce = Flipped(_proof.Nonce, i) }, _session.Key));
        }
    }

    [Fact]
    public void A_proof_of_another_length_or_version_does_not_hold()
    {
        Assert.False(ConnectProofs.Holds(_proof with { Version = 2 }, _session.Key));
        Assert.False(ConnectProofs.Holds(_proof with { Version = 0 }, _session.Key));
        Assert.False(ConnectProofs.Holds(_proof with { Proof = [] }, _session.Key));
        Assert.False(ConnectProofs.Holds(_proof with { Proof = _proof.Proof[..^1] }, _session.Key));
        Assert.False(ConnectProofs.Holds(_proof with { Proof = [.. _proof.Proof, 0] }, _session.Key));
    }

    [Fact]
    public void What_belongs_to_the_session_id_cannot_be_passed_off_as_nonce()
    {
        // The parts are joined without lengths: only the fixed length of each keeps the border where it is.
        byte[] both = [.. _proof.SessionId, .. _proof.Nonce];
        Assert.False(ConnectProofs.Holds(_proof with { SessionId = both[..15], Nonce = both[15..] }, _session.Key));
        Assert.False(ConnectProofs.Holds(_proof with { SessionId = both[..17], Nonce = both[17..] }, _session.Key));
    }

    private static byte[] Flipped(byte[] bytes, int at) => [.. bytes.Select((value, i) => i == at ? (byte)(value ^ 1) : value)];
}
