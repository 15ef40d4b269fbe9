using VirtualStage.Plays.Presence;

namespace VirtualStage.Productions.Casting;

/// <summary>How much an actor needs between one role's exit and another one's entrance.</summary>
/// <param name="Lines">Lines of others.</param>
/// <param name="Ms">Milliseconds, reckoned from the words of those lines.</param>
public sealed record ChangeTime(int Lines, int Ms)
{
    /// <summary>Half a minute.</summary>
    public static readonly ChangeTime Usual = new(0, 30_000);
}

/// <summary>Why two roles cannot share an actor.</summary>
public enum ConflictKind
{
    /// <summary>Both are needed at the same line.</summary>
    Together,

    /// <summary>One comes on before there was time to change from the other.</summary>
    NoTimeToChange,
}

/// <summary>Two roles that cannot share an actor.</summary>
/// <param name="Line">The first line of which it is true: with both, or the one that the change would be for.</param>
/// <param name="GapLines">Lines between exit and entrance; 0 for together.</param>
/// <param name="GapMs">Milliseconds between them; 0 for together.</param>
public sealed record Conflict(
    string One, string Other, ConflictKind Kind, string Scene, string Line, int GapLines, int GapMs);

/// <summary>The doubling matrix: which roles can share an actor, and why others cannot.</summary>
public sealed class Doubling
{
    private readonly Dictionary<(string, string), Conflict> _conflicts = [];
    private readonly CastingSheet _sheet;
    private readonly ChangeTime _change;

    public Doubling(CastingSheet sheet, ChangeTime change)
    {
        (_sheet, _change) = (sheet, change);
        for (var i = 0; i < sheet.Parts.Count; i++)
        {
            for (var j = i + 1; j < sheet.Parts.Count; j++)
            {
                if (ConflictOf(sheet.Parts[i], sheet.Parts[j]) is { } conflict)
                {
                    _conflicts[(conflict.One, conflict.Other)] = conflict;
                }
            }
        }
    }

    /// <summary>Every pair that cannot share an actor, in the order of the roles.</summary>
    public IEnumerable<Conflict> Conflicts => _conflicts.Values;

    /// <summary>Why two roles cannot share an actor; null when they can.</summary>
    public Conflict? Between(string one, string other) =>
        _conflicts.GetValueOrDefault((one, other)) ?? _conflicts.GetValueOrDefault((other, one));

    /// <summary>What is wrong with actors who are to play several roles each; empty when all of them can.</summary>
    public IEnumerable<Conflict> Check(IEnumerable<IReadOnlyList<string>> actors) =>
        from roles in actors
        from i in Enumerable.Range(0, roles.Count)
        from other in roles.Skip(i + 1)
        let conflict = Between(roles[i], other)
        where conflict is not null
        select conflict;

    private Conflict? ConflictOf(Part one, Part other)
    {
        Conflict? tight = null;
        foreach (var stay in one.Stays)
        {
            foreach (var met in other.Stays)
            {
                var from = Math.Max(stay.From, met.From);
                if (from < Math.Min(stay.Until, met.Until))
                {
                    return Of(ConflictKind.Together, from, 0, 0);
                }

                tight ??= ChangeOf(stay, met) ?? ChangeOf(met, stay);
            }
        }

        return tight;

        Conflict? ChangeOf(Stay exit, Stay entrance)
        {
            if (entrance.From < exit.Until || exit.From == exit.Until || entrance.From == entrance.Until)
            {
                return null;
            }

            var lines = entrance.From - exit.Until;
            var ms = _sheet.StartMs(entrance.From) - _sheet.StartMs(exit.Until);
            return lines < _change.Lines || ms < _change.Ms ? Of(ConflictKind.NoTimeToChange, entrance.From, lines, ms) : null;
        }

        Conflict Of(ConflictKind kind, int line, int lines, int ms)
        {
            var id = _sheet.Lines[line];
            return new Conflict(one.Id, other.Id, kind, id[..id.LastIndexOf('.')], id, lines, ms);
        }
    }
}
