using System.Diagnostics;
using VirtualStage.Server.StageDoor;

namespace VirtualStage.Server.Stage;

public sealed partial class StageHost
{
    /// <summary>True while the person in a role has lost their connection, and the role waits for them. From any thread.</summary>
    public bool IsAway(string role) => _away.Contains(role);

    /// <summary>An actor's connection was lost: a person's role waits for them for a while, and their body stands.</summary>
    internal void Lose(StageActor actor)
    {
        if (actor.Cast.IsBot || _grace == TimeSpan.Zero || !_actors.Contains(actor))
        {
            Remove(actor);
            return;
        }

        actor.LoseLink();
        TellPlayers();
    }

    /// <summary>Takes the place of the same person's former client, in the same body.</summary>
    private StageActor GoOn(StageActor former, CastActor cast, IActorLink link)
    {
        var actor = new StageActor(this, cast, link) { Id = former.Id };
        _actors[_actors.IndexOf(former)] = actor;
        former.Id = 0;
        former.Link.Close("you came in again from somewhere else");
        World.Return(actor.Id, cast.Name);
        World.Present(actor.Id, cast.Look);
        return actor;
    }

    /// <summary>Who did not come back in time is gone.</summary>
    private void EndGrace()
    {
        for (var i = _actors.Count - 1; i >= 0; i--)
        {
            if (_actors[i].LostAt is { } lost && Stopwatch.GetElapsedTime(lost) >= _grace)
            {
                Remove(_actors[i]);
            }
        }
    }
}
