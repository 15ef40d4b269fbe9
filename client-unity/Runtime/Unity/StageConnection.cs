using System;
using System.Threading;
using System.Threading.Tasks;
using UnityEngine;
using VirtualStage.Client;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Datagrams;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Unity
{
    /// <summary>An actor's connection to a performance: asks at the door, goes on stage, and keeps all other parts of the scene told.</summary>
    public sealed class StageConnection : MonoBehaviour
    {
        [SerializeField] private string theatre = "http://127.0.0.1:5080/";
        [SerializeField] private string performance = "";
        [SerializeField] private string role = "";

        private readonly CancellationTokenSource _end = new CancellationTokenSource();
        private readonly TickPacer _pacer = new TickPacer();
        private TheatreDoor? _door;
        private ModelShelf? _models;

        /// <summary>The stage's plan and the text are there, and the client knocks.</summary>
        public event Action<StagePlan, PromptBook>? Entered;

        /// <summary>The slow part of the world changed.</summary>
        public event Action<StageScene>? SceneChanged;

        /// <summary>The connection was lost; the client comes back by itself, into the same body.</summary>
        public event Action<string>? Lost;

        /// <summary>The client is back after a loss.</summary>
        public event Action? Back;

        /// <summary>Why the client is not on stage, for a person to read.</summary>
        public event Action<string>? Failed;

        /// <summary>The ticket that the stage door gave. A secret: it is not kept in the scene.</summary>
        public string Ticket { get; set; } = "";

        /// <summary>Makes AES-256-GCM with a key, where the runtime's own throws; null for the runtime's own.</summary>
        public Func<byte[], IDatagramCipher>? Cipher { get; set; }

        /// <summary>The theatre's address.</summary>
        public string Theatre
        {
            get { return theatre; }
            set { theatre = value; }
        }

        /// <summary>The performance's id; empty for the newest on the playbill.</summary>
        public string Performance
        {
            get { return performance; }
            set { performance = value; }
        }

        /// <summary>The role to play.</summary>
        public string Role
        {
            get { return role; }
            set { role = value; }
        }

        /// <summary>The client; null before it knocks.</summary>
        public StageClient? Client { get; private set; }

        /// <summary>The stage's plan; null before it is there.</summary>
        public StagePlan? Plan { get; private set; }

        /// <summary>The text; null before it is there.</summary>
        public PromptBook? Book { get; private set; }

        /// <summary>What the actor wants to do in a tick; asked for once each tick.</summary>
        public Func<ActorInput>? Wish { get; set; }

        /// <summary>Goes to the stage door and on stage.</summary>
        public async void Enter()
        {
            try
            {
                await EnterAsync(_end.Token);
            }
            catch (OperationCanceledException)
            {
                // The scene ended meanwhile.
            }
            catch (Exception e) when (e is TheatreException || e is ArgumentException || e is UriFormatException)
            {
                Failed?.Invoke(e.Message);
            }
        }

        /// <summary>The file of a model that the plan names; each is fetched once.</summary>
        /// <exception cref="TheatreException">It cannot be had; the message says why.</exception>
        public Task<byte[]> Model(ModelInfo model)
        {
            return _models == null ? throw new InvalidOperationException("the theatre was not asked for its plan yet") : _models.Take(model, _end.Token);
        }

        private async Task EnterAsync(CancellationToken cancel)
        {
            _door = new TheatreDoor(new Uri(theatre), Ticket);
            _models = new ModelShelf(_door.Model);
            if (performance.Length == 0)
            {
                var playbill = await _door.Playbill(cancel);
                performance = playbill.Performances.Length > 0
                    ? playbill.Performances[0].Id
                    : throw new TheatreException("nothing is on at this theatre");
            }

            Plan = await _door.Plan(performance, cancel);
            Book = await _door.Book(performance, cancel);
            var door = _door;
            Client = new StageClient(
                await door.Enter(performance, role, cancel),
                new StageGround(Plan),
                again => door.EnterAgain(performance, role, again),
                Cipher);
            Client.SceneChanged += scene => SceneChanged?.Invoke(scene);
            Client.Lost += reason => Lost?.Invoke(reason);
            Client.Back += () => Back?.Invoke();
            Client.Ended += reason => Failed?.Invoke(reason);
            Entered?.Invoke(Plan, Book);
            Client.Connect();
        }

        private void Update()
        {
            if (Client == null || Client.IsOver)
            {
                return;
            }

            Client.Update();
            var ticks = Client.Welcome == null ? 0 : _pacer.Due(Client.Clock.NowMs);
            for (var tick = 0; tick < ticks && Wish != null; tick++)
            {
                Client.Move(Wish());
            }

            if (ticks > 0)
            {
                Client.SendInputs();
            }
        }

        private void OnDestroy()
        {
            _end.Cancel();
            Client?.Dispose();
            _door?.Dispose();
        }
    }
}
