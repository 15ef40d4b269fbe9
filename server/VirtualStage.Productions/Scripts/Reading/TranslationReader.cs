using System.Runtime.CompilerServices;
using System.Text;
using VirtualStage.Plays;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads the translations that a sheet names, and holds them against the text.</summary>
/// <param name="errors">Takes what is wrong, in the sheet and in the translations' files.</param>
/// <param name="files">The files that came with the sheet; null when none were kept, and nothing is translated.</param>
/// <param name="whole">The play with everything that is cut: a translation may be of more than is played. Null where it could not be read.</param>
internal sealed class TranslationReader(ErrorList errors, IReadOnlyList<ProductionFile>? files, Play? whole)
{
    private const int Most = 40;
    private const int LongestText = 1000;

    // An edit reads the sheet anew, of the same files.
    private static readonly ConditionalWeakTable<byte[], Parsed> _parsed = [];
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static Dictionary<string, string> Nothing => [];

    /// <param name="roles">The names that there are; null when those in the files are not held against them: after an edit.</param>
    /// <param name="sounds">The same of sounds.</param>
    public IReadOnlyList<Translation> Read(Fields sheet, Names? roles, Names? sounds)
    {
        var named = sheet.Named("translations");
        if (named.Count > Most) errors.Add(sheet.PlaceOf("translations"), $"there are more than {Most} translations");
        var translations = new List<Translation>();
        foreach (var (key, node) in named.Take(Most))
        {
            LanguageTag.Check(key.Value, key.Place, errors);
            var fields = new Fields(node, SheetKeys.Translation, errors);
            var name = fields.Text("name") ?? key.Value;
            if (SheetFiles.Find(fields.PlacedText("file"), files, errors) is not var (file, _)) continue;
            var own = new ErrorList(file.Path);
            translations.Add(Read(key.Value, name, file, own, roles, sounds));
            errors.Include(own);
        }

        return translations;
    }

    private Translation Read(string language, string name, ProductionFile file, ErrorList own, Names? roles, Names? sounds)
    {
        var parsed = _parsed.GetValue(file.Bytes, Parse);
        parsed.TellProblems(own);
        if (parsed.Root is null) return new Translation(language, name, Nothing, Nothing, Nothing, []);
        var lines = whole is null ? null : new SheetLines(whole, whole, own);
        var fields = new Fields(parsed.Root, SheetKeys.TranslationFile, own);
        return new Translation(
            language,
            name,
            Texts(fields, "lines", own, key => lines?.Find(new Placed<string>(key.Value, key.Place))),
            Texts(fields, "roles", own, key => Check(key, "role", roles, own)),
            Texts(fields, "sounds", own, key => Check(key, "sound", sounds, own)),
            new DescriptionReader(own, lines).Read(fields));
    }

    private static Dictionary<string, string> Texts(Fields fields, string section, ErrorList own, Action<SheetText> check)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in fields.Named(section))
        {
            check(key);
            if (value is not SheetText { IsNull: false } text || string.IsNullOrWhiteSpace(text.Value))
            {
                own.Add(value.Place, $"'{Clip.Short(key.Value)}' is a text, not {value.Kind}; leave it out where nothing is translated");
            }
            else if (text.Value.Length > LongestText)
            {
                own.Add(value.Place, $"'{Clip.Short(key.Value)}' is longer than {LongestText} characters");
            }
            else
            {
                texts[key.Value] = text.Value.Trim();
            }
        }

        return texts;
    }

    private static void Check(SheetText key, string what, Names? names, ErrorList own)
    {
        if (names is not null && !names.All.Contains(key.Value))
        {
            own.Add(key.Place, $"no {what} is called '{Clip.Short(key.Value)}'; {Suggest.From(key.Value, names.All, own)}");
        }
    }

    private static Parsed Parse(byte[] bytes)
    {
        var problems = new ErrorList("");
        try
        {
            return new Parsed(SheetParser.Parse(_utf8.GetString(bytes).TrimStart('\uFEFF'), problems, "a translation maps 'lines:' to texts"), problems.InOrder);
        }
        catch (DecoderFallbackException)
        {
            return new Parsed(null, [new ProductionError("", 0, 0, "this is not UTF-8 text; save it as UTF-8")]);
        }
    }

    private sealed record Parsed(SheetNode? Root, IReadOnlyList<ProductionError> Problems)
    {
        public void TellProblems(ErrorList own)
        {
            foreach (var problem in Problems) own.Add(new Place(problem.Line, problem.Column), problem.Message);
        }
    }
}
