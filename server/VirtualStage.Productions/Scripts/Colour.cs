using System.Globalization;

namespace VirtualStage.Productions.Scripts;

/// <summary>A colour in sRGB, eight bits a channel; written "#rrggbb".</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Reads "#rrggbb"; false for anything else.</summary>
    public static bool TryParse(string text, out Colour colour)
    {
        colour = default;
        if (text.Length != 7 || text[0] != '#' ||
            !uint.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
        {
            return false;
        }

        colour = new Colour((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
        return true;
    }

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";
}
