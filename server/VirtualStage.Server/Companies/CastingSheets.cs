using System.Runtime.CompilerServices;
using VirtualStage.Productions.Casting;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Companies;

/// <summary>What there is to be cast in each production that is played: read out of its text once.</summary>
internal static class CastingSheets
{
    private static readonly ConditionalWeakTable<Production, Entry> _entries = [];

    public static CastingSheet Of(Production production) => EntryOf(production).Sheet;

    public static Doubling DoublingOf(Production production) => EntryOf(production).Doubling;

    /// <summary>Found when it is first asked for: the search may take a second.</summary>
    public static CastSuggestion SmallestCastOf(Production production) => EntryOf(production).SmallestCast.Value;

    private static Entry EntryOf(Production production) => _entries.GetValue(production, made =>
    {
        var sheet = CastingSheet.Of(made);
        var doubling = new Doubling(sheet, ChangeTime.Usual);
        return new Entry(sheet, doubling, new Lazy<CastSuggestion>(() => SmallestCast.Of(sheet, doubling)));
    });

    private sealed record Entry(CastingSheet Sheet, Doubling Doubling, Lazy<CastSuggestion> SmallestCast);
}
