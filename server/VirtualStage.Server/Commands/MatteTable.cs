using VirtualStage.Matting.Studies;

namespace VirtualStage.Server.Commands;

/// <summary>What a study of mattes found, for people.</summary>
internal static class MatteTable
{
    public static string Of(StudyReport report) => string.Join(Environment.NewLine,
    [
        $"{report.Pictures} pictures",
        .. report.Words.Where(pair => pair.Key.Length > 0).OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value} of them: {pair.Key}"),
        .. Quality(report),
        .. report.Seam is { } seam ? [$"seam: {seam:0.00} ×10⁻³ from one region that is not split"] : Array.Empty<string>(),
        .. report.Speed is { } speed ? Speed(speed) : [],
    ]);

    private static string[] Quality(StudyReport report) => report.Figures.Count == 0 ? [] :
    [
        "",
        "                            pictures      MAD      MSE     Grad     bMAD   dtSSD",
        .. report.Figures.Select(row =>
            $"{NameOf(row.Method),-18} {row.Group,-8} {row.Pictures,9} {row.Measures.Mad,8:0.00} {row.Measures.Mse,8:0.00} "
            + $"{row.Measures.Grad,8:0.00} {row.Measures.BoundaryMad,8:0.0} {(row.TemporalError is { } flicker ? $"{flicker,7:0.00}" : "      –")}"),
    ];

    private static string[] Speed(StudySpeed speed) =>
    [
        "",
        $"{speed.OneThread:0.0} frames/s on one thread, {speed.AllThreads:0.0} in all on {speed.Threads}",
        "ms                  p50      p95",
        .. speed.Steps.Select(step => $"{step.Name,-14} {step.P50,8:0.00} {step.P95,8:0.00}"),
    ];

    private static string NameOf(StudyMethod method) => method switch
    {
        StudyMethod.Squares => "as it runs live",
        StudyMethod.WholeFrame => "whole picture",
        StudyMethod.Lesser => "without a plate",
        StudyMethod.Mask => "body mask alone",
        StudyMethod.PlateDifference => "plate alone",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, null),
    };
}
