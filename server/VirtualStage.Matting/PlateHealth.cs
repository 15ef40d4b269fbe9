namespace VirtualStage.Matting;

/// <summary>How well the plate fits the pictures that come in.</summary>
public enum PlateHealth
{
    /// <summary>There is no plate: the lesser mode.</summary>
    None,

    /// <summary>It fits.</summary>
    Good,

    /// <summary>Light or camera have changed, and the plate was corrected.</summary>
    Corrected,

    /// <summary>It does not fit, and is being registered anew.</summary>
    Searching,

    /// <summary>It does not fit, and nothing helps: a new plate is needed.</summary>
    Spent,
}
