namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Makes foreign text fit into an error message.</summary>
internal static class Clip
{
    private const int Longest = 60;

    public static string Short(string text)
    {
        var clean = new string([.. text.Take(Longest + 1).Select(letter => char.IsControl(letter) ? ' ' : letter)]);
        return clean.Length > Longest ? clean[..Longest] + "…" : clean;
    }
}
