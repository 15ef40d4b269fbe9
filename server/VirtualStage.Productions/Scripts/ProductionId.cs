using System.Text.RegularExpressions;

namespace VirtualStage.Productions.Scripts;

/// <summary>Ids that a production may have where it comes in by a file: they are names of folders and parts of addresses.</summary>
public static partial class ProductionId
{
    /// <summary>The rule in words.</summary>
    public const string Rule = "letters, digits, '-' and '_', at most 60, a letter or digit first";

    public static bool IsValid(string id) => Form().IsMatch(id);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
