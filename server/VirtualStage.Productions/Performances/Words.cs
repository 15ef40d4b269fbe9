using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Performances;

public sealed partial class Performance
{
    /// <summary>Why a group failed.</summary>
    internal static string MemberFailed(string member, string reason) =>
        $"cue {member} failed: {reason}" is { Length: > MaxReason } words ? words[..MaxReason] : $"cue {member} failed: {reason}";

    private static string Words(ShowState state) => state switch
    {
        ShowState.Preset => "in preset",
        ShowState.HouseOpen => "before its beginning, with the house open",
        ShowState.Beginners => "before its beginning, with beginners called",
        ShowState.Running => "running",
        ShowState.Held => "held",
        ShowState.Interval => "in its interval",
        ShowState.CurtainCall => "at its curtain call",
        _ => "closed",
    };

    private static string Words(ShowTrigger trigger) => trigger switch
    {
        ShowTrigger.OpenHouse => "opening the house",
        ShowTrigger.CallBeginners => "calling beginners",
        ShowTrigger.Start => "starting",
        ShowTrigger.Hold => "a hold",
        ShowTrigger.Resume => "going on",
        ShowTrigger.TakeInterval => "an interval",
        ShowTrigger.EndInterval => "ending the interval",
        ShowTrigger.TakeCurtainCall => "the curtain call",
        ShowTrigger.Close => "closing",
        _ => "a panic",
    };
}
