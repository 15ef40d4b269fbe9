using Microsoft.Extensions.Time.Testing;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Stage;

namespace VirtualStage.House.Tests;

/// <summary>A world with actors that walk as chance has it, and its track.</summary>
internal sealed class Show
{
    private static readonly StageSetup _setup = new(
        new StagePlan("A stage", 10, 8, [], [], [], [], [], [], 1),
        new Dictionary<string, LampLevel[]> { ["dark"] = [] },
        "dark",
        "dark",
        new HashSet<string>());

    private readonly Random _random = new(1);
    private readonly ushort[] _actors;

    public Show(int actors = 3)
    {
        // However busy the machine is that tests: every frame goes to who wants it.
        Track = new HouseTrack(time: Time, rounds: new FakeTimeProvider());
        _actors = [.. Enumerable.Range(0, actors).Select(i => World.Join([$"role {i}"], "Bot", isBot: true))];
    }

    public StageWorld World { get; } = new(_setup, 0);

    public FakeTimeProvider Time { get; } = new();

    public HouseTrack Track { get; }

    public ActorPose[] Poses => World.Poses.ToArray();

    /// <summary>Ticks at which somebody moves.</summary>
    /// <returns>The number of frames published.</returns>
    public int Move(int ticks)
    {
        var frames = 0;
        for (; ticks > 0; ticks--)
        {
            foreach (var actor in _actors)
            {
                var wish = new ActorInput(1, (sbyte)_random.Next(-127, 128), (sbyte)_random.Next(-127, 128), 0, Gait.Run);
                World.QueueInputs(actor, new ActorInputs(World.CurrentTick + 1, [wish], 0));
            }

            frames += Rest(1);
        }

        return frames;
    }

    /// <summary>Ticks without inputs.</summary>
    /// <returns>The number of frames published.</returns>
    public int Rest(int ticks)
    {
        var frames = 0;
        for (; ticks > 0; ticks--)
        {
            World.Tick();
            frames += Track.Publish(World) ? 1 : 0;
        }

        return frames;
    }
}
