using VirtualStage.Plays;

namespace VirtualStage.Productions.Scripts;

/// <summary>By which labels roles find their speeches.</summary>
internal static class SpeakerLabels
{
    /// <summary>Stands for a speaker that the text leaves out.</summary>
    public const string Unnamed = "";

    /// <summary>The labels of a speech; never none.</summary>
    public static IEnumerable<string> Of(Speech speech) => speech.Speakers.DefaultIfEmpty(Unnamed);
}
