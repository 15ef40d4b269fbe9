using VirtualStage.Client;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Bots;

/// <summary>Walks a client's own actor where the blocking asks it to go.</summary>
internal sealed class Walker(OwnActor self)
{
    /// <summary>Whoever came no nearer for so long looks for another way: scenery moved.</summary>
    private const int PatienceTicks = 15;
    private const int MostWays = 3;

    private readonly Queue<Spot> _way = new();
    private BlockingCall? _call;
    private int _stuckTicks;
    private int _ways;
    private bool _isAsNearAsItGets;

    /// <summary>Goes on for some ticks.</summary>
    /// <returns>False when it is there, or as near as it gets.</returns>
    public bool Go(BlockingCall call, Spot place, int ticks)
    {
        if (!ReferenceEquals(call, _call))
        {
            (_call, _ways, _isAsNearAsItGets) = (call, 0, false);
            Look(call, place);
        }

        while (ticks > 0 && !_isAsNearAsItGets)
        {
            var body = self.Body;
            var next = _way.Peek();
            var distance = Walk.Distance(body, next);
            if (distance < Walk.NearEnough)
            {
                if (_way.Count == 1)
                {
                    return Stop(body, call);
                }

                _way.Dequeue();
                continue;
            }

            var input = Walk.Towards(body, next, call, ticks);
            self.Move(input);
            ticks -= input.Ticks;
            var isNearer = Walk.Distance(self.Body, next) < distance - (Walk.NearEnough / 10);
            _stuckTicks = isNearer ? 0 : _stuckTicks + input.Ticks;
            if (_stuckTicks >= PatienceTicks)
            {
                Look(call, place);
                _isAsNearAsItGets = ++_ways == MostWays;
            }
        }

        return !_isAsNearAsItGets || Stop(self.Body, call);
    }

    private void Look(BlockingCall call, Spot place)
    {
        _way.Clear();
        _stuckTicks = 0;
        WayFinder.Find(self.Ground, self.Body, place, call.Y).ForEach(_way.Enqueue);
    }

    private bool Stop(in ActorBody body, BlockingCall call)
    {
        var facing = ActorBody.FacingOf(call.FacingDegrees ?? 0);
        if (body.Facing == facing && body.Gait == Gait.Stand)
        {
            return false;
        }

        self.Move(new ActorInput(1, 0, 0, facing, Gait.Stand));
        return true;
    }
}
