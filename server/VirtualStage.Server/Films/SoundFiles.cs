using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Performers;

namespace VirtualStage.Server.Films;

/// <summary>The production's sounds as samples, each decoded once by ffmpeg. One caller at a time.</summary>
/// <param name="fetch">Gives a file by its hash; null where there is none.</param>
/// <param name="startFfmpeg">Starts ffmpeg.</param>
/// <param name="tell">Told what is not heard, and why.</param>
internal sealed class SoundFiles(Func<string, CancellationToken, Task<byte[]?>> fetch, Func<IEnumerable<string>, IPipedProcess> startFfmpeg, Action<string> tell)
{
    /// <summary>As much as the pages allow themselves.</summary>
    private const long MostBytes = 96 << 20;

    private readonly ConcurrentDictionary<string, short[]?> _files = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>The samples of a sound: mono, 48,000 a second; null where it has no file, or none that can be decoded.</summary>
    public short[]? Of(SoundInfo sound) => sound.Hash is { } hash ? _files.GetValueOrDefault(hash) : null;

    /// <summary>Fetches and decodes all that a plan names and is not here yet.</summary>
    public async Task Prepare(StagePlan plan, CancellationToken cancel)
    {
        foreach (var sound in plan.Sounds)
        {
            if (sound.Hash is { } hash && !_files.ContainsKey(hash))
            {
                _files[hash] = await Load(sound, hash, cancel);
            }
        }
    }

    private async Task<short[]?> Load(SoundInfo sound, string hash, CancellationToken cancel)
    {
        var path = Path.Combine(Path.GetTempPath(), $"virtualstage-{Guid.NewGuid():N}");
        try
        {
            if (await fetch(hash, cancel) is not { } file)
            {
                tell($"The sound '{sound.Id}' is not heard: its file cannot be had.");
                return null;
            }

            await File.WriteAllBytesAsync(path, file, cancel);
            return await Decode(sound, path, cancel);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or HttpRequestException)
        {
            tell($"The sound '{sound.Id}' is not heard: {e.Message}");
            return null;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<short[]?> Decode(SoundInfo sound, string path, CancellationToken cancel)
    {
        using var ffmpeg = startFfmpeg(["-nostdin", "-hide_banner", "-loglevel", "error", "-i", $"file:{path}", "-vn", "-f", "s16le", "-ac", "1", "-ar", $"{FilmFormat.SamplesInASecond}", "pipe:1"]);
        using var samples = new MemoryStream();
        var room = new byte[1 << 16];
        for (var read = 1; read > 0;)
        {
            read = await ffmpeg.Output.ReadAsync(room, cancel);
            if ((_bytes += read) > MostBytes)
            {
                _bytes -= samples.Length + read;
                tell($"The sound '{sound.Id}' is not heard: all sounds together are longer than this program keeps.");
                return null;
            }

            samples.Write(room, 0, read);
        }

        return samples.Length > 1
            ? MemoryMarshal.Cast<byte, short>(samples.GetBuffer().AsSpan(0, (int)samples.Length & ~1)).ToArray()
            : throw new InvalidDataException(await ffmpeg.LastWords(cancel));
    }
}
