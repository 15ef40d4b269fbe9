using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Performances;

/// <summary>Which cue of a sheet is which in the next version of it.</summary>
/// <param name="sheet">The next version.</param>
/// <param name="renumbered">Cues that have another number in it: former numbers and new ones.</param>
internal sealed class CueNumbers(Production sheet, IReadOnlyDictionary<string, string> renumbered)
{
    private readonly HashSet<string> _given = [.. renumbered.Values];

    /// <summary>The cue in the next version; null when it is not in it any more.</summary>
    public Cue? Find(string former) => renumbered.TryGetValue(former, out var number) ? sheet.FindCue(number)
        : _given.Contains(former) ? null
        : sheet.FindCue(former);

    /// <summary>The cue's number from now on; a cue that is gone keeps its former one.</summary>
    public string Of(string former) => Find(former)?.Number ?? former;
}
