using System.Text.RegularExpressions;

namespace VirtualStage.Plays.Presence;

/// <summary>How names are compared: without case, points, brackets, plural and ordinal.</summary>
internal static partial class Names
{
    private static readonly Dictionary<string, int> _ordinals = Table(
        "FIRST 1 SECOND 2 THIRD 3 FOURTH 4 FIFTH 5 SIXTH 6 SEVENTH 7 EIGHTH 8 1ST 1 2ND 2 3RD 3 4TH 4 1 1 2 2 3 3 4 4 5 5 "
        + "ERSTER 1 ERSTE 1 ERSTES 1 ZWEITER 2 ZWEITE 2 ZWEITES 2 DRITTER 3 DRITTE 3 DRITTES 3");

    private static readonly Dictionary<string, int> _numbers = Table(
        "TWO 2 THREE 3 FOUR 4 FIVE 5 SIX 6 SEVEN 7 EIGHT 8 BOTH 2 ZWEI 2 DREI 3 VIER 4");

    private static readonly HashSet<string> _everybody = Set("ALL BOTH OMNES EVERYBODY EVERYONE ALLE BEIDE TUTTI");

    private static readonly HashSet<string> _collectives = Set("ARMY WATCH PEOPLE POWERS CHILDREN TRAIN CROWD COURT VOLK LEUTE");

    private static readonly HashSet<string> _groups = Set(
        "ATTENDANTS CITIZENS COURTIERS DANES GENTLEMEN GUARDS GUESTS KNIGHTS LADIES LORDS MARINERS MASKERS MEN MESSENGERS "
        + "MOURNERS MUSICIANS OFFICERS PEASANTS PLAYERS SAILORS SENATORS SERVANTS SOLDIERS SPIRITS WATCHMEN WOMEN");

    /// <summary>Words that stand before a name and name nobody alone.</summary>
    private static readonly HashSet<string> _titles = Set(
        "KING QUEEN PRINCE PRINCESS LORD LADY FRIAR BROTHER SISTER SIR DUKE DUCHESS EARL COUNT COUNTESS MISTRESS MASTER OLD "
        + "YOUNG CAPTAIN DOCTOR PLAYER GHOST MR MRS MISS SAINT HERR FRAU GRAF ALTER");

    private static readonly HashSet<string> _articles = Set("A AN THE DER DIE DAS EIN EINE");

    /// <summary>The words of a name, upper case, without points and brackets.</summary>
    public static string Key(string name) => string.Join(' ', Word().Matches(name.ToUpperInvariant()).Select(word => word.Value));

    public static string WithoutArticle(string key) =>
        key.IndexOf(' ') is > 0 and var space && _articles.Contains(key[..space]) ? key[(space + 1)..] : key;

    public static bool IsEverybody(string key) => _everybody.Contains(key);

    /// <summary>The place of an ordinal word, from 1; 0 where it is none.</summary>
    public static int Ordinal(string word) => _ordinals.GetValueOrDefault(word);

    public static int Number(string word) => _numbers.GetValueOrDefault(word);

    /// <summary>The key of a label without its ordinal: MURDERER of FIRST MURDERER; null where it has none.</summary>
    public static string? Family(string key) => key.IndexOf(' ') is > 0 and var space && Ordinal(key[..space]) > 0 ? key[(space + 1)..] : null;

    /// <summary>The key's last word in the singular; the key itself where it is no plural.</summary>
    public static string Singular(string key) => key switch
    {
        _ when key.EndsWith("MEN", StringComparison.Ordinal) => key[..^2] + "AN",
        _ when key.EndsWith("IES", StringComparison.Ordinal) => key[..^3] + "Y",
        _ when key.EndsWith("CHES", StringComparison.Ordinal) || key.EndsWith("SSES", StringComparison.Ordinal) => key[..^2],
        _ when key.EndsWith('S') && !key.EndsWith("SS", StringComparison.Ordinal) && !key.EndsWith("US", StringComparison.Ordinal) => key[..^1],
        _ => key,
    };

    public static bool IsTitle(string word) => _titles.Contains(word) || _articles.Contains(word) || Ordinal(word) > 0;

    public static bool IsArticle(string word) => _articles.Contains(word);

    /// <summary>True of a label that means several people, in a play that prints persons' names in capitals or not.</summary>
    public static bool IsGroup(string label, bool personsInCapitals)
    {
        var key = Key(label);
        var last = key[(key.LastIndexOf(' ') + 1)..];
        return _groups.Contains(last) || _collectives.Contains(last)
            || (personsInCapitals && IsPlural(key) && label.Any(char.IsLower));
    }

    /// <summary>True where an unknown name means several people.</summary>
    public static bool IsPlural(string key)
    {
        var last = key[(key.LastIndexOf(' ') + 1)..];
        return _collectives.Contains(last) || Singular(last) != last;
    }

    public static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    private static Dictionary<string, int> Table(string words) =>
        words.Split(' ').Chunk(2).ToDictionary(pair => pair[0], pair => int.Parse(pair[1]), StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’-]*")]
    private static partial Regex Word();
}
