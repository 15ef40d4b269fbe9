using System.Collections.Immutable;
using System.Text.Json;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.StageDoor;

namespace VirtualStage.Server.Stage;

public sealed partial class StageHost
{
    /// <summary>Brings an actor on. Who was in the role makes place: a bot for anybody, a person for themselves, who goes on where they stood.</summary>
    internal StageActor Enter(CastActor cast, IActorLink link)
    {
        var actor = new StageActor(this, cast, link);
        if (Rules.Refuse(cast, HouseIsOpen) is { } refusal)
        {
            // They were let in a moment ago, and are not any more.
            link.Close(refusal);
            return actor;
        }

        if (ActorIn(cast.Role) is { Cast: { IsBot: false } before } same && before.Person == cast.Person && before.Reads == cast.Reads)
        {
            return Welcome(GoOn(same, cast, link));
        }

        if (ActorIn(cast.Role) is { } former)
        {
            if (cast.IsBot || (cast.Reads && former.Cast is { IsBot: false } && former.Cast.Person != cast.Person))
            {
                link.Close($"{former.Cast.Name} is on stage in this role");
                return actor;
            }

            former.Dismiss($"{cast.Name} plays the role now");
        }

        if (_actors.Count == SnapshotCodec.MaxActors)
        {
            link.Close("the stage is full");
            return actor;
        }

        actor.Id = World.Join([cast.Role], cast.Name, cast.IsBot);
        _personOf[actor.Id] = cast.Person;
        World.Present(actor.Id, cast.Look);
        _actors.Add(actor);
        return Welcome(actor);
    }

    internal void Remove(StageActor actor)
    {
        if (_actors.Remove(actor))
        {
            World.Leave(actor.Id);
            actor.Id = 0;
            TellPlayers();
        }
    }

    /// <summary>Lets everybody go: the stage comes down.</summary>
    internal void DismissAll(string reason)
    {
        foreach (var actor in _actors.ToList())
        {
            actor.Dismiss(reason);
        }

        _places = JsonSerializer.Serialize(World.Checkpoint());
    }

    /// <summary>
    /// Ends this stage, for the performance goes on elsewhere: connections break off without a goodbye, so that clients look for it
    /// as they do when a server is gone.
    /// </summary>
    internal void End()
    {
        _places = JsonSerializer.Serialize(World.Checkpoint());
        foreach (var actor in _actors.ToList())
        {
            actor.Link.Break();
        }

        _end.Cancel();
    }

    /// <summary>Lets those go who may not be on this stage any more.</summary>
    internal void LetGo()
    {
        foreach (var actor in _actors.ToList())
        {
            if (Rules.Refuse(actor.Cast, HouseIsOpen) is { } reason)
            {
                actor.Dismiss(reason);
            }
        }
    }

    internal void MoveToWings(string person)
    {
        foreach (var actor in _actors.Where(actor => actor.Cast.Person == person))
        {
            World.MoveToWings(actor.Id);
            actor.Link.Send(new ActorCall("You were moved to the wings."));
        }
    }

    /// <summary>Somebody has another name or appearance: it is shown at once.</summary>
    internal void Present(string person, string name, ChosenAppearance? appearance)
    {
        foreach (var actor in _actors.Where(actor => actor.Cast.Person == person && !actor.Cast.IsBot))
        {
            actor.Cast = actor.Cast with { Name = name, Appearance = appearance };
            World.Present(actor.Id, actor.Cast.Look);
            TellPlayers();
        }
    }

    /// <summary>Tells something to the person who has a role, and to nobody else.</summary>
    internal void Tell(string role, IStageMessage message)
    {
        if (ActorIn(role) is { Cast: { IsBot: false, Reads: false } } actor)
        {
            actor.Link.Send(message);
        }
    }

    internal void TellAll(IStageMessage message) => _actors.ForEach(actor => actor.Link.Send(message));

    internal void Speak(StageActor actor, string line)
    {
        if (Production.FindLine(line) is not null
            && Production.RolesOf(Production.SpeechOf(line)).Any(role => role.Id == actor.Cast.Role))
        {
            _speak(actor, line);
        }
    }

    private StageActor Welcome(StageActor actor)
    {
        actor.Link.Send(new StageWelcome(actor.Id, [actor.Cast.Role], Clock.NowMs, World.Scene));
        actor.Link.Send(House.Life.Mood);
        actor.Link.Send(new HouseSeats(House.Life.Seats));
        if (_blocking.TryGetValue(actor.Cast.Role, out var call))
        {
            actor.Link.Send(call);
        }

        TellPlayers();
        return actor;
    }

    private StageActor? ActorIn(string role) => _actors.Find(actor => actor.Cast.Role == role);

    private void TellPlayers()
    {
        _players = World.Scene.Players.ToImmutableDictionary(player => player.Role);
        _away = [.. _actors.Where(actor => actor.LostAt is not null).Select(actor => actor.Cast.Role)];
        _changed();
    }
}
