using System.Xml;

namespace VirtualStage.Plays.Xml;

/// <summary>What an element is to a play.</summary>
internal enum XmlRole
{
    /// <summary>Its content counts as if the element were not there.</summary>
    Transparent,

    /// <summary>Neither it nor its content is part of the play.</summary>
    Skip,

    /// <summary>Where a title of the play may stand.</summary>
    Header,
    PlayTitle,
    Body,
    Division,
    Heading,
    Subheading,
    Speech,
    Speaker,
    Verse,
    Prose,

    /// <summary>Lines that <see cref="Break"/> parts.</summary>
    Block,
    Break,
    Direction,

    /// <summary>A space that the markup spells out; white space between elements then means nothing.</summary>
    Space,

    /// <summary>Means a space, such as a line end of the printed page.</summary>
    Gap,
    CastGroup,
    CastEntry,
    CastName,
    CastDescription,
}

/// <summary>Where the reader stands when it asks for an element's role.</summary>
/// <param name="Parent">The local name of the element around it; empty at the root.</param>
/// <param name="InPlay">Inside the play's own text, not in what is printed before and after it.</param>
/// <param name="DivisionDepth">How many divisions are open.</param>
/// <param name="InBlock">Inside a block whose lines are parted by marks.</param>
/// <param name="Division">The kind of the innermost open division.</param>
internal readonly record struct XmlContext(
    string Parent, bool InPlay, int DivisionDepth, bool InSpeech, bool InBlock, DivisionKind? Division);

/// <summary>One way to mark a play up.</summary>
internal interface IXmlVocabulary
{
    XmlRole RoleOf(XmlReader element, in XmlContext context);

    /// <summary>The kind that a division says it is; null where it does not say.</summary>
    DivisionKind? KindOf(XmlReader division);

    /// <summary>True where the element that begins a line (or parts lines) says that prose follows.</summary>
    bool IsProse(XmlReader element);
}
