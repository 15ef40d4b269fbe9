namespace VirtualStage.House;

/// <summary>Which frames somebody wants who follows the stage track.</summary>
public enum HouseWish
{
    /// <summary>Those of the half layer: who is behind goes on at the newest keyframe.</summary>
    Half,

    /// <summary>Those of both layers while the house is not strained: who is behind goes on at the newest keyframe.</summary>
    Full,

    /// <summary>Every one that is kept, however late, as who records does. Its line is what holds it back: nothing is acknowledged.</summary>
    Every,
}
