namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>A path as a sheet may write it: inside the production's folder, with forward slashes.</summary>
internal static class RelativePath
{
    /// <summary>Adds an error for a path that leads out of the folder.</summary>
    public static void Check(Placed<string>? path, ErrorList errors)
    {
        if (path is { } written && !IsInside(written.Value))
        {
            errors.Add(written.Place, $"'{Clip.Short(written.Value)}' leads out of the production's folder; name a file inside it, such as sounds/bell.ogg");
        }
    }

    public static bool IsInside(string path) =>
        path.IndexOfAny(['\\', ':', '\0']) < 0 &&
        path.Split('/').All(part => part.Length > 0 && part is not ("." or ".."));
}
