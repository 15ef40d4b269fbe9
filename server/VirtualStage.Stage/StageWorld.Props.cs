using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Actors;

namespace VirtualStage.Stage;

public sealed partial class StageWorld
{
    /// <summary>How far a hand reaches, in metres.</summary>
    private const double Reach = 1.5;

    /// <summary>How far in front of the feet a thing is put down, and from how high above them it is let go.</summary>
    private const double Before = 0.45;
    private const double HandHeight = 1.1;
    private const int Hands = 2;

    /// <summary>Takes, puts down or passes a prop. A prop is with the role: whoever plays it has it.</summary>
    /// <returns>Why it cannot be done, in words for the actor; null when it is done.</returns>
    public string? Handle(ushort actor, PropRequest request)
    {
        if (!_byId.TryGetValue(actor, out var sender))
        {
            return "you are not on the stage";
        }

        if (sender.Fighter is not null)
        {
            return "you are in a fight";
        }

        return request.Verb switch
        {
            PropVerb.Take => Take(sender, request.Prop),
            PropVerb.PutDown => PutDown(sender, request.Prop),
            PropVerb.Pass => Pass(sender, request),
            _ => "hands cannot do that",
        };
    }

    private string? Take(StageActor actor, string? id)
    {
        var near = Props.Where(prop => prop.Role is null && IsNear(actor.Body, prop.X, prop.Y, prop.Z) && (id is null || prop.Prop == id))
            .OrderBy(prop => Square(prop.X - actor.Body.X) + Square(prop.Z - actor.Body.Z));
        if (HeldBy(actor).Count() >= Hands)
        {
            return "your hands are full";
        }

        if (near.FirstOrDefault() is { } found)
        {
            _state = _state.With(found with { Role = actor.Roles[0] });
            return null;
        }

        return id is not null && Props.FirstOrDefault(prop => prop.Prop == id) is { Role: { } role } ? $"{NameOf(role)} has it" : "nothing is within reach";
    }

    private string? PutDown(StageActor actor, string? id)
    {
        if (HeldBy(actor).LastOrDefault(prop => id is null || prop.Prop == id) is not { } held)
        {
            return "you do not have it";
        }

        var turn = actor.Body.Facing / 256.0 * 2 * Math.PI;
        var bounds = _ground.Bounds;
        var (x, z) = (bounds.ClampX(actor.Body.X + (Math.Sin(turn) * Before)), bounds.ClampZ(actor.Body.Z + (Math.Cos(turn) * Before)));
        var top = _ground.TopAt(x, z, actor.Body.Y + HandHeight);
        _state = _state.With(new PropPlace(held.Prop, null, (float)x, (float)top, (float)z));
        return null;
    }

    private string? Pass(StageActor actor, PropRequest request)
    {
        if (HeldBy(actor).LastOrDefault(prop => request.Prop is null || prop.Prop == request.Prop) is not { } held)
        {
            return "you do not have it";
        }

        var other = _actors.Where(one => one != actor && (request.Actor == 0 || one.Id == request.Actor) && IsNear(actor.Body, one.Body.X, one.Body.Y, one.Body.Z))
            .MinBy(one => Square(one.Body.X - actor.Body.X) + Square(one.Body.Z - actor.Body.Z));
        if (other is null)
        {
            return "nobody is within reach";
        }

        if (HeldBy(other).Count() >= Hands)
        {
            return $"{NameOf(other.Roles[0])} has no hand free";
        }

        _state = _state.With(held with { Role = other.Roles[0], X = (float)other.Body.X, Y = (float)other.Body.Y, Z = (float)other.Body.Z });
        return null;
    }

    private PropPlace[] Props => Scene.Props ?? [];

    private IEnumerable<PropPlace> HeldBy(StageActor actor) => Props.Where(prop => prop.Role is { } role && actor.Roles.Contains(role));

    private string NameOf(string role) => _setup.Plan.Roles.FirstOrDefault(info => info.Id == role)?.Name ?? role;

    private static bool IsNear(in ActorBody body, double x, double y, double z) =>
        Square(x - body.X) + Square(z - body.Z) <= Reach * Reach && Math.Abs(y - body.Y) <= Reach;
}
