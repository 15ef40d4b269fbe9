using System.Buffers.Binary;

namespace VirtualStage.Productions.Scripts;

/// <summary>Tells by its first bytes what a sound's file is.</summary>
public static class SoundFormat
{
    /// <summary>For people: what a sound may be.</summary>
    internal const string Known = "Ogg (Opus, Vorbis, FLAC), WAV, MP3, FLAC, M4A or WebM";

    private const int OggPageHeader = 28;
    private const int DocTypeWithin = 64;

    /// <summary>The media type of a file that browsers play; null for any other.</summary>
    public static string? MediaTypeOf(ReadOnlySpan<byte> file) => file switch
    {
        _ when file.StartsWith("OggS"u8) && IsSoundInOgg(file) => "audio/ogg",
        _ when file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..].StartsWith("WAVE"u8) => "audio/wav",
        _ when file.StartsWith("fLaC"u8) => "audio/flac",
        _ when file.StartsWith("ID3"u8) || IsMpegFrame(file) => "audio/mpeg",
        _ when file.Length > 12 && file[4..].StartsWith("ftypM4A"u8) => "audio/mp4",
        _ when file.StartsWith<byte>([0x1A, 0x45, 0xDF, 0xA3]) && file[..Math.Min(file.Length, DocTypeWithin)].IndexOf("webm"u8) > 0 => "audio/webm",
        _ => null,
    };

    /// <summary>Ogg holds pictures as well: the first page names the codec, behind its header and one segment's length.</summary>
    private static bool IsSoundInOgg(ReadOnlySpan<byte> file) => file.Length > OggPageHeader && file[OggPageHeader..] is var packet
        && (packet.StartsWith("OpusHead"u8) || packet.StartsWith("\u0001vorbis"u8) || packet.StartsWith("\u007fFLAC"u8));

    /// <summary>Layer III with a bit rate and a sampling rate that exist.</summary>
    private static bool IsMpegFrame(ReadOnlySpan<byte> file) => BinaryPrimitives.TryReadUInt32BigEndian(file, out var header)
        && header >> 21 == 0x7FF
        && (header >> 19 & 3) != 1
        && (header >> 17 & 3) == 1
        && (header >> 12 & 15) is not (0 or 15)
        && (header >> 10 & 3) != 3;
}
