namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads what is described in words, in the sheet and in translations of it.</summary>
/// <param name="lines">The lines that may be named; null where the play could not be read.</param>
internal sealed class DescriptionReader(ErrorList errors, SheetLines? lines)
{
    private const int Most = 5000;
    private const int LongestText = 500;

    public IReadOnlyList<Description> Read(Fields sheet)
    {
        var items = sheet.Items("descriptions");
        if (items.Count > Most) errors.Add(sheet.PlaceOf("descriptions"), $"there are more than {Most} descriptions");
        var found = new Dictionary<(string, bool), Description>();
        foreach (var node in items.Take(Most))
        {
            if (Read(node) is { } one && !found.TryAdd((one.Line, one.IsAfter), one))
            {
                errors.Add(node.Place, $"there is already a description {(one.IsAfter ? "after" : "at")} {Clip.Short(one.Line)}; make it one");
            }
        }

        return [.. found.Values];
    }

    private Description? Read(SheetNode node)
    {
        var fields = new Fields(node, SheetKeys.Description, errors);
        var text = fields.Text("text", LongestText);
        if (fields.Has("at") == fields.Has("after"))
        {
            errors.Add(fields.Place, "say when it is described: either 'at' (a line that begins) or 'after' (a line that was spoken)");
            return null;
        }

        var isAfter = fields.Has("after");
        if (fields.PlacedText(isAfter ? "after" : "at") is not { } line) return null;
        lines?.Find(line);
        return text is null ? null : new Description(line.Value, isAfter, text);
    }
}
