using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using VirtualStage.Client;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Console;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Stage;
using VirtualStage.Server.StageDoor;
using VirtualStage.Server.StageDoor.Limits;

namespace VirtualStage.Server.Tests.Support;

/// <summary>A stage with its UDP door in this very process, whose loop the test turns: nothing of it is out of sight.</summary>
internal sealed class LoopTheatre : IDisposable
{
    private const string Performance = "hamlet-1";

    private readonly TempFolder _folder = new();
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly SqliteDatabase _database;
    private readonly BannedAddresses _banned;

    public LoopTheatre()
    {
        var options = new TheatreOptions { DataFolder = _folder.Path, Production = "hamlet", PagesFolder = "", UdpPort = 0 };
        _database = SqliteDatabase.Open(_folder["virtualstage.db"]);
        _banned = new BannedAddresses(_database);
        Stages = new Stages(new ConsoleFeed(), Companies, _banned, options, _services, NullLogger<Stages>.Instance);
        var production = ProductionLoader.Load(BundledProduction.Hamlet);
        Stage = Stages.Raise(
            Performance,
            _ => production,
            new PerformanceClock(TimeProvider.System, 0, 1),
            [new Happening("open", null, 0, 0, new PerformanceOpened("hamlet", 1))],
            null);
        Door = new UdpDoor(options, Sessions, Stages, _banned, Addresses, TimeProvider.System);
    }

    public CompanyRegister Companies { get; } = new();

    public Stages Stages { get; }

    public StageSessions Sessions { get; } = new(TimeProvider.System);

    public AddressLimits Addresses { get; } = new();

    public StageHost Stage { get; }

    public UdpDoor Door { get; }

    public IPEndPoint EndPoint => new(IPAddress.Loopback, Door.Port);

    /// <summary>A session in a role, as the exchange of a ticket gives it.</summary>
    public StageSession Session(string role)
    {
        var admission = Sessions.Admit(Performance, new CastActor($"p-{role}", role, role, IsBot: false))!;
        return new StageSession(admission.SessionId, admission.Key, "127.0.0.1", Door.Port, Performance);
    }

    public StageClient Client(StageSession session) => new(session, new StageGround(Stage.Plan));

    /// <summary>One turn of the theatre's loop.</summary>
    public void Turn()
    {
        Door.Receive();
        Stage.Advance();
        Door.Send(33);
    }

    public void Dispose()
    {
        Door.Dispose();
        Stages.Dispose();
        _database.Dispose();
        _services.Dispose();
        _folder.Dispose();
    }
}
