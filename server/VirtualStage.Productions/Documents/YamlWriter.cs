using System.Text;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Documents;

/// <summary>
/// Writes a sheet as production.yaml: in its own order, what is small on one line in braces, all else in lines. YAML
/// libraries write valid text as well, but none that a company would like to read.
/// </summary>
internal static class YamlWriter
{
    private const int Widest = 120;
    private const string Schema = "# yaml-language-server: $schema=../production.schema.json";

    public static string Write(SheetMap root)
    {
        var yaml = new StringBuilder(Schema).Append('\n');
        foreach (var (key, value) in root.Entries)
        {
            if (value is SheetMap or SheetList)
            {
                yaml.Append('\n');
            }

            Entry(yaml, key, value, indent: 0, isSection: true);
        }

        return yaml.ToString();
    }

    private static void Entry(StringBuilder yaml, SheetText key, SheetNode value, int indent, bool isSection)
    {
        yaml.Append(YamlText.Of(key.Value, isInFlow: false, mayBeNumber: false)).Append(':');
        // The stage is a mapping of sections itself; a section has a line for each of its entries.
        Value(yaml, value, key.Value, indent, isSection, isSection && key.Value == "stage");
    }

    private static void Value(StringBuilder yaml, SheetNode value, string key, int indent, bool isSection, bool holdsSections)
    {
        if (value is SheetText { IsNull: false } text && YamlText.Lines(text.Value, indent + 2) is { } lines)
        {
            yaml.Append(' ').Append(lines);
            return;
        }

        if (IsEmpty(value) || value is SheetText)
        {
            yaml.Append(' ').Append(Scalar(value, key, isInFlow: false)).Append('\n');
            return;
        }

        if (!isSection && OneLine(value, key, indent) is { } line)
        {
            yaml.Append(' ').Append(line).Append('\n');
            return;
        }

        yaml.Append('\n');
        Block(yaml, value, key, indent + 2, holdsSections);
    }

    private static void Block(StringBuilder yaml, SheetNode value, string key, int indent, bool holdsSections = false)
    {
        if (value is SheetMap map)
        {
            foreach (var (name, inner) in map.Entries)
            {
                yaml.Append(' ', indent);
                Entry(yaml, name, inner, indent, holdsSections && inner is SheetMap);
            }

            return;
        }

        foreach (var item in ((SheetList)value).Items)
        {
            yaml.Append(' ', indent).Append("- ");
            if (IsEmpty(item) || item is SheetText)
            {
                yaml.Append(Scalar(item, key, isInFlow: false)).Append('\n');
            }
            else if (OneLine(item, key, indent + 2) is { } line)
            {
                yaml.Append(line).Append('\n');
            }
            else
            {
                // The first line of what is inside stands behind the dash.
                var inside = new StringBuilder();
                Block(inside, item, key, indent + 2);
                yaml.Append(inside, indent + 2, inside.Length - indent - 2);
            }
        }
    }

    /// <summary>The value between braces or brackets; null when it is too long or holds too much to read so.</summary>
    private static string? OneLine(SheetNode value, string key, int indent)
    {
        if (MappingsIn(value) > 1)
        {
            return null;
        }

        var line = Flow(value, key);
        return indent + line.Length <= Widest ? line : null;
    }

    private static int MappingsIn(SheetNode node) => node switch
    {
        SheetMap map => map.Entries.Sum(entry => MappingsIn(entry.Value) + (entry.Value is SheetMap ? 1 : 0)),
        SheetList list => list.Items.Sum(item => MappingsIn(item) + (item is SheetMap ? 1 : 0)),
        _ => 0,
    };

    private static string Flow(SheetNode value, string key) => value switch
    {
        SheetList { Items.Count: > 0 } list => $"[{string.Join(", ", list.Items.Select(item => Flow(item, key)))}]",
        SheetMap { Entries.Count: > 0 } map => $"{{ {string.Join(", ", map.Entries.Select(entry =>
            $"{YamlText.Of(entry.Key.Value, isInFlow: true, mayBeNumber: false)}: {Flow(entry.Value, entry.Key.Value)}"))} }}",
        _ => Scalar(value, key, isInFlow: true),
    };

    private static bool IsEmpty(SheetNode value) => value is SheetList { Items.Count: 0 } or SheetMap { Entries.Count: 0 };

    private static string Scalar(SheetNode value, string key, bool isInFlow) => value switch
    {
        SheetText { IsNull: true } => "null",
        SheetText text when SheetValues.Truths.Contains(key) && SheetValues.IsTruth(text.Value) => text.Value,
        SheetText text => YamlText.Of(text.Value, isInFlow, SheetValues.Numbers.Contains(key) || key == "arguments"),
        SheetList => "[]",
        _ => "{}",
    };
}
