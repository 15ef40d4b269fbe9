using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using VirtualStage.Productions.Packing;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Tests.Scripts;

namespace VirtualStage.Productions.Tests.Packing;

/// <summary>Packs as somebody makes them who means no good, beside the ones that are right.</summary>
internal static class Pack
{
    public static readonly byte[] Bell = [.. "RIFF\0\0\0\0WAVEfmt "u8, 1];

    public static ProductionSource Source => TwoHander.Source(TwoHander.With("rain: { description: Rain }", "rain: { description: Rain, file: sounds/rain.wav }"))
        with
    { Files = [new ProductionFile("sounds/rain.wav", Bell)] };

    public static byte[] Right => ProductionPack.Write(Source);

    /// <summary>The files of the right pack, with a manifest that is made of them.</summary>
    public static List<(string Path, byte[] Bytes)> Files =>
    [
        ("production.yaml", Encoding.UTF8.GetBytes(Source.Yaml)),
        (Source.PlayFile, Source.PlayBytes),
        ("sounds/rain.wav", Bell),
    ];

    public static string ManifestOf(
        IEnumerable<(string Path, byte[] Bytes)> files, string id = "door", int version = 1, string format = "virtualstage-production", long? bytes = null) =>
        JsonSerializer.Serialize(new
        {
            format,
            version,
            id,
            title = "Two at the door",
            files = files.Select(file => new
            {
                path = file.Path,
                bytes = bytes ?? file.Bytes.Length,
                sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Bytes)),
            }),
        });

    /// <summary>A zip archive of files, in which a manifest may be any text.</summary>
    public static byte[] Of(string? manifest, IEnumerable<(string Path, byte[] Bytes)> files, int attributes = 0)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            IEnumerable<(string Path, byte[] Bytes)> all = manifest is null ? files : files.Prepend(("manifest.json", Encoding.UTF8.GetBytes(manifest)));
            foreach (var (path, bytes) in all)
            {
                var entry = archive.CreateEntry(path);
                entry.ExternalAttributes = attributes;
                using var content = entry.Open();
                content.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
