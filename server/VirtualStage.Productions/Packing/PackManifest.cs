namespace VirtualStage.Productions.Packing;

/// <summary>The first file of a pack: what the others are.</summary>
/// <param name="Format">Always <see cref="ThisFormat"/>.</param>
/// <param name="Version">The format's version.</param>
/// <param name="Id">The production's id.</param>
/// <param name="Title">What the playbill says; for people who look into the file.</param>
/// <param name="Files">Every other file of the pack.</param>
internal sealed record PackManifest(
    string Format, int Version, string Id, string Title, IReadOnlyList<PackedFile> Files)
{
    public const string Name = "manifest.json";
    public const string ThisFormat = "virtualstage-production";
    public const int ThisVersion = 1;
}

/// <summary>A file of a pack.</summary>
/// <param name="Path">Inside the production's folder, with forward slashes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">In 64 small hexadecimal digits.</param>
internal sealed record PackedFile(string Path, long Bytes, string Sha256);
