using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Scripts.Reading;
using static VirtualStage.Productions.Documents.SheetBuild;

namespace VirtualStage.Productions.FirstDraft;

/// <summary>A cue that has no number yet.</summary>
/// <param name="Series">What its number begins with: LX, B, C, M.</param>
/// <param name="Line">The index of the line that it is called on.</param>
/// <param name="Key">The action's key.</param>
internal sealed record DraftCue(string Series, string Title, int Line, string Key, SheetNode Action)
{
    private const int LongestTitle = 90;

    public double PreWait { get; init; }

    public double Duration { get; init; }

    public ContinueMode Continue { get; init; }

    public SheetMap ToSheet(int number, string line) => Map(
        ("number", Text($"{Series} {number}")),
        ("title", Text(Title.Length > LongestTitle ? Title[..LongestTitle].Trim() + "…" : Title)),
        ("line", Text(line)),
        ("preWait", Seconds(PreWait)),
        ("duration", Seconds(Duration)),
        ("continue", Continue switch
        {
            ContinueMode.AutoContinue => Text("auto-continue"),
            ContinueMode.AutoFollow => Text("auto-follow"),
            _ => null,
        }),
        (Key, Action));

    private static SheetText? Seconds(double seconds) => seconds == 0 ? null : Number(seconds);
}
