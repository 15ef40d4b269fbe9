using VirtualStage.Contracts.Stage;

namespace VirtualStage.Server.Films;

/// <summary>The production's sounds as samples. From any thread.</summary>
internal interface ISoundShelf
{
    /// <summary>How many there are; it grows when another one comes.</summary>
    int Count { get; }

    /// <summary>The samples of a sound: mono, 48,000 a second; null where it is not there, or has no file.</summary>
    short[]? Of(SoundInfo sound);
}
