using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Stage;
using VirtualStage.House;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Performances;
using VirtualStage.Server.StageDoor;
using VirtualStage.Stage;

namespace VirtualStage.Server.Stage;

/// <summary>
/// A performance's stage on this server: the world with the actors on it. The world belongs to the theatre's loop;
/// what other threads may call says so.
/// </summary>
public sealed partial class StageHost : IDisposable
{
    public const int NoRecordingPart = -1;

    private readonly ConcurrentQueue<(IReadOnlyList<Happening> Events, ActivityContext Cause)> _happened = new();
    private readonly ConcurrentQueue<Action<StageHost>> _orders = new();
    private readonly List<StageActor> _actors = [];

    // Also of those who left: a frame in which they stand may be looked at after that.
    private readonly ConcurrentDictionary<ushort, string> _personOf = [];
    private readonly Dictionary<string, BlockingCall> _blocking = [];
    private readonly CancellationTokenSource _end = new();
    private readonly byte[] _bits = new byte[StageWorld.MaxSnapshotBytes];
    private readonly SnapshotMessage _snapshot = new();
    private readonly Action<StageActor, string> _speak;
    private readonly Action<CastActor, ClientConduct> _held;
    private readonly TimeSpan _grace;
    private readonly Action _changed;
    private readonly Action _wake;
    private volatile ImmutableDictionary<string, Player> _players = ImmutableDictionary<string, Player>.Empty;
    private volatile ImmutableHashSet<string> _away = [];
    private volatile string _places = "";
    private volatile int _leadMs = Lead.LeastMs;
    private volatile StageScene _scene;
    private volatile Played _played;
    private volatile bool _isRehearsal;
    private volatile int _recordingPart;
    private volatile DoorsFor _admits;
    private volatile ChatMode _chat;
    private volatile IStageTape? _tape;
    private readonly Func<int, Production> _productions;
    private Production _production;
    private StageScene? _toldScene;
    private HouseMood? _toldMood;
    private byte[]? _toldSeats;
    private int _spectators;

    /// <summary>Raises the stage as a performance's history left it.</summary>
    /// <param name="productions">Gives a version of the production.</param>
    /// <param name="history">All that happened, from the opening on.</param>
    /// <param name="places">What <see cref="WhereAllStand"/> gave before; null for everybody in the wings.</param>
    /// <param name="rules">What the company says of the people on the stage.</param>
    /// <param name="grace">How long a role waits for a person whose connection was lost.</param>
    /// <param name="speak">Told, on the loop, of an actor who speaks a line.</param>
    /// <param name="held">Told, on the loop, of an actor whose client was held to the rules, and how in the last minute.</param>
    /// <param name="changed">Told, on the loop, when somebody came or went.</param>
    /// <param name="wake">Wakes the loop: something happened that should not wait for the next tick.</param>
    public StageHost(
        string id,
        Func<int, Production> productions,
        PerformanceClock clock,
        IReadOnlyList<Happening> history,
        string? places,
        StageRules rules,
        TimeSpan grace,
        Action<StageActor, string> speak,
        Action<CastActor, ClientConduct> held,
        Action changed,
        Action wake)
    {
        (Id, Clock, Rules, _productions, _grace) = (id, clock, rules, productions, grace);
        (_speak, _held, _changed, _wake) = (speak, held, changed, wake);
        Ended = _end.Token;
        Voices = new VoiceRelay(this, _actors);
        _production = productions(((PerformanceOpened)history[0].Event).ProductionVersion);
        World = new StageWorld(StageSetups.Of(_production, clock.Rate), clock.NowMs);
        House = new HouseTrack(Math.Max(1, (int)Math.Round(2 * clock.Rate)));
        foreach (var happening in history)
        {
            Mind(happening.Event);
            Do(happening);
        }

        if (places is { Length: > 0 } && JsonSerializer.Deserialize<StageCheckpoint>(places) is { } checkpoint)
        {
            World.Restore(checkpoint);
            _places = places;
        }

        _scene = World.Scene;
        MindChat();
        _played = Played.Of(_production, clock.Rate);
    }

    /// <summary>The performance's id.</summary>
    public string Id { get; }

