using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Stage;

namespace VirtualStage.Benchmarks;

/// <summary>Actors who all walk, in eight directions that change, and acknowledge two to nine ticks late.</summary>
internal sealed class BusyStage
{
    private const int Groups = 8;

    private static readonly StageSetup _setup = new(
        new StagePlan("A stage", 12, 10, [], [], [], [], [], [], 1),
        new Dictionary<string, LampLevel[]> { ["dark"] = [] },
        "dark",
        "dark",
        new HashSet<string>());

    private readonly ActorInputs[][] _messages;

    public BusyStage(int actors, int ticks)
    {
        Actors = [.. Enumerable.Range(0, actors).Select(i => World.Join([$"role {i}"], "Bot", isBot: true))];
        var random = new Random(1);
        _messages = [.. Enumerable.Range(0, ticks).Select(tick => Enumerable.Range(0, Groups).Select(group => Message(tick, group, random)).ToArray())];
    }

    public StageWorld World { get; } = new(_setup, 0);

    public ushort[] Actors { get; }

    public void Tick()
    {
        var messages = _messages[World.CurrentTick];
        for (var i = 0; i < Actors.Length; i++)
        {
            World.QueueInputs(Actors[i], messages[i % Groups]);
        }

        World.Tick();
    }

    private static ActorInputs Message(int tick, int group, Random random)
    {
        var wish = new ActorInput(1, (sbyte)random.Next(-127, 128), (sbyte)random.Next(-127, 128), (byte)random.Next(256), Gait.Walk);
        return new ActorInputs((uint)tick + 1, [wish], (uint)Math.Max(0, tick - 1 - group));
    }
}
