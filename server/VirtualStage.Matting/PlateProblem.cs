namespace VirtualStage.Matting;

/// <summary>What is wrong with a plate.</summary>
public enum PlateProblem
{
    None,
    TooFewFrames,
    TooDark,
    TooBright,
    ExposureHunting,
    Movement,
    CameraMoved,
    PersonInIt,
    NotAPicture,
    WrongSize,
}
