namespace VirtualStage.Server.Doors;

/// <summary>What a ticket may allow.</summary>
public static class Scopes
{
    public const string Watch = "watch";
    public const string Act = "act";
    public const string Perform = "perform";
    public const string Notes = "notes";
    public const string Edit = "edit";
    public const string Call = "call";
    public const string Cast = "cast";
    public const string Moderate = "moderate";

    /// <summary>What somebody gets who signs up for an audition: to be in it, and to read when they are called.</summary>
    public const string Audition = "audition";

    /// <summary>Not a right but a fact: the holder is a program. It may take roles that nobody is on.</summary>
    public const string Bot = "bot";

    /// <summary>Everything that an owner may do.</summary>
    public static readonly string[] Owner = [Watch, Act, Perform, Notes, Edit, Call, Cast, Moderate];

    /// <summary>Scopes with which somebody is an operator and may look at a console.</summary>
    public static readonly string[] Operator = [Notes, Edit, Call, Cast, Moderate];

    /// <summary>True for a name that a ticket may carry.</summary>
    public static bool IsKnown(string scope) => scope is Bot or Audition || Owner.Contains(scope);
}
