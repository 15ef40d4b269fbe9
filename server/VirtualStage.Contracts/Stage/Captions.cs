using MessagePack;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>What the audience can read of a production besides what the stage shows, in one language.</summary>
    /// <param name="Version">The production's.</param>
    /// <param name="Language">As BCP 47 has it.</param>
    /// <param name="Lines">Lines by their ids; none in the language that is spoken. What is not here is read as it is spoken.</param>
    /// <param name="Roles">Names of roles by their ids, where they differ.</param>
    /// <param name="Sounds">Sounds in words by their ids, where they differ.</param>
    /// <param name="Descriptions">What is to be seen, in words, in the order of the text.</param>
    [MessagePackObject]
    public sealed record CaptionTrack(
        [property: Key(0)] int Version,
        [property: Key(1)] string Language,
        [property: Key(2)] CaptionText[] Lines,
        [property: Key(3)] CaptionText[] Roles,
        [property: Key(4)] CaptionText[] Sounds,
        [property: Key(5)] CaptionDescription[] Descriptions);

    /// <summary>A text that stands for something with an id.</summary>
    [MessagePackObject]
    public sealed record CaptionText([property: Key(0)] string Id, [property: Key(1)] string Text);

    /// <summary>Something to be seen, in words.</summary>
    /// <param name="Line">The line with which it is told.</param>
    /// <param name="DelayMs">How long after that became the current line: 0 at its beginning, else when it has been spoken.</param>
    /// <param name="Language">What the text is in: the track's language, or the play's where it is not translated.</param>
    [MessagePackObject]
    public sealed record CaptionDescription(
        [property: Key(0)] string Line,
        [property: Key(1)] int DelayMs,
        [property: Key(2)] string Text,
        [property: Key(3)] string Language);

    /// <summary>What a programme tells of a performance.</summary>
    /// <param name="Synopsis">What happens; empty where that is not told.</param>
    /// <param name="Scenes">The scenes that are played, in order.</param>
    /// <param name="Cast">The roles, in the production's order.</param>
    [MessagePackObject]
    public sealed record ProgrammeView(
        [property: Key(0)] string Title,
        [property: Key(1)] string Synopsis,
        [property: Key(2)] ProgrammeScene[] Scenes,
        [property: Key(3)] ProgrammeRole[] Cast);

    /// <summary>A scene of the play.</summary>
    /// <param name="Id">Lines in it have ids that begin with this and a dot.</param>
    [MessagePackObject]
    public sealed record ProgrammeScene([property: Key(0)] string Id, [property: Key(1)] string Title);

    /// <summary>A role, and who plays it now.</summary>
    /// <param name="Player">As they want to be called; empty while nobody is on the stage in it, and for an understudy bot.</param>
    /// <param name="Pronouns">As they wrote them; empty for none given.</param>
    /// <param name="IsBot">True while an understudy bot plays it.</param>
    [MessagePackObject]
    public sealed record ProgrammeRole(
        [property: Key(0)] string Id,
        [property: Key(1)] string Name,
        [property: Key(2)] string Colour,
        [property: Key(3)] string Player,
        [property: Key(4)] string Pronouns,
        [property: Key(5)] bool IsBot);
}
