using System.Globalization;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.House;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Stage;
using VirtualStage.Server.StageDoor;

namespace VirtualStage.Benchmarks;

/// <summary>A real stage with actors whose links only count: what is left is the relay itself.</summary>
internal sealed class SpeakingStage : TimeProvider, IDisposable
{
    private const int PacketBytes = 70;

    private readonly string _folder = Directory.CreateTempSubdirectory("virtualstage-benchmark-").FullName;
    private readonly SqliteDatabase _database;
    private readonly BannedAddresses _addresses;
    private readonly StageHost _stage;
    private readonly List<StageActor> _actors;
    private readonly VoiceRelay _relay;
    private readonly byte[] _packet = [0xf8, .. new byte[PacketBytes - 1]];
    private long _ticks = TimeSpan.TicksPerHour;
    private uint _sequence;

    public SpeakingStage(int actors)
    {
        _database = SqliteDatabase.Open(Path.Combine(_folder, "addresses.db"));
        _addresses = new BannedAddresses(_database);
        var production = ProductionLoader.Load(Repository.PathOf("scripts", "hamlet"));
        _stage = new StageHost(
            "hamlet-1",
            _ => production,
            new PerformanceClock(this, 0, 1),
            [
                new Happening(null, null, 0, 0, new PerformanceOpened("hamlet", 1)),
                new Happening(null, null, 0, 0, new ShowMoved(ShowTrigger.OpenHouse, ShowState.HouseOpen)),
            ],
            null,
            new StageRules("hamlet-1", new CompanyRegister(), _addresses),
            TimeSpan.Zero,
            (_, _) => { },
            (_, _) => { },
            () => { },
            () => { });
        _actors = [.. Enumerable.Range(0, actors).Select(number =>
        {
            var name = number.ToString(CultureInfo.InvariantCulture);
            return new StageActor(_stage, new CastActor($"p-{name}", name, $"role {name}", IsBot: false), Link) { Id = (ushort)(number + 1) };
        })];
        _relay = new VoiceRelay(_stage, _actors);
    }

    public CountingLink Link { get; } = new();

    public VoiceTrack House => _relay.House;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    /// <summary>20 ms pass, in which so many people say something.</summary>
    public void Speak(int speakers)
    {
        _ticks += VoiceFrame.Milliseconds * TimeSpan.TicksPerMillisecond;
        _sequence++;
        for (var speaker = 0; speaker < speakers; speaker++)
        {
            _relay.Take(_actors[speaker].Voice, new VoiceFrame(_sequence, _stage.Clock.NowMs, VoiceChannel.Stage, _packet));
        }

        _relay.Publish();
    }

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A link that counts what it is given.</summary>
    internal sealed class CountingLink : IActorLink
    {
        public long Voices { get; private set; }

        public long Bytes { get; private set; }

        public int RoundTripMs => 0;

        public long Dropped => 0;

        public void Send(IStageMessage message)
        {
        }

        public void SendLossy(IStageMessage message)
        {
        }

        public void SendSnapshot(uint tick, ReadOnlySpan<byte> message)
        {
        }

        public void SendVoice(byte[] heard)
        {
            Voices++;
            Bytes += heard.Length;
        }

        public void Break()
        {
        }

        public void Close(string reason) => throw new InvalidOperationException(reason);
    }
}
