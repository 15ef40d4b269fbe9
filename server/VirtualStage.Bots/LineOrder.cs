using VirtualStage.Contracts.Console;

namespace VirtualStage.Bots;

/// <summary>The lines of a prompt book in their order.</summary>
public sealed class LineOrder
{
    private readonly BookItem[] _lines;
    private readonly Dictionary<string, int> _order;

    public LineOrder(PromptBook book)
    {
        _lines = [.. book.Items.Where(item => item.Kind == BookItemKind.Line)];
        _order = _lines.Select((line, index) => (line.Id, index)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>A line's place, from 0; -1 for none.</summary>
    public int Of(string? line) => line is not null && _order.TryGetValue(line, out var order) ? order : -1;

    /// <summary>The line at a place; null beyond the ends.</summary>
    public BookItem? At(int place) => _lines.ElementAtOrDefault(place);

    /// <summary>Place of the last line.</summary>
    public int Last => _lines.Length - 1;
}
