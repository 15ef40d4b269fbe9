namespace VirtualStage.Matting.Studies;

/// <summary>Ways to a matte.</summary>
public enum StudyMethod
{
    /// <summary>What runs live.</summary>
    Squares,

    /// <summary>The whole picture at once, with the same networks.</summary>
    WholeFrame,

    /// <summary>Without a plate.</summary>
    Lesser,

    /// <summary>The body network alone.</summary>
    Mask,

    /// <summary>What differs from the plate, alone.</summary>
    PlateDifference,
}
