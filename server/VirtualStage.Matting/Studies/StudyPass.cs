using OpenCvSharp;
using VirtualStage.Matting.Networks;
using VirtualStage.Matting.Plates;

namespace VirtualStage.Matting.Studies;

/// <summary>One way through the pictures of a study, with what it must remember from one to the next.</summary>
internal sealed class StudyPass(MattingModels models, MattingOptions options, StudyMethod method) : IDisposable
{
    private readonly PerformerMatting _matting = new(models, options);
    private readonly Dictionary<StudyMethod, (float[] Alpha, float[] Truth)> _former = [];
    private string? _plate;
    private int _number;

    public StudyMethod Method { get; } = method;

    public MattedPicture Told { get; } = new();

    public FramePipeline Pipeline => _matting.Pipeline;

    public void Matte(StudyItem item, Mat picture)
    {
        if (!item.IsFollowing)
        {
            _matting.Restart();
        }

        TakePlate(_matting, item, ref _plate);
        Pipeline.Frame.Take(picture.Clone());
        Pipeline.Process(MatteScale.Full, _number++ * 1000L / StudyInput.ClipRate, Told);
    }

    /// <summary>Puts an item's plate into use, where it is another than the one before.</summary>
    public static void TakePlate(PerformerMatting matting, StudyItem item, ref string? plate)
    {
        if (item.Plate == plate)
        {
            return;
        }

        plate = item.Plate;
        matting.DropPlate();
        if (plate is not null)
        {
            // What was taken cannot be taken again: a doubtful plate is used all the same.
            var verdict = matting.UsePlate(File.ReadAllBytes(plate), evenIfDoubtful: true);
            if (!verdict.IsAccepted)
            {
                throw new InvalidDataException($"{plate}: {verdict.Words}; {verdict.ToDo}");
            }
        }
    }

    /// <summary>The alpha of the last picture, 0 to 1; null where a method has none.</summary>
    public unsafe float[]? AlphaOf(StudyMethod method)
    {
        var (width, height) = (Pipeline.Frame.Width, Pipeline.Frame.Height);
        var alpha = new float[width * height];
        using var floats = Mat.FromPixelData(height, width, MatType.CV_32FC1, alpha);
        if (method == StudyMethod.Mask)
        {
            using var mask = Mat.FromPixelData(BodyNetwork.Side, BodyNetwork.Side, MatType.CV_32FC1, Pipeline.Body.Mask.ToArray());
            Cv2.Resize(mask, floats, new Size(width, height));
        }
        else if (method == StudyMethod.PlateDifference)
        {
            if (Pipeline.Keeper.Fitted is not { } plate)
            {
                return null;
            }

            Difference(plate, alpha);
        }
        else
        {
            Pipeline.Alpha.ConvertTo(floats, MatType.CV_32FC1, 1 / 255.0);
        }

        return alpha;
    }

    /// <summary>dtSSD to the picture before; null at the start of a clip, and for stills.</summary>
    public double? FlickerOf(StudyMethod method, float[] alpha, float[] truth, bool isFollowing)
    {
        double? flicker = isFollowing && _former.TryGetValue(method, out var former) && former.Truth.Length == truth.Length
            ? Measures.MatteMeasures.TemporalError(former.Alpha, alpha, former.Truth, truth)
            : null;
        _former[method] = (alpha, truth);
        return flicker;
    }

    public void Dispose() => _matting.Dispose();

    /// <summary>What differs from the aligned plate: nothing up to noise, whole from a clear difference on.</summary>
    private unsafe void Difference(Plate plate, float[] alpha)
    {
        const float nothing = 0.03f;
        const float whole = 0.12f;
        var (frame, room, light) = (Pipeline.Frame, plate.Picture, Pipeline.Keeper.Alignment);
        for (var y = 0; y < frame.Height; y++)
        {
            var shown = new ReadOnlySpan<byte>(frame.Data + ((long)y * frame.Stride), 3 * frame.Width);
            var empty = new ReadOnlySpan<byte>(room.Data + ((long)y * room.Stride), 3 * room.Width);
            for (var x = 0; x < frame.Width; x++)
            {
                var most = 0f;
                for (var c = 0; c < 3; c++)
                {
                    most = Math.Max(most, Math.Abs((shown[(3 * x) + 2 - c] / 255f) - Math.Clamp((light.Gain[c] * empty[(3 * x) + 2 - c] / 255f) + light.Offset[c], 0, 1)));
                }

                alpha[(y * frame.Width) + x] = Math.Clamp((most - nothing) / (whole - nothing), 0, 1);
            }
        }
    }
}
