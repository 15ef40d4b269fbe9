namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>The end of an error message: what to write instead.</summary>
internal static class Suggest
{
    private const int MostListed = 12;

    /// <summary>"did you mean …?", or the names that there are.</summary>
    public static string From(string written, IReadOnlyCollection<string> names, ErrorList errors)
    {
        if (names.Count == 0) return "there is none in this production";
        if (errors.WantsSuggestions && Nearest.Name(written, names) is { } nearest) return $"did you mean '{nearest}'?";
        var listed = string.Join(", ", names.Take(MostListed));
        return names.Count > MostListed ? $"there are {listed} and {names.Count - MostListed} more" : $"there are: {listed}";
    }
}
