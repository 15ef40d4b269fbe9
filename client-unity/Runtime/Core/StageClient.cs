using System;
using LiteNetLib;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Client
{
    /// <summary>
    /// An actor's connection to a stage over UDP. Everything happens in Update, on the caller's thread: a game's frame or
    /// a bot's loop.
    /// </summary>
    public sealed class StageClient : IDisposable
    {
        private const long PingEveryMs = 1000;
        private const int FirstPings = 5;
        private const long FirstPingsEveryMs = 50;

        private readonly StageSession _session;
        private readonly NetManager _net;
        private LiteNetPeer? _stage;
        private long _lastUpdateMs;
        private long _nextPingMs;
        private int _pings;

        public StageClient(StageSession session, StageGround ground)
        {
            _session = session;
            Self = new OwnActor(ground);
            var listener = new EventBasedNetListener();
            listener.PeerConnectedEvent += peer => _stage = peer;
            listener.PeerDisconnectedEvent += (peer, info) => Disconnect(info.Reason.ToString());
            listener.NetworkReceiveEvent += (peer, reader, channel, method) => Receive(reader.GetRemainingBytesSegment());
            _net = new NetManager(listener)
            {
                AutoRecycle = true,
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

        /// <summary>The connection is over, with the reason. It comes once.</summary>
        public event Action<string>? Ended;

        /// <summary>What the stage said at the door; null before.</summary>
        public StageWelcome? Welcome { get; private set; }

        /// <summary>The slow part of the world; null before the welcome.</summary>
        public StageScene? Scene { get; private set; }

        /// <summary>Everybody's poses.</summary>
        public SnapshotHistory World { get; } = new SnapshotHistory();

        /// <summary>The own actor.</summary>
        public OwnActor Self { get; }

        /// <summary>Performance time.</summary>
        public StageClock Clock { get; } = new StageClock();

        /// <summary>True after Ended.</summary>
        public bool IsOver { get; private set; }

        /// <summary>Messages that could not be read.</summary>
        public int Malformed { get; private set; }

        /// <summary>Knocks at the stage's door.</summary>
        public void Connect()
        {
            _net.StartInManualMode(0);
            var proof = MessagePackSerializer.Serialize(ConnectProofs.Make(_session), ContractResolver.Options);
            _net.Connect(new System.Net.IPEndPoint(Resolve(_session.UdpHost), _session.UdpPort), proof);
        }

        /// <summary>Sends and receives; to be called many times a second.</summary>
        public void Update()
        {
            if (IsOver)
            {
                return;
            }

            var now = Clock.LocalMs;
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
            Self.Move(input);
        }

        /// <summary>Sends what the stage has not confirmed; to be called once a tick.</summary>
        public void SendInputs()
        {
            // Without an input the acknowledgement goes alone, so that deltas stay small.
            var inputs = Self.Unconfirmed(World.NewestTick) ?? new ActorInputs(0, Array.Empty<ActorInput>(), World.NewestTick);
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
            _net.Stop(true);
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
            if (World.Take(snapshot) && Welcome != null && World.PoseOf(Welcome.Actor) is ActorPose pose)
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
