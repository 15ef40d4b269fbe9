using System.Text.Json;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.Stage;

public sealed partial class StageHost
{
    /// <summary>More ticks than this are not made good at once: after a long pause the world goes on, it does not race.</summary>
    private const int MostTicksAtOnce = 90;

    /// <summary>What is worth a look once a second: where everybody stands, and how far away they are.</summary>
    private const int CheckpointEveryTicks = 30;

    /// <summary>Moves the stage on to now, and tells actors and the house.</summary>
    internal void Advance()
    {
        Voices.Publish();
        while (_happened.TryDequeue(out var happened))
        {
            using var trace = TheatreTraces.Outcome("stage", happened.Cause);
            foreach (var happening in happened.Events)
            {
                Tell(happening, Do(happening));
            }
        }

        WatchConduct();
        EndGrace();
        TellScene();
        MindChat();
        while (_orders.TryDequeue(out var order))
        {
            order(this);
        }

        if (_toldScene?.Show == ShowState.Closed && _actors.Count == 0 && _spectators == 0)
        {
            return;
        }

        House.Life.TakeStock(_spectators);
        TellHouse();
        House.PublishScene(World);
        var ticks = 0;
        for (var now = Clock.NowMs; World.NextTickMs <= now && ticks < MostTicksAtOnce; ticks++)
        {
            World.Tick();
            House.Publish(World);
            if (World.CurrentTick % CheckpointEveryTicks == 0)
            {
                _places = JsonSerializer.Serialize(World.Checkpoint());
                _leadMs = Lead.Of(_actors.Select(actor => actor.Link.RoundTripMs));
            }
        }

        if (ticks > 0)
        {
            TellPoses();
        }
    }

    private void Tell(Happening happening, List<BlockingCall> calls)
    {
        foreach (var call in calls)
        {
            ActorIn(call.Role)?.Link.Send(call);
        }

        if (StageOrders.CallOf(happening, _production) is { } words)
        {
            foreach (var actor in _actors.Where(actor => words.Roles.Count == 0 || words.Roles.Contains(actor.Cast.Role)))
            {
                actor.Link.Send(new ActorCall(words.Text));
            }
        }

        if (happening.Event is ShowMoved or RehearsalEnded)
        {
            // The audience may be in now: who only reads makes place.
            Order(stage => stage.LetGo());
        }

        if (happening.Event is RoleGiven given && ActorIn(given.Role) is { Cast.IsBot: false } former && former.Cast.Person != given.Person)
        {
            former.Dismiss("the role was given to somebody else");
        }
        else if (happening.Event is RoleTakenBack taken && ActorIn(taken.Role) is { Cast.IsBot: false } player)
        {
            player.Dismiss("the role was taken back");
        }
    }

    private void TellScene()
    {
        if (!ReferenceEquals(_toldScene, World.Scene))
        {
            _scene = _toldScene = World.Scene;
            foreach (var actor in _actors)
            {
                actor.Link.Send(new SceneChanged(_scene));
            }
        }
    }

    /// <summary>Tells actors what is heard of the house, and who sits there, when it changed.</summary>
    private void TellHouse()
    {
        if (!ReferenceEquals(_toldMood, House.Life.Mood))
        {
            _toldMood = House.Life.Mood;
            TellAll(_toldMood);
        }

        if (!ReferenceEquals(_toldSeats, House.Life.Seats))
        {
            _toldSeats = House.Life.Seats;
            TellAll(new HouseSeats(_toldSeats));
        }
    }

    private void TellPoses()
    {
        var (count, bytes) = (0, 0);
        foreach (var actor in _actors)
        {
            if (actor.LostAt is null && World.EncodeFor(actor.Id, _bits) is { } coded)
            {
                var message = _snapshot.Write(World.CurrentTick, World.TimeMs, coded, _bits.AsSpan(0, coded.Length));
                actor.Link.SendSnapshot(World.CurrentTick, message);
                count++;
                bytes += message.Length;
            }
        }

        TheatreMeter.Snapshots.Add(count);
        TheatreMeter.SnapshotBytes.Add(bytes);
    }
}