    /// <summary>Cancelled when the stage ends on this server while the performance goes on elsewhere. From any thread.</summary>
    public CancellationToken Ended { get; }

    /// <summary>What is played, in the version that is played now. From any thread.</summary>
    public Production Production => _played.Production;

    public PerformanceClock Clock { get; }

    /// <summary>The stage as clients build it now. From any thread.</summary>
    public Contracts.Stage.StagePlan Plan => _played.Plan;

    /// <summary>The text with its cues, as they are now. From any thread.</summary>
    public PromptBook Book => _played.Book;

    /// <summary>
    /// Whose part of the performance is played here: 0 of the server that opened it, and otherwise the journal's version behind
    /// which this one went on; <see cref="NoRecordingPart"/> until that is written down. From any thread.
    /// </summary>
    public int RecordingPart
    {
        get => _recordingPart;
        internal set => _recordingPart = value;
    }

    /// <summary>True for a rehearsal: its doors stay closed. From any thread.</summary>
    public bool IsRehearsal => _isRehearsal;

    /// <summary>What the house is shown. From any thread.</summary>
    public HouseTrack House { get; }

    /// <summary>The performers' pictures for those who look. From any thread.</summary>
    public PictureTrack Pictures { get; } = new();

    /// <summary>How many watch. From any thread.</summary>
    public int Spectators => _spectators;

    /// <summary>How many persons and how many bots play. From any thread.</summary>
    public (int Persons, int Bots) Crew
    {
        get
        {
            var players = _players;
            var bots = players.Count(player => player.Value.IsBot);
            return (players.Count - bots, bots);
        }
    }

    /// <summary>How far ahead effects are stamped. From any thread.</summary>
    public int LeadMs => _leadMs;

    /// <summary>Where the show is. From any thread.</summary>
    public ShowState ShowState => _scene.Show;

    /// <summary>True while the audience is in, whoever is let in. From any thread.</summary>
    public bool HouseIsOpen => !IsRehearsal && ShowState is not (ShowState.Preset or ShowState.Closed);

    /// <summary>True while anybody may watch. From any thread.</summary>
    public bool DoorsAreOpen => HouseIsOpen && DoorsAdmit == DoorsFor.Everybody;

    /// <summary>Who may come into the house while it is open. From any thread.</summary>
    public DoorsFor DoorsAdmit => _admits;

    /// <summary>The audience's places, and who waits for one. From any thread.</summary>
    public HousePlaces Places { get; } = new(TimeProvider.System);

    /// <summary>What the audience say to each other. From any thread.</summary>
    public HouseChat Chat { get; } = new(TimeProvider.System);

    /// <summary>What is told of all that the house gets besides frames; null while nothing is recorded. From any thread.</summary>
    internal IStageTape? Tape
    {
        get => _tape;
        set => _tape = value;
    }

    internal StageWorld World { get; }

    internal StageRules Rules { get; }

    internal VoiceRelay Voices { get; }

    /// <summary>Who is on stage in a role; null when nobody is. From any thread.</summary>
    public Player? PlayerOf(string role) => _players.GetValueOrDefault(role);

    /// <summary>The person who is a player; null for who is none of them any more. From any thread.</summary>
    public string? PersonOf(Player player) => _personOf.GetValueOrDefault(player.Actor);

    /// <summary>True while a cue has a performer's picture on the stage, or on its way off. From any thread.</summary>
    public bool HasOn(string role) => Array.Exists(_scene.Performers, move => move.Role == role
        && (move.To.Opacity > 0 || (move.From.Opacity > 0 && move.Move.ProgressAt(Clock.NowMs) < 1)));

    /// <summary>True for a player who is recorded as they are seen: a bot, or a person who lets themselves be. From any thread.</summary>
    public bool MayRecord(Player player) =>
        player.IsBot || (_personOf.TryGetValue(player.Actor, out var person) && Rules.MayRecord(person));

    /// <summary>Where everybody stands, as JSON. From any thread.</summary>
    public string WhereAllStand() => _places;

