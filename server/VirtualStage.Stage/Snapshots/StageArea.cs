namespace VirtualStage.Stage.Snapshots;

/// <summary>Where on the stage somebody is, as far as being seen goes.</summary>
internal enum StageArea : byte
{
    /// <summary>On the stage, in everybody's sight.</summary>
    Stage,

    LeftWing,

    RightWing,

    /// <summary>Behind the stage.</summary>
    Back,
}
