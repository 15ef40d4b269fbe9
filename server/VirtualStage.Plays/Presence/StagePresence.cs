using System.Collections.Frozen;

namespace VirtualStage.Plays.Presence;

/// <summary>
/// Who is on stage at each line of a play, found from its stage directions and speeches. A scene begins with an empty
/// stage and empties it; who speaks is on, unless from within.
/// </summary>
public sealed class StagePresence
{
    private readonly FrozenDictionary<string, int> _indexes;
    private readonly FrozenDictionary<string, IReadOnlyList<Stay>> _scenes;
    private readonly FigureNames _names;

    private StagePresence(IReadOnlyList<string> lines, IReadOnlyList<Stay> stays, FigureNames names)
    {
        Lines = lines;
        Stays = stays;
        _names = names;
        _indexes = lines.Select((id, index) => (id, index)).ToFrozenDictionary(line => line.id, line => line.index);
        _scenes = stays.GroupBy(stay => stay.Scene).ToFrozenDictionary(scene => scene.Key, IReadOnlyList<Stay> (scene) => [.. scene]);
    }

    /// <summary>The ids of all lines in order; <see cref="Stay.From"/> and <see cref="Stay.Until"/> are indexes in it.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Everybody: who speaks first, in order of speaking, then who is only named in directions.</summary>
    public IReadOnlyList<Figure> Figures => _names.Figures;

    /// <summary>Every time on stage, by scene and entrance.</summary>
    public IReadOnlyList<Stay> Stays { get; }

    /// <summary>Every entrance and exit, in order.</summary>
    public IEnumerable<StageMove> Moves => Stays
        .Where(stay => !stay.IsVoice)
        .SelectMany(stay => new[] { (At: stay.From, Move: Entrance(stay)), (At: stay.Until, Move: Exit(stay)) })
        .GroupBy(move => move.Move.Scene)
        .SelectMany(scene => scene.OrderBy(move => move.At).Select(move => move.Move));

    public static StagePresence Of(Play play)
    {
        var names = new FigureNames(play);
        var lines = new List<string>();
        var stays = new List<Stay>();
        foreach (var division in play.AllDivisions.Where(division => division.Items.Count > 0))
        {
            stays.AddRange(new SceneWalk(division, names, lines).Walk());
        }

        return new StagePresence(lines, stays, names);
    }

    /// <summary>The figure that a speaker label, a name of the cast list or a direction means; null where none does.</summary>
    public Figure? Find(string name) => _names.Find(name);

    /// <summary>The names of who is on stage at a line; empty for a line that the play has not.</summary>
    public IReadOnlyList<string> OnAt(string line) =>
        _indexes.TryGetValue(line, out var at)
            ? [.. Stays.Where(stay => stay.From <= at && at < stay.Until && !stay.IsVoice).Select(stay => stay.Who).Distinct()]
            : [];

    /// <summary>The names of who is on stage in a scene at any time, in order of entrance.</summary>
    public IReadOnlyList<string> In(string scene) =>
        [.. StaysIn(scene).Where(stay => !stay.IsVoice).Select(stay => stay.Who).Distinct()];

    /// <summary>Every pair that a scene needs at the same line.</summary>
    public IReadOnlyList<Pairing> TogetherIn(string scene)
    {
        var first = new SortedDictionary<(string, string), int>();
        var stays = StaysIn(scene);
        for (var i = 0; i < stays.Count; i++)
        {
            for (var j = i + 1; j < stays.Count; j++)
            {
                var from = Math.Max(stays[i].From, stays[j].From);
                if (stays[i].Who == stays[j].Who || from >= Math.Min(stays[i].Until, stays[j].Until))
                {
                    continue;
                }

                var pair = string.CompareOrdinal(stays[i].Who, stays[j].Who) < 0
                    ? (stays[i].Who, stays[j].Who)
                    : (stays[j].Who, stays[i].Who);
                first[pair] = first.TryGetValue(pair, out var known) ? Math.Min(known, from) : from;
            }
        }

        return [.. first.Select(pair => new Pairing(pair.Key.Item1, pair.Key.Item2, Lines[pair.Value]))];
    }

    private IReadOnlyList<Stay> StaysIn(string scene) => _scenes.GetValueOrDefault(scene, []);

    private StageMove Entrance(Stay stay) => new(MoveKind.Entrance, stay.Who, stay.Scene, LineIn(stay.Scene, stay.From), stay.Entrance);

    private StageMove Exit(Stay stay) => new(MoveKind.Exit, stay.Who, stay.Scene, LineIn(stay.Scene, stay.Until - 1), stay.Exit);

    private string? LineIn(string scene, int index) =>
        index >= 0 && index < Lines.Count && Lines[index] is var line && line.AsSpan(0, line.LastIndexOf('.')).SequenceEqual(scene)
            ? line
            : null;
}
