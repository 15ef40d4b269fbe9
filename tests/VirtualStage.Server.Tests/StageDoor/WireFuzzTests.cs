using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MessagePack;
using Microsoft.Extensions.Time.Testing;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Datagrams;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Journal;
using VirtualStage.Server.StageDoor;
using VirtualStage.Server.StageDoor.Limits;
using VirtualStage.Server.StageDoor.Udp;
using VirtualStage.Server.Tests.Support;
using VirtualStage.Testing;

namespace VirtualStage.Server.Tests.StageDoor;

/// <summary>
/// Noise, and real datagrams that were altered, cut or repeated: nothing crashes, nothing grows, and who plays plays on.
/// VIRTUALSTAGE_WIRE_PACKETS says how many.
/// </summary>
public sealed class WireFuzzTests : IDisposable
{
    private const long MostGrowth = 8 << 20;

    private static readonly int _packets =
        int.TryParse(Environment.GetEnvironmentVariable("VIRTUALSTAGE_WIRE_PACKETS"), out var packets) ? packets : 20_000;

    private readonly TempFolder _folder = new();
    private readonly Random _random = new(17);
    private long _nextInputMs;

    [Fact]
    public void The_layer_takes_no_datagram_that_is_not_genuine_and_keeps_nothing_of_it()
    {
        var time = new FakeTimeProvider();
        using var database = SqliteDatabase.Open(_folder["banned.db"]);
        var banned = new BannedAddresses(database);
        var (sessions, addresses) = (new StageSessions(time), new AddressLimits());
        var layer = new SealedLayer(new Handshakes(sessions, banned, addresses), time);
        var here = new IPEndPoint(IPAddress.Parse("198.51.100.9"), 4000);
        var (actor, request) = Connect(layer, sessions, here);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var since = Stopwatch.StartNew();
        for (var i = 0; i < _packets; i++)
        {
            // An honest datagram now and then, that must pass; and copies of it that must not.
            time.Advance(TimeSpan.FromMilliseconds(10));
            var honest = Seal(actor, [0, .. Bytes(new ClockPing(i))]);
            if (i % 16 == 0)
            {
                Assert.NotEqual(0, Receive(layer, here, honest));
            }

            var thrown = _random.Next(5) switch
            {
                0 => Noise(),
                1 => Damaged(honest),
                2 => honest[.._random.Next(honest.Length)],
                3 => Damaged(request),
                _ => i % 16 == 0 ? honest : Damaged(honest),
            };
            var from = _random.Next(2) == 0 ? here : new IPEndPoint(_random.NextInt64(1L << 32), _random.Next(1, 65536));
            Assert.Equal(0, Receive(layer, from, thrown));
        }

        Assert.Equal((1, 0), (layer.Lines, layer.HalfOpen));
        Assert.InRange(addresses.Count, 0, AddressLimits.Most);
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.InRange(growth, long.MinValue, MostGrowth);
        Tell($"{_packets} at the layer in {since.Elapsed.TotalSeconds:0.0} s, {growth / 1024} KB more in memory");
        actor.Dispose();
    }

    [Fact]
    public void Whatever_an_actors_client_seals_it_is_read_or_counted()
    {
        IActorMessage[] genuine =
        [
            new ActorInputs(7, [new ActorInput(1, 127, -127, 3, Gait.Walk), new ActorInput(9, 0, 0, 255, Gait.Run)], 12),
            new EmoteRequest(Emote.Bow), new SpeakLine("1.1.1"), new ClockPing(long.MaxValue),
        ];
        using var theatre = new LoopTheatre();
        var actor = theatre.Stage.Enter(new CastActor("p-anna", "Anna", "hamlet", IsBot: false), NoLink.Instance);
        var (read, since) = (0, Stopwatch.StartNew());
        for (var i = 0; i < _packets; i++)
        {
            var bytes = i % 2 == 0 ? Noise() : Damaged(Bytes(genuine[_random.Next(genuine.Length)]));
            if (ActorMessageReader.Read(bytes) is { } message)
            {
                read++;
                actor.Take(message);
            }

            if (i % 100 == 0)
            {
                theatre.Stage.World.Tick();
            }
        }

        Assert.InRange(read, _packets / 20, _packets);
        Tell($"{_packets} messages in {since.Elapsed.TotalSeconds:0.0} s, {read} of them could be read");
    }

