using System.Xml;

namespace VirtualStage.Plays.Xml;

/// <summary>Jon Bosak's play markup (play.dtd), in capitals.</summary>
internal sealed class BosakVocabulary : IXmlVocabulary
{
    public XmlRole RoleOf(XmlReader element, in XmlContext context) => element.LocalName switch
    {
        "PLAY" => XmlRole.Body,
        "TITLE" => context switch
        {
            { Parent: "PLAY" } => XmlRole.PlayTitle,
            { DivisionDepth: > 0 } => XmlRole.Heading,
            _ => XmlRole.Skip,
        },
        "SUBTITLE" or "SUBHEAD" => context.DivisionDepth > 0 ? XmlRole.Subheading : XmlRole.Skip,
        "ACT" or "SCENE" or "PROLOGUE" or "EPILOGUE" or "INDUCT" => XmlRole.Division,
        "SPEECH" => XmlRole.Speech,
        "SPEAKER" => XmlRole.Speaker,
        "LINE" => XmlRole.Verse,
        "STAGEDIR" => XmlRole.Direction,
        "PGROUP" => XmlRole.CastGroup,
        "PERSONA" => XmlRole.CastEntry,
        "GRPDESCR" => XmlRole.CastDescription,
        "FM" or "SCNDESCR" or "PLAYSUBT" => XmlRole.Skip,
        _ => XmlRole.Transparent,
    };

    public DivisionKind? KindOf(XmlReader division) => division.LocalName switch
    {
        "ACT" => DivisionKind.Act,
        "PROLOGUE" => DivisionKind.Prologue,
        "EPILOGUE" => DivisionKind.Epilogue,
        "INDUCT" => DivisionKind.Induction,
        _ => DivisionKind.Scene,
    };

    public bool IsProse(XmlReader element) => false;
}
