using System;
using System.Threading;
using System.Threading.Tasks;
using LiteNetLib;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Datagrams;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Client
{
    /// <summary>
    /// An actor's connection to a stage over UDP. Everything happens in Update, on the caller's thread: a game's frame or
    /// a bot's loop. When it can ask for a new session, it comes back by itself after a loss, into the same role and body.
    /// </summary>
    public sealed partial class StageClient : IDisposable
    {
        private const long PingEveryMs = 500;
        private const int FirstPings = 16;
        private const long FirstPingsEveryMs = 50;

        private readonly StageSession _session;
        private readonly SealedLayer _layer;
        private readonly NetManager _net;
        private readonly Reconnection? _reconnection;
        private bool _knocks;
        private LiteNetPeer? _stage;
        private long _lastUpdateMs;
        private long _nextPingMs;
        private int _pings;

        /// <param name="session">What the ticket was exchanged for.</param>
        /// <param name="ground">What the own actor walks on and against.</param>
        /// <param name="askAgain">
        /// Exchanges the ticket again after a loss (null: not let in any more); without it a loss is the end.
        /// </param>
        /// <param name="cipher">Makes AES-256-GCM with a key; without it, .NET's own does.</param>
        public StageClient(
            StageSession session,
            StageGround ground,
            Func<CancellationToken, Task<StageSession?>>? askAgain = null,
            Func<byte[], IDatagramCipher>? cipher = null)
        {
            _session = session;
            Self = new OwnActor(ground);
            _reconnection = askAgain is null ? null : new Reconnection(askAgain);
            _layer = new SealedLayer(cipher ?? AesGcmCipher.Create);
            var listener = new EventBasedNetListener();
            listener.PeerConnectedEvent += Begin;
            listener.PeerDisconnectedEvent += (peer, info) => Lose(info.Reason.ToString());
            listener.NetworkReceiveEvent += (peer, reader, channel, method) => Receive(reader.GetRemainingBytesSegment());
            _net = new NetManager(listener, _layer)
            {
                AutoRecycle = true,
                EnableStatistics = true,
                DisconnectTimeout = 5000,
                MaxFragmentsCount = 64,
                ReconnectDelay = 250,
                MaxConnectAttempts = 12,
            };
        }

        /// <summary>The stage said who this client is.</summary>
        public event Action<StageWelcome>? Welcomed;

        /// <summary>The slow part of the world changed.</summary>
        public event Action<StageScene>? SceneChanged;

        /// <summary>The blocking asks for a move.</summary>
        public event Action<BlockingCall>? BlockingCalled;

        /// <summary>A call in words.</summary>
        public event Action<string>? Called;

        /// <summary>The prompter helps with the next line; nobody else is told.</summary>
        public event Action<Prompt>? Prompted;

        /// <summary>The house is heard: applause, laughter, and its end.</summary>
        public event Action<HouseMood>? HouseHeard;

        /// <summary>Others sit in the house than before: a bit a seat, see SeatRows.</summary>
        public event Action<byte[]>? HouseSat;

        /// <summary>The stage tells what this client does wrong, before it lets the actor go.</summary>
        public event Action<string>? Warned;

        /// <summary>The connection was lost, with the reason; the client tries to come back.</summary>
        public event Action<string>? Lost;

        /// <summary>The actor is on the stage again after a loss, in the same role.</summary>
        public event Action? Back;

        /// <summary>The connection is over, with the reason. It comes once.</summary>
        public event Action<string>? Ended;

        /// <summary>What the stage said at the door; null before.</summary>
        public StageWelcome? Welcome { get; private set; }

        /// <summary>The slow part of the world; null before the welcome.</summary>
        public StageScene? Scene { get; private set; }

        /// <summary>What is heard of the house; null before the stage told.</summary>
        public HouseMood? Mood { get; private set; }

        /// <summary>Which of SeatRows are taken, as far as seats are.</summary>
        public byte[] Seats { get; private set; } = Array.Empty<byte>();

        /// <summary>Everybody's poses.</summary>
        public StagePoses World { get; } = new StagePoses();

        /// <summary>The own actor.</summary>
        public OwnActor Self { get; }

        /// <summary>Performance time.</summary>
        public StageClock Clock { get; } = new StageClock();

        /// <summary>How far in the past the others are to be shown.</summary>
        public ShowDelay Delay { get; } = new ShowDelay();

        /// <summary>Performance time at which the others are to be shown.</summary>
        public double ShownMs
        {
            get { return Clock.NowMs - (Delay.Ms * Clock.Rate); }
        }

        /// <summary>True between Lost and Back: nothing that the actor does goes anywhere.</summary>
        public bool IsLost { get; private set; }

        /// <summary>True after Ended.</summary>
        public bool IsOver { get; private set; }

        /// <summary>Bytes of all datagrams that came, without the headers of UDP and IP.</summary>
        public long BytesReceived
        {
            get { return _net.Statistics.BytesReceived; }
        }

        /// <summary>Messages that could not be read.</summary>
        public int Malformed { get; private set; }

        /// <summary>Knocks at the stage's door.</summary>
        public void Connect()
        {
            Connect(_session);
        }

        /// <summary>Sends and receives; to be called many times a second.</summary>
        public void Update()
        {
            if (IsOver)
            {
                return;
            }

            var now = Clock.LocalMs;
            if (IsLost && !_knocks)
            {
                ComeBack(now);
            }

            if (Scene != null)
            {
                Self.Ground.Update(Scene.Scenery, Clock.NowMs);
                Self.IsHeld = Fights(Scene, Clock.NowMs);
            }

            _net.PollEvents();
            if (_stage != null && now >= _nextPingMs)
            {
                Send(Clock.Ping(), DeliveryMethod.Unreliable);
                _pings++;
                _nextPingMs = now + (_pings < FirstPings ? FirstPingsEveryMs : PingEveryMs);
            }

            _net.ManualUpdate(now - _lastUpdateMs);
            _lastUpdateMs = now;
        }

        /// <summary>Moves the own actor, here at once and on the stage as soon as it hears of it.</summary>
        public void Move(ActorInput input)
        {
            // The body stands while the connection is lost: whatever was walked here meanwhile would be taken back.
            if (!IsLost)
            {
                Self.Move(input);
            }
        }

        /// <summary>Sends what the stage has not confirmed; to be called once a tick.</summary>
        public void SendInputs()
        {
            // Without an input the acknowledgement goes alone, so that deltas stay small.
            var inputs = Self.Unconfirmed(World.NewestTick, World.ReceivedBits)
                ?? new ActorInputs(0, Array.Empty<ActorInput>(), World.NewestTick, World.ReceivedBits);
            Send(inputs, DeliveryMethod.Unreliable);
        }

        /// <summary>Makes a line the current line.</summary>
        public void Speak(string line)
        {
            Send(new SpeakLine(line), DeliveryMethod.ReliableOrdered);
        }

        /// <summary>Asks for an emote.</summary>
        public void Show(Emote emote)
        {
            Send(new EmoteRequest(emote), DeliveryMethod.ReliableOrdered);
        }

        /// <summary>Asks to take, put down or pass a prop.</summary>
        public void Handle(PropRequest request)
        {
            Send(request, DeliveryMethod.ReliableOrdered);
        }

        /// <summary>Asks that the own head turns to another actor; 0 to look ahead again.</summary>
        public void LookAt(ushort actor)
        {
            Send(new LookAtRequest(actor), DeliveryMethod.ReliableOrdered);
        }

        public void Dispose()
        {
            _reconnection?.Dispose();
            _net.Stop(true);
            _layer.Dispose();
        }

        private static System.Net.IPAddress Resolve(string host)
        {
            if (System.Net.IPAddress.TryParse(host, out var address))
            {
                return address;
            }

            var known = Array.Find(
                System.Net.Dns.GetHostAddresses(host), a => a.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork);
            return known ?? throw new ArgumentException("no address is known for " + host, nameof(host));
        }

        private void Connect(StageSession session)
        {
            // Another socket each time: where the machine has another address by now, the former one may lead nowhere.
            _net.Stop(false);
            _net.StartInManualMode(0);
            _net.Connect(new System.Net.IPEndPoint(Resolve(session.UdpHost), session.UdpPort), _layer.Begin(session));
            _knocks = true;
        }

        private void Begin(LiteNetPeer stage)
        {
            _stage = stage;
            _pings = 0;
            _nextPingMs = 0;
        }

        private void Send(IActorMessage message, DeliveryMethod method)
        {
            if (_stage != null && !IsOver)
            {
                _stage.Send(MessagePackSerializer.Serialize(message, ContractResolver.Options), method);
            }
        }

        private void Receive(ArraySegment<byte> bytes)
        {
            try
            {
                Take(MessagePackSerializer.Deserialize<IStageMessage>(bytes.AsMemory(), ContractResolver.Options));
            }
            catch (Exception e) when (e is MessagePackSerializationException || e is SnapshotException)
            {
                Malformed++;
            }
        }

        private void Take(IStageMessage message)
        {
            switch (message)
            {
                case StageWelcome welcome:
                    Welcome = welcome;
                    Clock.TakeRough(welcome.TimeMs);
                    TakeScene(welcome.Scene);
                    Welcomed?.Invoke(welcome);
                    Return();
                    break;
                case StageSnapshot snapshot:
                    TakeSnapshot(snapshot);
                    break;
                case SceneChanged changed:
                    TakeScene(changed.Scene);
                    break;
                case ClockPong pong:
                    Clock.Take(pong);
                    break;
                case BlockingCall call:
                    BlockingCalled?.Invoke(call);
                    break;
                case Prompt prompt:
                    Prompted?.Invoke(prompt);
                    break;
                case ActorCall call:
                    Called?.Invoke(call.Text);
                    break;
                case StageWarning warning:
                    Warned?.Invoke(warning.Text);
                    break;
                case HouseMood mood:
                    Mood = mood;
                    HouseHeard?.Invoke(mood);
                    break;
                case HouseSeats seats:
                    Seats = seats.Taken;
                    HouseSat?.Invoke(seats.Taken);
                    break;
                case VoiceHeard heard:
                    VoiceHeard?.Invoke(heard);
                    break;
                case VoiceRefused refused:
                    VoiceRefused?.Invoke(refused.Reason);
                    break;
                case Dismissal dismissal:
                    Disconnect(dismissal.Reason);
                    break;
            }
        }

        private void TakeScene(StageScene scene)
        {
            Scene = scene;
            Clock.Rate = scene.Rate;
            SceneChanged?.Invoke(scene);
        }

        private void TakeSnapshot(StageSnapshot snapshot)
        {
            if (!World.Take(snapshot))
            {
                return;
            }

            Delay.Heard((Clock.NowMs - snapshot.TimeMs) / Clock.Rate);
            // One that was overtaken tells nothing new of the own actor.
            if (snapshot.Tick == World.NewestTick && Welcome != null && World.PoseOf(Welcome.Actor) is ActorPose pose)
            {
                Self.Correct(pose, snapshot.LastInput);
            }
        }

        private bool Fights(StageScene scene, long timeMs)
        {
            foreach (var fight in scene.Fights ?? Array.Empty<StageFight>())
            {
                if (timeMs >= fight.StartMs && timeMs < fight.EndMs && Array.Exists(fight.Roles, role => Array.IndexOf(Welcome!.Roles, role) >= 0))
                {
                    return true;
                }
            }

            return false;
        }

        private void Disconnect(string reason)
        {
            if (!IsOver)
            {
                IsOver = true;
                Ended?.Invoke(reason);
            }
        }
    }
}
