using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Actors;
using VirtualStage.Stage.Effects;

namespace VirtualStage.Stage;

public sealed partial class StageWorld
{
    private readonly SortedDictionary<string, RolePlace> _places = new(StringComparer.Ordinal);

    /// <summary>Where everybody stands, and where those stood who left.</summary>
    public StageCheckpoint Checkpoint()
    {
        _actors.ForEach(Remember);
        return new StageCheckpoint([.. _places.Values], Scene.Props);
    }

    /// <summary>Puts everybody, now or on joining, where a checkpoint had them.</summary>
    public void Restore(StageCheckpoint checkpoint)
    {
        foreach (var prop in checkpoint.Props ?? [])
        {
            _state = _state.With(prop);
        }

        foreach (var place in checkpoint.Places)
        {
            _places[place.Role] = place;
            if (Find(place.Role) is { } actor)
            {
                PutAt(actor, place);
            }
        }
    }

    /// <summary>Puts an actor at the entrance that is nearest.</summary>
    public void MoveToWings(ushort actor)
    {
        if (_byId.TryGetValue(actor, out var moved))
        {
            var body = moved.Body;
            PutAt(moved, _setup.Plan.Entrances is { Length: > 0 } entrances
                ? At(entrances.MinBy(entrance => Square(entrance.X - body.X) + Square(entrance.Z - body.Z))!)
                : Wing(moved));
        }
    }

    private void Remember(StageActor actor)
    {
        foreach (var role in actor.Roles)
        {
            _places[role] = new RolePlace(role, actor.Body.X, actor.Body.Z, actor.Body.Facing, actor.Emote, actor.Body.Y);
        }
    }

    private void Enter(StageActor actor)
    {
        var known = actor.Roles.FirstOrDefault(_places.ContainsKey);
        PutAt(actor, known is null ? Wing(actor) : _places[known]);
    }

    private RolePlace Wing(StageActor actor)
    {
        if (_setup.Plan.Entrances is not { Length: > 0 } entrances)
        {
            return new RolePlace("", _ground.Bounds.MinX + (StageBounds.Wing / 2), 0, ActorBody.FacingOf(90), Emote.None);
        }

        return At(entrances[(actor.Id - 1) % entrances.Length]);
    }

    private static RolePlace At(StageMark entrance) =>
        new("", entrance.X, entrance.Z, ActorBody.FacingOf(entrance.FacingDegrees), Emote.None, entrance.Y);

    private static double Square(double metres) => metres * metres;

    private void Place(PlaceEffect effect)
    {
        var place = new RolePlace(effect.Role, effect.X, effect.Z, ActorBody.FacingOf(effect.FacingDegrees), effect.Emote, effect.Y);
        var actor = Find(effect.Role);
        if (actor is null)
        {
            _places[effect.Role] = place;
        }
        else if (effect.EvenIfSeen || !IsSeen(actor.Body))
        {
            PutAt(actor, place);
        }
    }

    private bool IsSeen(in ActorBody body) =>
        Math.Abs(body.X) <= _setup.Plan.Width * 0.5 && Math.Abs(body.Z) <= _setup.Plan.Depth * 0.5;

    private void PutAt(StageActor actor, RolePlace place)
    {
        if (actor.Fighter is not null)
        {
            Cut(fight => fight.Has(actor));
        }

        // On whole units, so that a client that predicts from a pose starts where the stage does.
        var pose = default(ActorPose);
        var bounds = _ground.Bounds;
        new ActorBody { X = bounds.ClampX(place.X), Y = place.Y, Z = bounds.ClampZ(place.Z), Facing = place.Facing }.Show(ref pose);
        actor.Body = ActorBody.Of(pose);
        _ground.Settle(ref actor.Body);
        actor.Emote = place.Emote;
    }
}
