using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Companies;

/// <summary>Names that a message can be sent to and a person can belong to.</summary>
public static class CompanyDepartments
{
    /// <summary>Everybody who has or covers a role belongs to it by that.</summary>
    public const string Cast = "Cast";

    /// <summary>Those that run cues: people are put into them.</summary>
    public static readonly IReadOnlyList<string> OfCues = Enum.GetNames<Department>();

    public static readonly IReadOnlyList<string> All = [.. OfCues, Cast];
}
