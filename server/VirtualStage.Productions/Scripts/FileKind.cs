using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Scripts;

/// <summary>What a file that the sheet names is for, and how large such files may be.</summary>
/// <param name="Words">For people: several of them.</param>
/// <param name="Largest">Most bytes of one.</param>
/// <param name="LargestTogether">Most bytes of a production's together.</param>
public sealed record FileKind(string Words, int Largest, int LargestTogether)
{
    public static readonly FileKind Sound = new("sounds", 16 << 20, 64 << 20);

    public static readonly FileKind Model = new("models", ModelInfo.MaxBytes, 24 << 20);

    public static readonly FileKind Translation = new("translations", 2 << 20, 4 << 20);

    /// <summary>Most bytes of all files that a sheet names.</summary>
    public static readonly int LargestOfAll = Sound.LargestTogether + Model.LargestTogether + Translation.LargestTogether;
}
