using System.Text.RegularExpressions;

namespace VirtualStage.Plays.Presence;

/// <summary>A word of a direction, or a comma.</summary>
internal readonly record struct Word(string Text, string Key)
{
    public bool IsComma => Text == ",";

    public bool IsCapital => char.IsUpper(Text[0]);

    public bool IsCapitals => Text.Length > 1 && IsCapital && !Text.Any(char.IsLower);

    public bool IsPossessive => Text.EndsWith('\'') || Text.EndsWith('’') || Key.EndsWith("'S", StringComparison.Ordinal) || Key.EndsWith("’S", StringComparison.Ordinal);
}

/// <summary>The words by which directions say that somebody comes or goes, and how a direction falls into clauses.</summary>
internal static partial class DirectionWords
{
    public static readonly HashSet<string> Separators = Names.Set("AND & WITH MEETING LEADING BRINGING CARRYING DRIVING DRAGGING BY THEN IN UND MIT SOWIE");
    public static readonly HashSet<string> Fillers = Names.Set(
        "THE A AN HIS HER THEIR SOME OTHER OTHERS ANOTHER CERTAIN DIVERS SEVERAL ALL ALSO BOTH OR OLD YOUNG HIM THEM DER DIE DAS EIN EINE DEN DEM");
    public static readonly HashSet<string> Prepositions = Names.Set(
        "TO AT ON UPON OF FROM FOR BEHIND BESIDE BEFORE NEAR TOWARDS UNDER OVER ABOVE BELOW INTO LIKE AS ARMED SEVERALLY WITHOUT WITHIN ZU AUF AN");
    public static readonly HashSet<string> Things = Names.Set("CORPSE BODY BODIES HEAD HEADS BIER COFFIN FLOURISH ALARUM ALARUMS DRUM DRUMS COLOURS TORCHES TRUMPETS");

    /// <summary>What is longer is read to here only.</summary>
    private const int LongestDirection = 4000;

    private static readonly HashSet<string> _enter = Names.Set("ENTER RE-ENTER REENTER");
    private static readonly HashSet<string> _enters = Names.Set("ENTERS RE-ENTERS APPEARS APPEAR ARRIVES ARRIVE RETURNS RETURN KOMMT KOMMEN KÖMMT HEREIN");
    private static readonly HashSet<string> _exit = Names.Set("EXIT EXEUNT");
    private static readonly HashSet<string> _exits = Names.Set("EXITS VANISH VANISHES ESCAPES ESCAPE FLEES FLEE FLIES DEPARTS DEPART WITHDRAW WITHDRAWS ABGEHEND");
    private static readonly HashSet<string> _ways = Names.Set("OUT OFF AWAY");
    private static readonly HashSet<string> _going = Names.Set("GOES GO RUNS RUN WALKS WALK CARRIED DRIVEN BORNE LED TAKEN STORMS");
    private static readonly HashSet<string> _stage = Names.Set("STAGE SCENE ROOM");
    private static readonly HashSet<string> _coming = Names.Set("COMES COME RUNS RUN WALKS WALK");
    private static readonly HashSet<string> _treads = Names.Set("TRITT TRETEN");
    private static readonly HashSet<string> _onwards = Names.Set("AUF EIN HEREIN");
    private static readonly HashSet<string> _goesGerman = Names.Set("GEHT GEHEN TRITT TRETEN EILT EILEN");

    /// <summary>How a clause says that somebody comes or goes.</summary>
    internal enum Verb
    {
        None,
        Enter,
        Enters,
        Exit,
        Exits,
    }

    /// <summary>Sentences and their parts, without what is quoted or said of somebody; a part may go on from the one before.</summary>
    public static IEnumerable<(string Text, bool GoesOn)> Clauses(string direction)
    {
        direction = direction.Length > LongestDirection ? direction[..LongestDirection] : direction;
        var text = Quoted().Replace(direction.Replace("&c.", "&c", StringComparison.Ordinal).Replace('_', ' '), " ");
        foreach (var sentence in SentenceEnd().Split(Relative().Replace(text, " ")))
        {
            var goesOn = false;
            foreach (var clause in ClauseEnd().Split(sentence).Where(clause => !string.IsNullOrWhiteSpace(clause)))
            {
                yield return (clause, goesOn);
                goesOn = true;
            }
        }
    }

    public static Word[] Words(string clause) => [.. Token().Matches(clause).Select(match => new Word(match.Value, match.Value.ToUpperInvariant()))];

    /// <summary>The first verb of a clause, and where it begins and ends.</summary>
    public static Verb FindVerb(Word[] words, out int from, out int until)
    {
        for (from = 0; from < words.Length; from++)
        {
            until = from + 1;
            var word = words[from].Key;
            var next = until < words.Length ? words[until].Key : "";
            if (_enter.Contains(word))
            {
                return Verb.Enter;
            }

            if (_exit.Contains(word))
            {
                return Verb.Exit;
            }

            if (_enters.Contains(word))
            {
                return Verb.Enters;
            }

            if (_exits.Contains(word) || (word == "AB" && from == words.Length - 1) || (word is "LEAVE" or "LEAVES" && IsIntransitive(words, until)))
            {
                return Verb.Exits;
            }

            if ((_coming.Contains(word) && next == "IN") || (_treads.Contains(word) && words[until..].Any(after => _onwards.Contains(after.Key))))
            {
                until++;
                return Verb.Enters;
            }

            if ((_going.Contains(word) && _ways.Contains(next)) || (_goesGerman.Contains(word) && words[until..].Any(after => after.Key == "AB")))
            {
                until++;
                return Verb.Exits;
            }
        }

        until = from;
        return Verb.None;
    }

    private static bool IsIntransitive(Word[] words, int at) =>
        at >= words.Length || words[at].IsComma || words[at].Key is "WITH" or "TOGETHER" or "BY" or "THROUGH" or "AND"
        || (words[at].Key == "THE" && at + 1 < words.Length && _stage.Contains(words[at + 1].Key));

    [GeneratedRegex(@"[\p{L}\p{N}](?:[\p{L}\p{N}'’-]*[\p{L}\p{N}'’])?|&|,")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?<!\b(?:Mr|Mrs|Ms|Dr|St|Sr|Jr|Mme|Mlle))[.!?:]['’""”]?(?:\s+|$)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@";|,?\s+\b(?=then,?\s(?:re-?)?enter\b)", RegexOptions.IgnoreCase)]
    private static partial Regex ClauseEnd();

    [GeneratedRegex(@"\b(?:which|who|whom|whose|where|when|while)\b[^,;.]*", RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    [GeneratedRegex(@"(?<=^|[\s(])(?:'[^']*'(?=[\s.,;!?)-]|$)|""[^""]*""|“[^”]*”|‘[^’]*’)")]
    private static partial Regex Quoted();
}
