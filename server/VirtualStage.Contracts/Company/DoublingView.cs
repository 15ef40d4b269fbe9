using MessagePack;

namespace VirtualStage.Contracts.Company
{
    /// <summary>Which roles can share an actor, and the smallest cast that was found. Served as JSON.</summary>
    /// <param name="Roles">In the production's order.</param>
    /// <param name="Conflicts">Pairs that cannot share an actor; all others can.</param>
    /// <param name="Actors">The suggestion: the roles of each actor.</param>
    /// <param name="Needed">Roles of which every two conflict: each of them needs an actor of its own.</param>
    /// <param name="IsMinimal">True when it is proven that fewer actors are not enough.</param>
    [MessagePackObject]
    public sealed record DoublingView(
        [property: Key(0)] DoublingRole[] Roles,
        [property: Key(1)] DoublingConflict[] Conflicts,
        [property: Key(2)] DoublingActor[] Actors,
        [property: Key(3)] string[] Needed,
        [property: Key(4)] bool IsMinimal);

    /// <summary>A role of the matrix.</summary>
    [MessagePackObject]
    public sealed record DoublingRole(
        [property: Key(0)] string Role,
        [property: Key(1)] string Name,
        [property: Key(2)] int Speeches,
        [property: Key(3)] int Words);

    /// <summary>An actor of the suggestion.</summary>
    [MessagePackObject]
    public sealed record DoublingActor([property: Key(0)] string[] Roles);

    /// <summary>Two roles that cannot share an actor.</summary>
    /// <param name="Together">True when both are needed at the same line; false when there is too little time to change.</param>
    /// <param name="Line">The first line of which that is true.</param>
    /// <param name="GapLines">Lines between exit and entrance; 0 for together.</param>
    /// <param name="GapMs">Milliseconds between them; 0 for together.</param>
    [MessagePackObject]
    public sealed record DoublingConflict(
        [property: Key(0)] string One,
        [property: Key(1)] string Other,
        [property: Key(2)] bool Together,
        [property: Key(3)] string Line,
        [property: Key(4)] int GapLines,
        [property: Key(5)] int GapMs);
}
