using System.Collections.Immutable;
using System.Diagnostics;
using VirtualStage.Contracts.Console;

namespace VirtualStage.Server.Stage;

public sealed partial class StageHost
{
    private readonly Dictionary<string, ConductLog> _conduct = [];
    private volatile ImmutableDictionary<string, ClientConduct> _conductShown = ImmutableDictionary<string, ClientConduct>.Empty;
    private long _lookedAt;

    /// <summary>The machine's clock in whole seconds.</summary>
    private static long Second => Stopwatch.GetTimestamp() / Stopwatch.Frequency;

    /// <summary>How the client in a role was held to the rules in the last minute; null when it kept to them. From any thread.</summary>
    public ClientConduct? ConductOf(string role) => _conductShown.GetValueOrDefault(role);

    /// <summary>Notes that an actor's client was held to the rules.</summary>
    internal void Hold(StageActor actor, HeldFor what, long count)
    {
        if (!_conduct.TryGetValue(actor.Cast.Role, out var log))
        {
            _conduct[actor.Cast.Role] = log = new ConductLog();
        }

        log.Last = actor.Cast;
        log.Add(what, Second, count);
        if (what != HeldFor.Moves || log.At(Second) is { TooManyMoves: > 0 })
        {
            actor.Warn(what);
        }
    }

    /// <summary>Looks once a second what clients did, shows it to the consoles, and has it written down.</summary>
    private void WatchConduct()
    {
        var second = Second;
        if (second == _lookedAt)
        {
            return;
        }

        _lookedAt = second;
        foreach (var actor in _actors)
        {
            Look(actor);
        }

        var shown = ImmutableDictionary<string, ClientConduct>.Empty;
        foreach (var (role, log) in _conduct)
        {
            if (log.At(second) is not { } conduct)
            {
                continue;
            }

            shown = shown.Add(role, conduct);
            if (log.Last is { } last && log.TryTell(second))
            {
                _held(last, conduct);
            }
        }

        if (shown.Count != _conductShown.Count || shown.Any(entry => _conductShown.GetValueOrDefault(entry.Key) != entry.Value))
        {
            _conductShown = shown;
            _changed();
        }
    }

    private void Look(StageActor actor)
    {
        var tally = World.TallyOf(actor.Id);
        var (moves, dropped) = (tally.Excess, actor.Link.Dropped);
        // Who came back has counters that begin anew.
        var (movesMore, droppedMore) = (moves - Math.Min(moves, actor.Seen.Moves), dropped - Math.Min(dropped, actor.Seen.Dropped));
        actor.Seen = (moves, dropped);
        if (movesMore > 0)
        {
            Hold(actor, HeldFor.Moves, movesMore);
        }

        if (droppedMore > 0)
        {
            Hold(actor, HeldFor.Flood, droppedMore);
        }
    }
}
