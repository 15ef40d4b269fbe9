using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Actors;

namespace VirtualStage.Stage;

public sealed partial class StageWorld
{
    private readonly List<StageActor> _actors = [];
    private readonly Dictionary<ushort, StageActor> _byId = [];
    private ushort _lastId;

    /// <summary>Who plays a role; null when nobody does.</summary>
    public ushort? ActorOf(string role) => Find(role)?.Id;

    /// <summary>Brings an actor in: where the roles were left, or else into a wing.</summary>
    /// <param name="roles">Ids of one role or more that nobody plays.</param>
    /// <returns>The actor's id in snapshots; none is given twice before all others were.</returns>
    /// <exception cref="InvalidOperationException">The stage is full, or somebody plays one of the roles.</exception>
    public ushort Join(IReadOnlyList<string> roles, string name, bool isBot)
    {
        if (_actors.Count == SnapshotCodec.MaxActors)
        {
            throw new InvalidOperationException($"there are {SnapshotCodec.MaxActors} actors on the stage, and no room for more");
        }

        if (roles.FirstOrDefault(role => Find(role) is not null) is { } taken)
        {
            throw new InvalidOperationException($"somebody plays '{taken}'");
        }

        var actor = new StageActor(FreeId(), [.. roles], name, isBot, _setup.Rate);
        actor.Speaks = actor.Roles.Any(_state.Speaking.Contains);
        Enter(actor);
        _actors.Insert(_actors.Count(other => other.Id < actor.Id), actor);
        _byId.Add(actor.Id, actor);
        TellPlayers();
        return actor.Id;
    }

    /// <summary>Lets an actor go. Who plays the roles next goes on where this one stood.</summary>
    /// <returns>False when there is no such actor.</returns>
    public bool Leave(ushort actor)
    {
        if (!_byId.Remove(actor, out var leaving))
        {
            return false;
        }

        Cut(fight => fight.Has(leaving));
        Remember(leaving);
        _actors.Remove(leaving);
        foreach (var other in _actors.Where(other => other.LookAt == actor))
        {
            other.LookAt = 0;
        }

        TellPlayers();
        return true;
    }

    /// <summary>An actor comes back with another client, and goes on in the same body.</summary>
    public void Return(ushort actor, string name)
    {
        if (_byId.TryGetValue(actor, out var returning))
        {
            returning.GoOn(name);
            TellPlayers();
        }
    }

    /// <summary>
    /// Takes an actor's inputs; sequence numbers start at 1, and those that came before are skipped. Whatever is sent,
    /// the actor moves by the rules.
    /// </summary>
    public void QueueInputs(ushort actor, ActorInputs inputs)
    {
        if (_byId.TryGetValue(actor, out var sender))
        {
            sender.Inputs.Add(inputs);
            sender.Receiver.Acknowledge(inputs.AckedTick, inputs.AckedBits, _snapshots);
        }
    }

    /// <summary>Shows an actor in another way, at once.</summary>
    public void Present(ushort actor, StageLook look)
    {
        if (_byId.TryGetValue(actor, out var shown))
        {
            shown.Look = look;
            TellPlayers();
        }
    }

    /// <summary>Lets an actor's body do something, until it moves or does something else.</summary>
    public void Show(ushort actor, Emote emote)
    {
        if (_byId.TryGetValue(actor, out var sender) && sender.Fighter is null)
        {
            sender.Emote = emote;
        }
    }

    /// <summary>Turns an actor's head to another one, or ahead again: to nobody, to oneself, to who is not there.</summary>
    public void LookAt(ushort actor, ushort other)
    {
        if (_byId.TryGetValue(actor, out var sender))
        {
            sender.LookAt = other != actor && _byId.ContainsKey(other) ? other : (ushort)0;
        }
    }

    /// <summary>Lets an actor's inputs move nothing, or move again.</summary>
    public void Freeze(ushort actor, bool isFrozen)
    {
        if (_byId.TryGetValue(actor, out var sender))
        {
            sender.IsFrozen = isFrozen;
            if (isFrozen && sender.Fighter is not null)
            {
                Cut(fight => fight.Has(sender));
            }
        }
    }

    /// <summary>What became of an actor's inputs; nothing for an unknown actor.</summary>
    public InputTally TallyOf(ushort actor) => _byId.TryGetValue(actor, out var sender) ? sender.Inputs.Tally : default;

    private StageActor? Find(string role) => _actors.Find(actor => actor.Roles.Contains(role));

    private ushort FreeId()
    {
        do
        {
            _lastId++;
        }
        while (_lastId == 0 || _byId.ContainsKey(_lastId));
        return _lastId;
    }

    private void TellPlayers() => _state = _state.With([.. _actors.SelectMany(actor => actor.Players)]);
}