    /// <summary>Hands over what happened in the performance: the doors are so at once, the stage in its next turn. From any thread.</summary>
    public void Show(IReadOnlyList<Happening> events)
    {
        foreach (var happening in events)
        {
            Mind(happening.Event);
        }

        if (events.Select(happening => happening.Event).OfType<SheetRevised>().LastOrDefault() is { } revised)
        {
            // Not on the loop: a book takes longer to write than a tick lasts.
            _played = Played.Of(_productions(revised.Version), Clock.Rate);
        }

        _happened.Enqueue((events, Activity.Current?.Context ?? default));
        Tape?.Happen(events, Production);
        _wake();
    }

    /// <summary>Has something done on the loop, in its next turn. From any thread.</summary>
    public void Order(Action<StageHost> order)
    {
        _orders.Enqueue(order);
        _wake();
    }

    /// <summary>Why somebody may not step on this stage now; null when they may. From any thread.</summary>
    public string? Refuse(CastActor actor) => Rules.Refuse(actor, HouseIsOpen)
        ?? (actor.Reads && PlayerOf(actor.Role) is { IsBot: false } player && player.Name != actor.Name ? $"{player.Name} is on stage in this role" : null);

    public void Dispose() => _end.Dispose();

    /// <summary>Counts a spectator in or out. From any thread.</summary>
    public void CountSpectator(int difference) => Interlocked.Add(ref _spectators, difference);

    /// <summary>Does what an event means for the world.</summary>
    /// <returns>Where actors are asked to go by it, and were not already.</returns>
    private List<BlockingCall> Do(Happening happening)
    {
        _isRehearsal = happening.Event switch
        {
            RehearsalBegan => true,
            RehearsalEnded => false,
            _ => _isRehearsal,
        };
        if (happening.Event is SheetRevised revised)
        {
            Revise(revised, happening.TimeMs);
        }

        foreach (var effect in StageOrders.EffectsOf(happening, _production))
        {
            World.Apply(effect);
        }

        var calls = StageOrders.BlockingOf(happening, _production).Where(call => happening.Event is CueStarted || IsNew(call)).ToList();
        foreach (var call in calls)
        {
            _blocking[call.Role] = call;
        }

        return calls;
    }

    /// <summary>What an event means for the house. From any thread.</summary>
    private void Mind(PerformanceEvent happened)
    {
        switch (happened)
        {
            case DoorsSet set:
                _admits = set.Admits;
                Places.Limit(set.Capacity, isAdmitting: set.Admits != DoorsFor.Company);
                break;
            case ReactionsSet set:
                House.Life.AreReactionsOff = !set.Taken;
                break;
            case ChatSet set:
                _chat = set.Mode;
                break;
        }
    }

    /// <summary>Opens the chat or closes it: while the audience is in, outside scenes, unless the director said otherwise. A show that is held is in its scene.</summary>
    private void MindChat()
    {
        var isOutside = ShowState is ShowState.HouseOpen or ShowState.Beginners or ShowState.Interval or ShowState.CurtainCall;
        var isOpen = HouseIsOpen && (_chat == ChatMode.Open || (_chat == ChatMode.Automatic && isOutside));
        if ((Chat.State.IsOpen, Chat.State.Mode) != (isOpen, _chat))
        {
            Chat.State = new ChatOpen(isOpen, _chat);
        }
    }

    private void Revise(SheetRevised revised, long timeMs)
    {
        var former = _production;
        _production = _productions(revised.Version);
        var numbers = revised.Renumbered.ToDictionary(cue => cue.Former, cue => cue.Number, StringComparer.Ordinal);
        World.Revise(StageSetups.Of(_production, Clock.Rate), cue => numbers.GetValueOrDefault(cue, cue));
        if (World.Scene.Surtitle is { } spoken && _production.FindLine(spoken.Line) is null)
        {
            World.Apply(StageOrders.LineOf(former.LineLeftIn(_production, spoken.Line), timeMs, _production));
        }
    }

    private bool IsNew(BlockingCall call) => !_blocking.TryGetValue(call.Role, out var last)
        || call with { StartMs = last.StartMs, Gait = last.Gait, Speed = last.Speed } != last;

    private sealed record Played(Production Production, Contracts.Stage.StagePlan Plan, PromptBook Book)
    {
        public static Played Of(Production production, double rate) =>
            new(production, StageSetups.Of(production, rate).Plan, PromptBooks.Of(production));
    }
}
