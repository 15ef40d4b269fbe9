namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads the sounds.</summary>
/// <param name="errors">Takes what is wrong.</param>
/// <param name="files">The files that came with the sheet; null when none were kept, and every sound is words only.</param>
internal sealed class SoundReader(ErrorList errors, IReadOnlyList<SoundFile>? files)
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

    private SoundFile? File(Placed<string>? path)
    {
        RelativePath.Check(path, errors);
        if (files is null || path is not { } written || !RelativePath.IsInside(written.Value)) return null;
        var file = files.FirstOrDefault(file => file.Path == written.Value);
        if (file is null)
        {
            // A file that was looked for in a folder and could not be read is told already.
            if (!errors.Has(written.Place)) errors.Add(written.Place, $"there is no file '{Clip.Short(written.Value)}'");
        }
        else if (SoundFormat.MediaTypeOf(file.Bytes) is null)
        {
            errors.Add(written.Place, $"'{Clip.Short(written.Value)}' is no sound that browsers play; save it as {SoundFormat.Known}");
        }

        return file;
    }
}
