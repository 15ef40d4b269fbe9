namespace VirtualStage.Plays.Presence;

/// <summary>One time on stage, from an entrance to an exit, inside one scene.</summary>
/// <param name="Who">The figure's name.</param>
/// <param name="Scene">The scene's id.</param>
/// <param name="From">The index in <see cref="StagePresence.Lines"/> of the first line with them on.</param>
/// <param name="Until">The index behind the last one; equal to <paramref name="From"/> where nothing is spoken meanwhile.</param>
/// <param name="Entrance">The direction that brings them on; empty where a speech or the scene's beginning does.</param>
/// <param name="Exit">The direction that takes them off; empty where the scene's end does.</param>
/// <param name="IsVoice">Only heard, from within: not on stage.</param>
public sealed record Stay(string Who, string Scene, int From, int Until, string Entrance, string Exit, bool IsVoice = false);

/// <summary>Which way somebody goes.</summary>
public enum MoveKind
{
    Entrance,
    Exit,
}

/// <summary>An entrance or an exit.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Who">The figure's name.</param>
/// <param name="Scene">The scene's id.</param>
/// <param name="Line">
/// Of an entrance the first line of the scene with them on, of an exit the last one before it; null where the scene has none.
/// </param>
/// <param name="Direction">The stage direction; empty where there is none: a speech, the scene's beginning or its end.</param>
public sealed record StageMove(MoveKind Kind, string Who, string Scene, string? Line, string Direction);

/// <summary>Two who are needed at the same line, heard from within or seen.</summary>
/// <param name="Line">The first line of the scene with both.</param>
public sealed record Pairing(string One, string Other, string Line);
