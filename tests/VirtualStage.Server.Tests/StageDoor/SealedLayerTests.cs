using System.Net;
using Microsoft.Extensions.Time.Testing;
using VirtualStage.Contracts.Datagrams;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Journal;
using VirtualStage.Server.StageDoor;
using VirtualStage.Server.StageDoor.Limits;
using VirtualStage.Server.StageDoor.Udp;
using VirtualStage.Server.Tests.Support;
using VirtualStage.Testing;

namespace VirtualStage.Server.Tests.StageDoor;

public sealed class SealedLayerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly SqliteDatabase _database;
    private readonly BannedAddresses _banned;
    private readonly StageSessions _sessions;
    private readonly SealedLayer _layer;

    public SealedLayerTests()
    {
        _database = SqliteDatabase.Open(_folder["banned.db"]);
        _banned = new BannedAddresses(_database);
        _sessions = new StageSessions(_time);
        _layer = new SealedLayer(new Handshakes(_sessions, _banned, new AddressLimits()), _time);
    }

    [Fact]
    public void A_client_is_let_in_when_it_has_sealed_something_and_not_before()
    {
        var client = new Client(_sessions);
        Assert.True(Knock(client, At(1)) > 0);
        Assert.Equal((1, 1), (_layer.Lines, _layer.HalfOpen));
        Assert.Empty(Proven());

        Assert.True(Say(client, At(1)) > 0);
        Assert.Same(_layer.Find(At(1)), Assert.Single(Proven()));
        Assert.Equal((1, 0), (_layer.Lines, _layer.HalfOpen));
        Assert.Empty(Proven());
    }

    [Fact]
    public void The_request_comes_through_again_while_its_answer_may_be_lost()
    {
        var client = new Client(_sessions);
        var length = Knock(client, At(1));

        Assert.Equal(length, Knock(client, At(1)));
        Assert.Equal(client.Request.Length - ConnectProofs.ProofLength, length);
        Assert.Equal((1, 1), (_layer.Lines, _layer.HalfOpen));
    }

    [Fact]
    public void A_request_that_is_repeated_from_elsewhere_opens_nothing_without_the_key()
    {
        var client = new Client(_sessions);
        Knock(client, At(1));
        Knock(client, At(2));
        Assert.Equal(0, Receive(At(2), [0, .. new byte[60]]));
        Say(client, At(1));

        var line = Assert.Single(Proven());
        Assert.Same(_layer.Find(At(1)), line);
        Assert.True(_sessions.Use(line.Admission));
        Assert.Equal(0, Knock(client, At(3)));
    }

    [Fact]
    public void So_many_connections_may_be_half_open_of_a_session_and_of_all()
    {
        var client = new Client(_sessions);
        Assert.Equal(SealedLayer.MostOfSession, Enumerable.Range(1, 20).Count(port => Knock(client, At(port)) > 0));
        var let = Enumerable.Range(1, 400).Count(host => Knock(new Client(_sessions), new IPEndPoint(IPAddress.Parse($"203.0.{host / 200}.{host % 200}"), 5)) > 0);

        Assert.Equal(SealedLayer.MostHalfOpen - SealedLayer.MostOfSession, let);
        Assert.Equal(SealedLayer.MostHalfOpen, _layer.HalfOpen);
    }

    [Fact]
    public void Those_that_stay_half_open_are_forgotten_and_there_is_room_again()
    {
        for (var i = 0; i < 50; i++)
        {
            Knock(new Client(_sessions), At(i + 1));
        }

        _time.Advance(TimeSpan.FromSeconds(5.5));
        _layer.Sweep();
        Assert.Equal(0, _layer.HalfOpen);
        _time.Advance(TimeSpan.FromSeconds(7));
        _layer.Sweep();
        Assert.Equal(0, _layer.Lines);
    }

    [Fact]
    public void An_address_knocks_so_often_and_one_that_is_kept_out_in_vain()
    {
        Assert.Equal(60, Enumerable.Range(1, 200).Count(port => Knock(new Client(_sessions), At(port)) > 0));

        _banned.Seen("p-bert", IPAddress.Parse("203.0.113.66"));
        _banned.Add("p-bert");
        Assert.Equal(0, Knock(new Client(_sessions), new IPEndPoint(IPAddress.Parse("203.0.113.66"), 5)));
    }

    [Fact]
    public void What_a_client_sends_too_much_is_dropped_and_what_others_forge_in_its_name_costs_it_nothing()
    {
        var client = new Client(_sessions);
        Knock(client, At(1));
        for (var i = 0; i < 5000; i++)
        {
            Receive(At(1), [0, .. new byte[60]]);
        }

        var taken = Enumerable.Range(0, 1000).Count(_ => Say(client, At(1)) > 0);

        Assert.Equal((600, 400), (taken, _layer.Find(At(1))!.Allowance.Dropped));
        Assert.Equal(5000, _layer.Find(At(1))!.NotTaken);
    }

    [Fact]
    public void The_same_client_comes_back_from_the_same_port_with_other_keys()
    {
        var (before, after) = (new Client(_sessions), new Client(_sessions));
        Knock(before, At(1));
        Say(before, At(1));
        Proven();

        Assert.True(Knock(after, At(1)) > 0);
        Assert.Equal(0, Say(before, At(1)));
        Assert.True(Say(after, At(1)) > 0);
        Assert.Equal(1, _layer.Lines);
    }

    [Fact]
    public void Nothing_goes_out_to_whom_there_is_no_connection()
    {
        var (endPoint, data, offset, length) = (At(1), new byte[100], 0, 50);
        _layer.ProcessOutBoundPacket(ref endPoint, ref data, ref offset, ref length);

        Assert.Equal(0, length);
    }

    [Fact]
    public void What_passes_allocates_nothing()
    {
        var client = new Client(_sessions);
        var here = At(1);
        Knock(client, here);
        var data = new byte[400];
        Assert.Equal(0, Allocations.Of(Exchanges));

        void Exchanges()
        {
            for (var i = 0; i < 80; i++)
            {
                Exchange();
            }
        }

        void Exchange()
        {
            var (endPoint, length, offset) = (here, 300, 0);
            client.Seal.TrySeal(data, 0, ref length);
            _layer.ProcessInboundPacket(ref endPoint, ref data, ref length);
            Assert.True(length == 300);
            _layer.ProcessOutBoundPacket(ref endPoint, ref data, ref offset, ref length);
        }
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    private static IPEndPoint At(int port) => new(IPAddress.Parse("203.0.113.7"), port);

    private List<DoorLine> Proven()
    {
        List<DoorLine> proven = [];
        _layer.TakeProven(proven);
        return proven;
    }

    private int Knock(Client client, IPEndPoint from) => Receive(from, client.Request);

    private int Say(Client client, IPEndPoint from)
    {
        var (data, length) = (new byte[60], 40);
        Assert.True(client.Seal.TrySeal(data, 0, ref length));
        return Receive(from, data);
    }

    private int Receive(IPEndPoint from, byte[] datagram)
    {
        var (data, length) = (datagram.ToArray(), datagram.Length);
        _layer.ProcessInboundPacket(ref from, ref data, ref length);
        return length;
    }

    /// <summary>Somebody with a session.</summary>
    private sealed class Client
    {
        public Client(StageSessions sessions)
        {
            var admission = sessions.Admit("hamlet-1", new CastActor("p-anna", "Anna", "hamlet", IsBot: false))!;
            var nonce = ConnectProofs.NewNonce();
            var keys = DatagramKeys.Derive(admission.Key, admission.SessionId, nonce);
            byte[] plain = [6, .. new byte[40], .. ConnectProofs.Payload(admission.SessionId, nonce)];
            var length = plain.Length;
            Request = [.. plain, .. new byte[ConnectProofs.ProofLength]];
            Assert.True(ConnectProofs.TrySign(Request, 0, ref length, keys.Proof));
            Seal = DatagramSeal.OfActor(keys, AesGcmCipher.Create);
        }

        public byte[] Request { get; }

        public DatagramSeal Seal { get; }
    }
}
