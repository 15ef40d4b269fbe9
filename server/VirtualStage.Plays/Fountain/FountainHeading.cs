using VirtualStage.Plays.Composition;

namespace VirtualStage.Plays.Fountain;

/// <summary>A section (<c># ACT III</c>) or scene heading (<c>.A hall</c>), with the number it may fix (<c>#3.1#</c>).</summary>
/// <param name="Depth">How many # a section has; 0 for a scene heading.</param>
internal sealed record FountainHeading(int Depth, string Title, string? Number)
{
    public static FountainHeading? Parse(string line)
    {
        var isSection = FountainSigns.IsSection(line);
        if (!isSection && !FountainSigns.IsSceneHeading(line))
        {
            return null;
        }

        var title = line.TrimStart('#');
        var depth = line.Length - title.Length;
        title = title.TrimEnd();
        string? number = null;
        if (title.EndsWith('#') && title.LastIndexOf('#', title.Length - 2) is var open and > 0)
        {
            number = title[(open + 1)..^1].Trim();
            title = title[..open];
        }

        title = isSection ? title : title.TrimStart('.');
        return new FountainHeading(depth, Words.Fold(FountainText.Plain(title)), number);
    }

    /// <exception cref="PlayFormatException">The number cannot be part of an id.</exception>
    public DivisionDraft ToDraft(Place place, PlayComposer composer)
    {
        if (Number is not null && !IsId(Number))
        {
            throw composer.Error(place, $"#{Number}# is no number such as #3.1#.");
        }

        var words = Headings.Parse(Title);
        return new DivisionDraft(words?.Kind ?? (Depth == 0 ? DivisionKind.Scene : null), place)
        {
            Title = Title,
            FixedId = Number,
            HeadingNumber = words?.Number,
        };
    }

    private static bool IsId(string number) =>
        number.Length <= 40 && number.Split('.').All(part => part.Length > 0 && part.All(IsIdCharacter));

    private static bool IsIdCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '-';
}
