namespace VirtualStage.Plays;

/// <summary>What a play may weigh; far above any real one, and low enough that no file exhausts the server.</summary>
public static class PlayLimits
{
    /// <summary>Largest file, in bytes. Word-by-word TEI of a long play has four million.</summary>
    public const int Bytes = 32 * 1024 * 1024;

    /// <summary>Longest line of a plain text or Fountain file, in characters.</summary>
    public const int LineLength = 65_536;

    /// <summary>Most lines of a plain text or Fountain file.</summary>
    public const int SourceLines = 500_000;

    /// <summary>Longest tag of an XML file, in bytes: the parser's time grows with the square of it.</summary>
    public const int TagLength = 65_536;

    /// <summary>Deepest nesting of elements in an XML file.</summary>
    public const int Depth = 200;

    /// <summary>Most divisions, speeches, lines, stage directions and cast entries together.</summary>
    public const int Items = 200_000;
}
