using OpenCvSharp;

namespace VirtualStage.Matting.Studies;

/// <summary>Measures how fast pictures are matted, from the bytes of a JPEG to those of the results.</summary>
internal sealed class StudyTiming(StudyInput input, MattingModels models, MattingOptions options)
{
    private const int MostPictures = 60;
    private const int LeastFrames = 60;
    private const int WarmUp = 8;

    private readonly List<(StudyItem Item, byte[] Jpeg)> _frames = [];

    public StudySpeed Run(CancellationToken cancel)
    {
        // Of stills the first one, over and over: each has a plate of its own, which no performer changes from frame to frame.
        foreach (var (item, picture) in input.Read().Take(input.IsClip ? MostPictures : 1))
        {
            using (picture)
            {
                Cv2.ImEncode(".jpg", picture, out var jpeg, new ImageEncodingParam(ImwriteFlags.JpegQuality, 90));
                _frames.Add((item, jpeg));
            }
        }

        var steps = new List<MatteSteps>();
        var one = Pass(steps, cancel);
        var threads = Environment.ProcessorCount;
        var times = new TimeSpan[threads];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, i => times[i] = Pass([], cancel));
        var all = times.Max();
        return new StudySpeed(
            Math.Round(Frames / one.TotalSeconds, 1),
            Math.Round(threads * Frames / all.TotalSeconds, 1),
            threads,
            [
                Step("decode", step => step.Decode), Step("mask", step => step.Mask), Step("alignment", step => step.Alignment),
                Step("first square", step => step.FirstSquare), Step("second square", step => step.SecondSquare),
                Step("blend", step => step.Blend), Step("colour", step => step.Colour), Step("encode", step => step.Encode), Step("total", step => step.Total),
            ]);

        StudyStep Step(string name, Func<MatteSteps, double> part)
        {
            double[] sorted = [.. steps.Select(part).Order()];
            return new StudyStep(name, Math.Round(sorted[sorted.Length / 2], 2), Math.Round(sorted[(int)(sorted.Length * 0.95)], 2));
        }
    }

    private int Frames => Math.Max(LeastFrames, _frames.Count);

    /// <summary>Mattes all frames, over and over until there are enough; what makes ready first does not count.</summary>
    private TimeSpan Pass(List<MatteSteps> steps, CancellationToken cancel)
    {
        using var matting = new PerformerMatting(models, options with { RegistersInline = false });
        var (into, plate, spent) = (new MattedPicture(), (string?)null, TimeSpan.Zero);
        for (var i = -WarmUp; i < Frames; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var (item, jpeg) = _frames[(i + WarmUp) % _frames.Count];
            StudyPass.TakePlate(matting, item, ref plate);
            var began = options.Time.GetTimestamp();
            var outcome = matting.Matte(jpeg, (i + WarmUp) * 1000L / StudyInput.ClipRate, into);
            if (!outcome.IsMatted)
            {
                throw new InvalidDataException($"{item.Name}: {outcome.Refusal.Words()}");
            }

            if (i >= 0)
            {
                spent += options.Time.GetElapsedTime(began);
                steps.Add(into.Steps);
            }
        }

        return spent;
    }
}
