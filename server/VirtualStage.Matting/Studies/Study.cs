using OpenCvSharp;
using VirtualStage.Matting.Measures;

namespace VirtualStage.Matting.Studies;

/// <summary>What is asked of a study.</summary>
/// <param name="Out">The folder for alphas and colours; null for none.</param>
/// <param name="Compares">Whether other methods are measured beside the live one.</param>
/// <param name="MeasuresSpeed">Whether frames a second are measured; it takes some seconds.</param>
/// <param name="SquareSide">The side of a square for the network.</param>
public sealed record StudyRequest(string? Out, bool Compares, bool MeasuresSpeed, int SquareSide = 384);

/// <summary>Mattes pictures or clips, and measures how well and how fast.</summary>
public sealed class Study(StudyInput input, MattingModels models, StudyRequest request)
{
    private const string Hard = "_hard";

    private readonly Dictionary<(StudyMethod, string), (List<MatteMeasures> Measures, List<double> Temporal)> _found = [];
    private readonly Dictionary<string, int> _words = [];
    private readonly List<double> _seams = [];

    /// <param name="progress">Called with how many pictures are done.</param>
    /// <exception cref="InvalidDataException">A picture, plate or true alpha cannot be used.</exception>
    public StudyReport Run(Action<int> progress, CancellationToken cancel)
    {
        if (request.Out is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var options = new MattingOptions { RegistersInline = true, SquareSide = request.SquareSide };
        using (var live = new StudyPass(models, options, StudyMethod.Squares))
        using (var whole = request.Compares && models.HasRefinement ? new StudyPass(models, options with { WholeFrame = true }, StudyMethod.WholeFrame) : null)
        using (var lesser = request.Compares ? new StudyPass(models, options, StudyMethod.Lesser) : null)
        {
            var done = 0;
            foreach (var (item, picture) in input.Read())
            {
                using (picture)
                {
                    cancel.ThrowIfCancellationRequested();
                    var truth = item.Truth is null ? null : StudyPictures.Alpha(item.Truth, picture.Width, picture.Height);
                    Matte(live, item, picture, truth);
                    whole?.Matte(item, picture);
                    lesser?.Matte(item with { Plate = null }, picture);
                    Measure(whole, item, truth);
                    Measure(lesser, item, truth);
                    progress(++done);
                }
            }

            if (done == 0)
            {
                throw new InvalidDataException("there is no frame in it that can be read");
            }

            var speed = request.MeasuresSpeed ? new StudyTiming(input, models, options).Run(cancel) : null;
            return new StudyReport(done, Figures(), _seams.Count == 0 ? null : Math.Round(1e3 * _seams.Average(), 3), speed, _words);
        }
    }

    private void Matte(StudyPass live, StudyItem item, Mat picture, float[]? truth)
    {
        live.Matte(item, picture);
        _words[live.Told.Words] = _words.GetValueOrDefault(live.Told.Words) + 1;
        if (request.Out is { } folder)
        {
            StudyPictures.Write(folder, $"{item.Name}_alpha.png", live.Pipeline.Alpha);
            StudyPictures.Write(folder, $"{item.Name}_colour.png", live.Pipeline.Colour);
        }

        Measure(live, item, truth);
        if (request.Compares)
        {
            Measure(live, item, truth, StudyMethod.Mask);
            Measure(live, item, truth, StudyMethod.PlateDifference);
            if (live.Pipeline.SeamError() is { } seam)
            {
                _seams.Add(seam);
            }
        }
    }

    private void Measure(StudyPass? pass, StudyItem item, float[]? truth) => Measure(pass, item, truth, pass?.Method ?? default);

    private void Measure(StudyPass? pass, StudyItem item, float[]? truth, StudyMethod method)
    {
        if (pass is null || truth is null || pass.AlphaOf(method) is not { } alpha)
        {
            return;
        }

        var found = MatteMeasures.Of(alpha, truth, pass.Pipeline.Frame.Width, pass.Pipeline.Frame.Height);
        var temporal = pass.FlickerOf(method, alpha, truth, item.IsFollowing);
        Add((method, "all"));
        if (input.Items.Any(one => one.Name.EndsWith(Hard, StringComparison.Ordinal)))
        {
            Add((method, item.Name.EndsWith(Hard, StringComparison.Ordinal) ? "hard" : "easy"));
        }

        void Add((StudyMethod, string) key)
        {
            if (!_found.TryGetValue(key, out var lists))
            {
                _found[key] = lists = ([], []);
            }

            lists.Measures.Add(found);
            if (temporal is { } flicker)
            {
                lists.Temporal.Add(flicker);
            }
        }
    }

    private StudyFigures[] Figures() =>
        [.. _found.OrderBy(pair => pair.Key).Select(pair => StudyFigures.Of(pair.Key.Item1, pair.Key.Item2, pair.Value.Measures, pair.Value.Temporal))];
}
