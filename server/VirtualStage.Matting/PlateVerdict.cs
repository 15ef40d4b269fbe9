namespace VirtualStage.Matting;

/// <summary>What a captured plate is worth.</summary>
/// <param name="IsAccepted">It is in use now; a plate that is not leaves the one before in use.</param>
/// <param name="Words">What was found, for the performer.</param>
/// <param name="ToDo">What to do about it; empty when nothing is to be done.</param>
/// <param name="Noise">How much a pixel of the still room flickers: the standard deviation, 0 to 255; 0 for a plate of one picture.</param>
public sealed record PlateVerdict(bool IsAccepted, PlateProblem Problem, string Words, string ToDo, double Noise)
{
    /// <summary>Accepted with nothing to complain about.</summary>
    public bool IsGood => IsAccepted && Problem == PlateProblem.None;
}
