namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads the sounds.</summary>
/// <param name="errors">Takes what is wrong.</param>
/// <param name="files">The files that came with the sheet; null when none were kept, and every sound is words only.</param>
internal sealed class SoundReader(ErrorList errors, IReadOnlyList<ProductionFile>? files)
{
    private const double Quietest = -60;
    private const double Loudest = 12;

    public Names Names { get; } = new("sound", errors);

    public IReadOnlyList<Sound> Read(Fields sheet) =>
        [.. Names.Define(sheet.Named("sounds")).Select(entry => Read(entry.Name, entry.Value))];

    private Sound Read(string name, SheetNode node)
    {
        var sound = new Fields(node, SheetKeys.Sound, errors);
        return new Sound(
            name,
            sound.Text("description") ?? "",
            File(sound.PlacedText("file")),
            sound.Truth("loop", missing: false),
            sound.Number("gain", Quietest, Loudest));
    }

    private ProductionFile? File(Placed<string>? path)
    {
        if (SheetFiles.Find(path, files, errors) is not var (file, place)) return null;
        if (SoundFormat.MediaTypeOf(file.Bytes) is null)
        {
            errors.Add(place, $"'{Clip.Short(file.Path)}' is no sound that browsers play; save it as {SoundFormat.Known}");
        }

        return file;
    }
}
