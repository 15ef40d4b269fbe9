using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client.Tests;

/// <summary>What somebody at the keys wants, who keeps to a direction for a while.</summary>
internal sealed class Wishes(int seed)
{
    private readonly Random _random = new(seed);
    private ActorInput _wish = new(1, 0, 0, 0, Gait.Stand);

    public ActorInput Next()
    {
        if (_random.Next(8) == 0)
        {
            _wish = new ActorInput(
                1, (sbyte)_random.Next(-127, 128), (sbyte)_random.Next(-127, 128), (byte)_random.Next(256), (Gait)_random.Next(3));
        }

        return _wish;
    }
}
