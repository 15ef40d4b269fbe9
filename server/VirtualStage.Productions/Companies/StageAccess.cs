namespace VirtualStage.Productions.Companies;

/// <summary>
/// Whether a company lets somebody on a performance's stage. Whether the role is theirs, the performance says; programs are
/// let in by it alone.
/// </summary>
public static class StageAccess
{
    /// <param name="reads">The role that they would read; null for who plays.</param>
    /// <param name="audienceIsIn">True while anybody may watch.</param>
    /// <returns>Why not; null when they may.</returns>
    public static string? Refuse(CompanyState company, string performance, string person, string? reads, bool audienceIsIn)
    {
        var run = company.RunOf(performance);
        return company switch
        {
            _ when company.Bans.TryGetValue(person, out var ban) => Words("you are kept out of this theatre", ban.Reason),
            _ when company.Removed.Contains(person) => "you are not of this company any more",
            _ when run.Ejected.TryGetValue(person, out var why) => Words("you were shown off this stage", why),
            _ when reads is null => null,
            _ when company.ReadingOf(person) != reads => "nobody calls you to read this role now",
            _ when run.IsLocked => "the stage is locked: nobody but the cast steps on it",
            _ when audienceIsIn => "the audience is in: nobody reads on the stage now",
            _ => null,
        };
    }

    private static string Words(string what, string reason) => reason.Length > 0 ? $"{what}: {reason}" : what;
}