    [Fact]
    public async Task A_door_that_is_bombarded_grows_nothing_and_who_plays_plays_on()
    {
        using var theatre = new LoopTheatre();
        using var network = new FaultyRelay(theatre.EndPoint, 1) { Faults = new Faults(Doubled: 0.5) };
        var heard = new ConcurrentQueue<byte[]>();
        network.Tapped = (isUp, bytes) =>
        {
            if (isUp && heard.Count < 5000)
            {
                heard.Enqueue(bytes.ToArray());
            }
        };
        using var player = theatre.Client(LivePlayer.Over(network, theatre.Session("hamlet")));
        player.Connect();
        await Play(theatre, player, () => player.World.NewestTick > 10 && player.World.PoseOf(player.Welcome!.Actor) is not null);
        var corpus = heard.ToArray();
        var strangers = Enumerable.Range(0, 16).Select(_ => Stranger(theatre.EndPoint)).ToArray();
        Throw(strangers, corpus, 2000, theatre, player);
        var (before, since, tick) = (GC.GetTotalMemory(forceFullCollection: true), Stopwatch.StartNew(), player.World.NewestTick);

        Throw(strangers, corpus, _packets, theatre, player);

        var took = since.Elapsed;
        await Play(theatre, player, () => player.World.NewestTick > tick + 30);
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.InRange(growth, long.MinValue, MostGrowth);
        Assert.InRange(theatre.Door.Size.Lines, 1, 2);
        Assert.Equal(0, theatre.Door.Size.HalfOpen);
        Assert.InRange(theatre.Addresses.Count, 0, 2);
        Assert.False(player.IsOver || player.IsLost);
        Assert.Equal("hamlet", Assert.Single(player.Scene!.Players).Role);
        Assert.Null(theatre.Stage.ConductOf("hamlet"));
        Tell($"{_packets} at the door in {took.TotalSeconds:0.0} s, {growth / 1024} KB more in memory");
        foreach (var stranger in strangers)
        {
            Assert.Equal(0, stranger.Available);
            stranger.Dispose();
        }
    }

    public void Dispose() => _folder.Dispose();

    private static void Tell(string text) => TestContext.Current.TestOutputHelper?.WriteLine(text);

    private static byte[] Bytes(IActorMessage message) => MessagePackSerializer.Serialize(message, ContractResolver.Options);

    private static Socket Stranger(IPEndPoint door)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Connect(door);
        return socket;
    }

    private static byte[] Seal(DatagramSeal seal, byte[] plain)
    {
        var (data, length) = (plain.Concat(new byte[DatagramSeal.Overhead]).ToArray(), plain.Length);
        Assert.True(seal.TrySeal(data, 0, ref length));
        return data;
    }

    private static int Receive(SealedLayer layer, IPEndPoint from, byte[] datagram)
    {
        var (data, length) = (datagram.ToArray(), datagram.Length);
        layer.ProcessInboundPacket(ref from, ref data, ref length);
        return length;
    }

    private Task Play(LoopTheatre theatre, Client.StageClient player, Func<bool> so) => Eventually.So(() =>
    {
        Turn(theatre, player);
        return so();
    });

    /// <summary>The player plays in real time, however often the loop turns: who sends more is held to the rules.</summary>
    private void Turn(LoopTheatre theatre, Client.StageClient player)
    {
        theatre.Turn();
        player.Update();
        if (player.Clock.LocalMs >= _nextInputMs)
        {
            player.SendInputs();
            _nextInputMs = player.Clock.LocalMs + 33;
        }
    }

    private (DatagramSeal Actor, byte[] Request) Connect(SealedLayer layer, StageSessions sessions, IPEndPoint here)
    {
        var admission = sessions.Admit("hamlet-1", new CastActor("p-anna", "Anna", "hamlet", IsBot: false))!;
        var nonce = ConnectProofs.NewNonce();
        var keys = DatagramKeys.Derive(admission.Key, admission.SessionId, nonce);
        byte[] plain = [6, .. new byte[40], .. ConnectProofs.Payload(admission.SessionId, nonce)];
        var (request, length) = (plain.Concat(new byte[ConnectProofs.ProofLength]).ToArray(), plain.Length);
        Assert.True(ConnectProofs.TrySign(request, 0, ref length, keys.Proof));
        Assert.NotEqual(0, Receive(layer, here, request));
        var actor = DatagramSeal.OfActor(keys, AesGcmCipher.Create);
        Assert.NotEqual(0, Receive(layer, here, Seal(actor, [0, 1, 2])));
        List<DoorLine> proven = [];
        layer.TakeProven(proven);
        Assert.True(sessions.Use(Assert.Single(proven).Admission));
        return (actor, request);
    }

    private void Throw(Socket[] strangers, byte[][] corpus, int packets, LoopTheatre theatre, Client.StageClient player)
    {
        for (var i = 0; i < packets; i++)
        {
            var known = corpus[_random.Next(corpus.Length)];
            var thrown = _random.Next(4) switch
            {
                0 => Noise(),
                1 => Damaged(known),
                2 => known[.._random.Next(known.Length)],
                _ => known,
            };
            strangers[_random.Next(strangers.Length)].Send(thrown);
            // No more than a socket's buffer holds.
            if (i % 100 == 0)
            {
                Turn(theatre, player);
            }
        }
    }

    private byte[] Noise()
    {
        var bytes = new byte[_random.Next(1, _random.Next(4) == 0 ? 1400 : 80)];
        _random.NextBytes(bytes);
        if (_random.Next(2) == 0)
        {
            // A kind of packet, or of message, that there is.
            bytes[0] = (byte)(_random.Next(2) == 0 ? _random.Next(20) : 0x92);
        }

        return bytes;
    }

    private byte[] Damaged(byte[] genuine)
    {
        var bytes = genuine.ToArray();
        for (var flips = _random.Next(1, 4); flips > 0; flips--)
        {
            bytes[_random.Next(bytes.Length)] ^= (byte)(1 << _random.Next(8));
        }

        return bytes.AsSpan().SequenceEqual(genuine) ? [.. bytes, 0] : bytes;
    }
}
