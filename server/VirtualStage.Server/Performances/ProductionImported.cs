using System.Text.Json;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Sounds;

namespace VirtualStage.Server.Performances;

/// <summary>
/// A production's files came in, as its journal says so. Sounds stand in it by their hashes, their bytes in the
/// <see cref="SoundStore"/>.
/// </summary>
internal sealed record ProductionImported(string Id, string Yaml, string PlayFile, byte[] PlayBytes, ProductionImported.Sound[]? Sounds)
{
    private const string Name = "production-imported.2";

    /// <summary>From before sounds were kept: the same without <see cref="Sounds"/>, which is how it reads today.</summary>
    private const string WithoutSounds = "production-imported.1";

    internal sealed record Sound(string Path, string Hash);

    public static ProductionImported Of(ProductionSource source) => new(
        source.Id,
        source.Yaml,
        source.PlayFile,
        source.PlayBytes,
        source.Sounds is { } sounds ? [.. sounds.Select(sound => new Sound(sound.Path, sound.Hash))] : null);

    public static ProductionImported Read(NewEntry entry) => entry.Name is Name or WithoutSounds
        ? JsonSerializer.Deserialize<ProductionImported>(entry.Data) ?? throw new InvalidDataException($"the journal's event '{entry.Name}' is empty")
        : throw new InvalidDataException($"the journal holds an event '{entry.Name}' that this version does not know");

    public NewEntry ToEntry() => new(Name, JsonSerializer.Serialize(this), null, null, 0, 0);

    /// <summary>The files again.</summary>
    public ProductionSource ToSource(SoundStore sounds) => new(
        Id,
        Yaml,
        PlayFile,
        PlayBytes,
        Sounds?.Select(sound => new SoundFile(sound.Path, sounds.Find(sound.Hash)
            ?? throw new InvalidDataException($"the data folder lacks the sound '{sound.Path}' of production '{Id}'"))).ToList());
}
