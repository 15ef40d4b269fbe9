using VirtualStage.Plays.Composition;

namespace VirtualStage.Plays.Xml;

/// <summary>Puts a cast list together from its elements as they close.</summary>
internal static class XmlCast
{
    public static void Close(XmlFrame frame, string text, List<XmlFrame> around, PlayComposer composer)
    {
        var parent = around.FindLast(open => open.Role is XmlRole.CastEntry or XmlRole.CastGroup);
        switch (frame.Role)
        {
            case XmlRole.CastName when parent is not null && text.Length > 0:
                (parent.CastNames ??= []).Add(text);
                break;
            case XmlRole.CastDescription when parent is not null && text.Length > 0:
                parent.CastDescription = text;
                break;
            case XmlRole.CastEntry:
                Add(frame, text, composer);
                break;
            case XmlRole.CastGroup when frame.CastDescription is { } description:
                composer.DescribeCast(frame.CastBefore, CastEntry.Of("", description).Description);
                break;
        }
    }

    private static void Add(XmlFrame entry, string text, PlayComposer composer)
    {
        foreach (var name in entry.CastNames ?? [])
        {
            composer.AddCast(CastEntry.Of(name, entry.CastDescription), entry.Place);
        }

        if (entry.CastNames is null && text.Length > 0)
        {
            composer.AddCast(CastEntry.Parse(text), entry.Place);
        }
    }
}
