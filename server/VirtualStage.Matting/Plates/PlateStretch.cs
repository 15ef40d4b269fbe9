namespace VirtualStage.Matting.Plates;

/// <summary>Which of the frames that were taken make the plate, and what is to be said of that.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many follow one another.</param>
/// <param name="Problem">What is wrong with them; nothing where a part of all was found that is good.</param>
/// <param name="Detail">What was wrong with the others, and which part it is; null where it is all of them.</param>
internal readonly record struct PlateStretch(int First, int Count, PlateProblem Problem, string? Detail)
{
    /// <summary>A part of what was taken is enough from so long on…</summary>
    public const long LeastMs = 1000;

    /// <summary>… with so many frames: a slow camera has no more in the time that somebody stays away.</summary>
    public const int LeastFrames = 5;

    /// <summary>All frames where they are good, else the longest part in which nothing moves and nobody is; else what is wrong.</summary>
    public static PlateStretch Of(IReadOnlyList<PlateFrame> frames)
    {
        if (frames.Count < PlateCapture.Least)
        {
            return new PlateStretch(0, frames.Count, PlateProblem.TooFewFrames, null);
        }

        var steady = new Steadiness();
        steady.Clear();
        foreach (var frame in frames)
        {
            steady.Add(frame);
        }

        var (problem, bodies) = (steady.Problem, frames.Count(frame => frame.HasBody));
        if (problem == PlateProblem.None)
        {
            // Who comes or goes moves: here somebody is in all of them, or something looks like somebody now and then.
            return new PlateStretch(0, frames.Count, 2 * bodies > frames.Count ? PlateProblem.PersonInIt : PlateProblem.None, null);
        }

        var (first, count) = Longest(frames, steady);
        return count == 0
            ? new PlateStretch(0, frames.Count, 2 * bodies > frames.Count ? PlateProblem.PersonInIt : problem, null)
            : new PlateStretch(first, count, PlateProblem.None, DetailOf(frames, first, count, bodies > 0 ? PlateProblem.PersonInIt : problem));
    }

    private static (int First, int Count) Longest(IReadOnlyList<PlateFrame> frames, Steadiness steady)
    {
        var (first, count, longest) = (0, 0, LeastMs - 1);
        for (var from = 0; from < frames.Count && frames[^1].CameMs - frames[from].CameMs > longest; from++)
        {
            steady.Clear();
            var to = from;
            while (to < frames.Count && !frames[to].HasBody && steady.Add(frames[to]) == PlateProblem.None)
            {
                to++;
            }

            if (to - from >= LeastFrames && frames[to - 1].CameMs - frames[from].CameMs is var lasted && lasted > longest)
            {
                (first, count, longest) = (from, to - from, lasted);
            }
        }

        return (first, count);
    }

    private static string DetailOf(IReadOnlyList<PlateFrame> frames, int first, int count, PlateProblem others)
    {
        var seconds = FormattableString.Invariant($"{(frames[first + count - 1].CameMs - frames[first].CameMs) / 1000.0:0.0}");
        var what = others switch
        {
            PlateProblem.PersonInIt => first == 0 ? "somebody came in" : "somebody was in the picture",
            PlateProblem.ExposureHunting => "the camera changed its exposure",
            PlateProblem.CameraMoved => "the camera moved",
            _ => "something moved",
        };
        var where = first == 0 ? "before" : first + count == frames.Count ? "after that" : "between";
        return $"{what}; the {seconds} seconds {where} were used";
    }
}
