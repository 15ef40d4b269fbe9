using System.Xml;
using VirtualStage.Plays.Composition;

namespace VirtualStage.Plays.Xml;

/// <summary>TEI P5 drama, as DraCor and Folger write it. The namespace is not asked for: older files have none.</summary>
internal sealed class TeiVocabulary : IXmlVocabulary
{
    public XmlRole RoleOf(XmlReader element, in XmlContext context) => element.LocalName switch
    {
        "teiHeader" => XmlRole.Header,
        "title" => context.Parent == "titleStmt" ? XmlRole.PlayTitle : XmlRole.Transparent,
        "standOff" or "note" or "fw" or "rdg" or "figDesc" or "index" or "set" => XmlRole.Skip,
        "sic" or "orig" or "abbr" when context.Parent == "choice" => XmlRole.Skip,
        "body" => XmlRole.Body,
        "castGroup" => XmlRole.CastGroup,
        "castItem" => XmlRole.CastEntry,
        "role" when context.Parent == "castItem" => XmlRole.CastName,
        "roleDesc" or "head" when context.Parent is "castItem" or "castGroup" => XmlRole.CastDescription,
        "head" when context.Parent == "castList" => XmlRole.Skip,
        _ when IsDivision(element.LocalName) => context.InSpeech || !BelongsToPlay(element, context)
            ? XmlRole.Transparent
            : XmlRole.Division,
        _ => context.InPlay ? RoleInPlay(element, context) : XmlRole.Transparent,
    };

    public DivisionKind? KindOf(XmlReader division)
    {
        var name = division.LocalName;
        return Headings.KindOf(name.StartsWith("div", StringComparison.Ordinal)
            ? division.GetAttribute("type")?.Trim() ?? ""
            : name);
    }

    public bool IsProse(XmlReader element) =>
        element.GetAttribute("ana")?.Contains("#prose", StringComparison.Ordinal) ?? false;

    private static XmlRole RoleInPlay(XmlReader element, in XmlContext context) => element.LocalName switch
    {
        "head" => context.Parent == "lg" || context.InSpeech ? XmlRole.Subheading : XmlRole.Heading,
        "sp" => XmlRole.Speech,
        "speaker" => XmlRole.Speaker,
        "stage" => XmlRole.Direction,
        "l" => XmlRole.Verse,
        "p" => IsSpoken(context) ? XmlRole.Prose : XmlRole.Transparent,
        "ab" => IsSpoken(context) ? XmlRole.Block : XmlRole.Transparent,
        "lb" => context.InBlock ? XmlRole.Break : XmlRole.Gap,
        "milestone" => context.InBlock && element.GetAttribute("unit") is "ftln" or "tln" or "line"
            ? XmlRole.Break
            : XmlRole.Transparent,
        "c" => XmlRole.Space,
        _ => XmlRole.Transparent,
    };

    /// <summary>A paragraph outside of a speech is spoken in a scene or prologue; elsewhere it is a preface or a note.</summary>
    private static bool IsSpoken(in XmlContext context) =>
        context.InSpeech || context.Division is not (null or DivisionKind.Act);

    private static bool IsDivision(string name) =>
        name is "prologue" or "epilogue"
        || (name.StartsWith("div", StringComparison.Ordinal)
            && (name.Length == 3 || (name.Length == 4 && char.IsAsciiDigit(name[3]))));

    private bool BelongsToPlay(XmlReader division, in XmlContext context) =>
        context.InPlay
        || KindOf(division) is DivisionKind.Prologue or DivisionKind.Epilogue or DivisionKind.Induction;
}
