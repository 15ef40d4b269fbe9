using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.House;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Performances;
using VirtualStage.Stage;

namespace VirtualStage.Server.Stage;

/// <summary>
/// A performance's stage on this server: the world with the actors on it. The world belongs to the theatre's loop;
/// what other threads may call says so.
/// </summary>
public sealed partial class StageHost
{
    private readonly ConcurrentQueue<IReadOnlyList<Happening>> _happened = new();
    private readonly List<StageActor> _actors = [];
    private readonly Dictionary<string, BlockingCall> _blocking = [];
    private readonly byte[] _bits = new byte[SnapshotCodec.MaxBytes];
    private readonly Action<StageActor, string> _speak;
    private readonly Action _changed;
    private readonly Action _wake;
    private volatile ImmutableDictionary<string, Player> _players = ImmutableDictionary<string, Player>.Empty;
    private volatile string _places = "";
    private volatile int _leadMs = Lead.LeastMs;
    private volatile StageScene _scene;
    private readonly Played _played;
    private volatile bool _isRehearsal;
    private StageScene? _toldScene;
    private int _spectators;

    /// <summary>Raises the stage as a performance's history left it.</summary>
    /// <param name="places">What <see cref="Places"/> gave before; null for everybody in the wings.</param>
    /// <param name="speak">Told, on the loop, of an actor who speaks a line.</param>
    /// <param name="changed">Told, on the loop, when somebody came or went.</param>
    /// <param name="wake">Wakes the loop: something happened that should not wait for the next tick.</param>
    public StageHost(
        string id,
        Production production,
        PerformanceClock clock,
        IEnumerable<Happening> history,
        string? places,
        Action<StageActor, string> speak,
        Action changed,
        Action wake)
    {
        (Id, Clock, _speak, _changed, _wake) = (id, clock, speak, changed, wake);
        var setup = StageSetups.Of(production, clock.Rate);
        _played = new Played(production, setup.Plan, PromptBooks.Of(production));
        World = new StageWorld(setup, clock.NowMs);
        House = new HouseTrack(Math.Max(1, (int)Math.Round(2 * clock.Rate)));
        foreach (var happening in history)
        {
            Do(happening);
        }

        if (places is { Length: > 0 } && JsonSerializer.Deserialize<StageCheckpoint>(places) is { } checkpoint)
        {
            World.Restore(checkpoint);
            _places = places;
        }

        _scene = World.Scene;
    }

    /// <summary>The performance's id.</summary>
    public string Id { get; }

    /// <summary>What is played, in the version that is played now. From any thread.</summary>
    public Production Production => _played.Production;

    public PerformanceClock Clock { get; }

    /// <summary>The stage as clients build it now. From any thread.</summary>
    public Contracts.Stage.StagePlan Plan => _played.Plan;

    /// <summary>The text with its cues, as they are now. From any thread.</summary>
    public PromptBook Book => _played.Book;

    /// <summary>True for a rehearsal: its doors stay closed. From any thread.</summary>
    public bool IsRehearsal => _isRehearsal;

    /// <summary>What the house is shown. From any thread.</summary>
    public HouseTrack House { get; }

    /// <summary>How many watch. From any thread.</summary>
    public int Spectators => _spectators;

    /// <summary>How far ahead effects are stamped. From any thread.</summary>
    public int LeadMs => _leadMs;

    /// <summary>Where the show is. From any thread.</summary>
    public ShowState ShowState => _scene.Show;

    internal StageWorld World { get; }

    /// <summary>Who is on stage in a role; null when nobody is. From any thread.</summary>
    public Player? PlayerOf(string role) => _players.GetValueOrDefault(role);

    /// <summary>Where everybody stands, as JSON. From any thread.</summary>
    public string Places() => _places;

    /// <summary>Hands over what happened in the performance. From any thread.</summary>
    public void Show(IReadOnlyList<Happening> events)
    {
        _happened.Enqueue(events);
        _wake();
    }

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
        foreach (var effect in StageOrders.EffectsOf(happening, Production))
        {
            World.Apply(effect);
        }

        var calls = StageOrders.BlockingOf(happening, Production).Where(call => happening.Event is CueStarted || IsNew(call)).ToList();
        foreach (var call in calls)
        {
            _blocking[call.Role] = call;
        }

        return calls;
    }

    private bool IsNew(BlockingCall call) => !_blocking.TryGetValue(call.Role, out var last)
        || call with { StartMs = last.StartMs, Gait = last.Gait, Speed = last.Speed } != last;

    private sealed record Played(Production Production, Contracts.Stage.StagePlan Plan, PromptBook Book);
}
