using System.Text;
using VirtualStage.Plays.Composition;

namespace VirtualStage.Plays.Xml;

/// <summary>An open element.</summary>
/// <param name="Sink">Where text inside it goes; null where text is not part of the play.</param>
internal sealed record XmlFrame(XmlRole Role, string Name, Place Place, StringBuilder? Sink)
{
    public LineKind LineKind { get; set; }

    /// <summary>A line inside this line has cut it short.</summary>
    public bool Interrupted { get; set; }

    /// <summary>How many cast entries stood before this group.</summary>
    public int CastBefore { get; init; }

    /// <summary>Names and description that a cast entry marks up.</summary>
    public List<string>? CastNames { get; set; }

    public string? CastDescription { get; set; }

    /// <summary>Gathers text of its own, so that no speech or line can be inside it.</summary>
    public bool TakesText => Role is XmlRole.Heading or XmlRole.Subheading or XmlRole.Speaker or XmlRole.Direction
        or XmlRole.PlayTitle or XmlRole.CastEntry or XmlRole.CastName or XmlRole.CastDescription;

    public bool IsLine => Role is XmlRole.Verse or XmlRole.Prose or XmlRole.Block;
}
