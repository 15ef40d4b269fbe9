namespace VirtualStage.Server.Films;

/// <summary>Where a film goes.</summary>
internal abstract record FilmTarget
{
    /// <summary>How it is called where it is spoken of: without a stream's key.</summary>
    public abstract string Name { get; }

    /// <summary>Reads what <c>--to</c> says: an rtmp(s) address, a file whose name ends with .mp4, or else a folder.</summary>
    public static FilmTarget Of(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "rtmp" or "rtmps")
        {
            return new RtmpTarget(url!);
        }

        return Path.GetExtension(text).Equals(".mp4", StringComparison.OrdinalIgnoreCase) ? new Mp4Target(Path.GetFullPath(text)) : new HlsTarget(Path.GetFullPath(text));
    }
}

/// <summary>A folder with a playlist, for players of HTTP Live Streaming (RFC 8216).</summary>
internal sealed record HlsTarget(string Folder) : FilmTarget
{
    /// <summary>What players open.</summary>
    public const string Playlist = "index.m3u8";

    /// <summary>The pictures' own playlist where there is a track of surtitles beside it.</summary>
    public const string Pictures = "pictures.m3u8";
    public const string Surtitles = "surtitles.m3u8";
    public const string Segment = "pictures-%06d.ts";

    public override string Name => Folder;
}

/// <summary>A file.</summary>
internal sealed record Mp4Target(string File) : FilmTarget
{
    public override string Name => File;
}

/// <summary>A service that takes streams.</summary>
internal sealed record RtmpTarget(Uri Address) : FilmTarget
{
    public override string Name => $"{Address.Scheme}://{Address.Authority}";
}
