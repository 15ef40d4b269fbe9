using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Films;

namespace VirtualStage.Server.Tests.Films;

/// <summary>Sounds that the test put there, by their hash.</summary>
internal sealed class FakeShelf : ISoundShelf
{
    public Dictionary<string, short[]> Files { get; } = [];

    public int Count => Files.Count;

    public short[]? Of(SoundInfo sound) => sound.Hash is { } hash ? Files.GetValueOrDefault(hash) : null;
}
