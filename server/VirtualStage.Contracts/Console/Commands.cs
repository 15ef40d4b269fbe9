using MessagePack;

namespace VirtualStage.Contracts.Console
{
    /// <summary>What a person (or the caller bot) may ask of a performance.</summary>
    [Union(0, typeof(OpenHouse))]
    [Union(1, typeof(CallBeginners))]
    [Union(2, typeof(StartShow))]
    [Union(3, typeof(Hold))]
    [Union(4, typeof(Resume))]
    [Union(5, typeof(TakeInterval))]
    [Union(6, typeof(EndInterval))]
    [Union(7, typeof(TakeCurtainCall))]
    [Union(8, typeof(CloseShow))]
    [Union(9, typeof(StandBy))]
    [Union(10, typeof(Go))]
    [Union(11, typeof(Panic))]
    [Union(12, typeof(Advance))]
    [Union(13, typeof(CastRole))]
    [Union(14, typeof(UncastRole))]
    [Union(15, typeof(TakeCalling))]
    [Union(16, typeof(LeaveCalling))]
    public interface IPerformanceCommand
    {
    }

    /// <summary>Opens the doors: the audience may come in.</summary>
    [MessagePackObject]
    public sealed record OpenHouse() : IPerformanceCommand;

    /// <summary>Calls the first actors to the stage.</summary>
    [MessagePackObject]
    public sealed record CallBeginners() : IPerformanceCommand;

    /// <summary>Starts the show: show time runs.</summary>
    [MessagePackObject]
    public sealed record StartShow() : IPerformanceCommand;

    /// <summary>Stops show time and everything that runs on it.</summary>
    [MessagePackObject]
    public sealed record Hold([property: Key(0)] string Reason) : IPerformanceCommand;

    /// <summary>Lets a held show go on.</summary>
    [MessagePackObject]
    public sealed record Resume() : IPerformanceCommand;

    [MessagePackObject]
    public sealed record TakeInterval() : IPerformanceCommand;

    [MessagePackObject]
    public sealed record EndInterval() : IPerformanceCommand;

    [MessagePackObject]
    public sealed record TakeCurtainCall() : IPerformanceCommand;

    /// <summary>Ends the performance for good.</summary>
    [MessagePackObject]
    public sealed record CloseShow() : IPerformanceCommand;

    /// <summary>Puts a cue on standby.</summary>
    [MessagePackObject]
    public sealed record StandBy([property: Key(0)] string Cue) : IPerformanceCommand;

    /// <summary>Calls the cue that is on standby.</summary>
    /// <param name="Cue">The standby cue that the operator saw; refused when it is another by now.</param>
    [MessagePackObject]
    public sealed record Go([property: Key(0)] string Cue) : IPerformanceCommand;

    /// <summary>Fades everything to the safe look; a second time within the fade stops at once.</summary>
    [MessagePackObject]
    public sealed record Panic() : IPerformanceCommand;

    /// <summary>Moves the current line.</summary>
    [MessagePackObject]
    public sealed record Advance([property: Key(0)] string Line) : IPerformanceCommand;

    /// <summary>Gives a role to a person.</summary>
    [MessagePackObject]
    public sealed record CastRole(
        [property: Key(0)] string Role,
        [property: Key(1)] string Person) : IPerformanceCommand;

    /// <summary>Takes a role back; an understudy bot covers it.</summary>
    [MessagePackObject]
    public sealed record UncastRole([property: Key(0)] string Role) : IPerformanceCommand;

    /// <summary>The sender calls the show from now on; whoever did is displaced.</summary>
    [MessagePackObject]
    public sealed record TakeCalling() : IPerformanceCommand;

    /// <summary>The sender stops calling; the caller bot takes over when there is one.</summary>
    [MessagePackObject]
    public sealed record LeaveCalling() : IPerformanceCommand;

    /// <summary>A command with the id that makes its retry harmless.</summary>
    /// <param name="Id">Chosen by the sender, unique; a retry carries the same.</param>
    [MessagePackObject]
    public sealed record CommandEnvelope(
        [property: Key(0)] string Id,
        [property: Key(1)] IPerformanceCommand Command);

    /// <summary>What became of a command.</summary>
    /// <param name="Accepted">False when it was refused and changed nothing.</param>
    /// <param name="Reason">Why it was refused, for a person to read; null when accepted.</param>
    /// <param name="Revision">The performance's revision after it.</param>
    [MessagePackObject]
    public sealed record CommandAnswer(
        [property: Key(0)] bool Accepted,
        [property: Key(1)] string? Reason,
        [property: Key(2)] int Revision);
}
