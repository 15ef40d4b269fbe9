using VirtualStage.Matting.Measures;

namespace VirtualStage.Matting.Studies;

/// <summary>What a method came to.</summary>
/// <param name="Pictures">How many pictures have a true alpha.</param>
/// <param name="TemporalError">dtSSD × 100; null for what is no clip.</param>
public sealed record StudyFigures(StudyMethod Method, string Group, int Pictures, MatteMeasures Measures, double? TemporalError)
{
    internal static StudyFigures Of(StudyMethod method, string group, IReadOnlyCollection<MatteMeasures> all, IReadOnlyCollection<double> temporal) => new(
        method,
        group,
        all.Count,
        new MatteMeasures(
            Math.Round(all.Average(one => one.Mad), 3), Math.Round(all.Average(one => one.Mse), 3),
            Math.Round(all.Average(one => one.Grad), 3), Math.Round(all.Average(one => one.BoundaryMad), 3)),
        temporal.Count == 0 ? null : Math.Round(temporal.Average(), 3));
}

/// <summary>How fast it went, from decoding to encoding.</summary>
/// <param name="OneThread">Frames a second of one performer on one thread.</param>
/// <param name="AllThreads">Frames a second in all, with a performer for each core.</param>
/// <param name="Steps">Milliseconds of each step on one thread: in the middle, and 95 of 100.</param>
public sealed record StudySpeed(double OneThread, double AllThreads, int Threads, IReadOnlyList<StudyStep> Steps);

/// <summary>What a step took, in milliseconds.</summary>
public sealed record StudyStep(string Name, double P50, double P95);

/// <summary>What a study found.</summary>
/// <param name="Seam">Mean absolute difference of the two squares to one unsplit region of the same scale, along the seam's band, × 1000; null where nothing was split or compared.</param>
/// <param name="Words">What the pipeline said, with how often.</param>
public sealed record StudyReport(
    int Pictures, IReadOnlyList<StudyFigures> Figures, double? Seam, StudySpeed? Speed, IReadOnlyDictionary<string, int> Words);
