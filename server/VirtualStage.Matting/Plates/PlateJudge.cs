using OpenCvSharp;
using VirtualStage.Matting.Networks;
using VirtualStage.Matting.Sampling;

namespace VirtualStage.Matting.Plates;

/// <summary>Says what a plate is worth, in words for the performer.</summary>
internal sealed unsafe class PlateJudge(BodyNetwork body)
{
    /// <summary>Side of the small pictures in which movement is looked for.</summary>
    private const int Grid = 96;

    private const float Dark = 0.10f;
    private const float Bright = 0.985f;
    private const float MostBright = 0.35f;

    /// <summary>How much the brightness of the whole may go up and down, as a part of it.</summary>
    private const float Hunting = 0.06f;

    /// <summary>A cell moves when it changes by so much beside the whole; so much of the picture may.</summary>
    private const float Moves = 0.05f;
    private const float MostMoving = 0.015f;
    private const float CameraMoving = 0.25f;

    /// <summary>The part of the picture in which a body may be seen that is none: a coat, a picture on the wall.</summary>
    private const float MostBody = 0.012f;

    /// <summary>Judges frames that were taken one after the other.</summary>
    public static PlateProblem Frames(IReadOnlyList<Mat> frames)
    {
        if (frames.Count < PlateCapture.Least)
        {
            return PlateProblem.TooFewFrames;
        }

        var small = Shrunk(frames);
        var brightness = small.Select(picture => picture.Average()).ToArray();
        var (least, most, mean) = (brightness.Min(), brightness.Max(), brightness.Average());
        var moving = MovingPart(small, brightness);
        return mean < Dark ? PlateProblem.None
            : moving > CameraMoving ? PlateProblem.CameraMoved
            : most - least > Hunting * mean ? PlateProblem.ExposureHunting
            : moving > MostMoving ? PlateProblem.Movement
            : PlateProblem.None;
    }

    /// <summary>Judges the plate itself.</summary>
    public PlateProblem Picture(Plate plate)
    {
        var (sum, bright) = (0f, 0);
        for (var i = 0; i < plate.Small.Length; i += 3)
        {
            var (red, green, blue) = (plate.Small[i], plate.Small[i + 1], plate.Small[i + 2]);
            sum += (red + green + blue) / 3;
            bright += Math.Min(red, Math.Min(green, blue)) > Bright ? 1 : 0;
        }

        return sum / BodyNetwork.Pixels < Dark ? PlateProblem.TooDark
            : bright > MostBright * BodyNetwork.Pixels ? PlateProblem.TooBright
            : BodyPart(plate) > MostBody ? PlateProblem.PersonInIt
            : PlateProblem.None;
    }

    /// <summary>The verdict for a problem.</summary>
    public static PlateVerdict Verdict(PlateProblem problem, double noise, string? detail = null)
    {
        var (isAccepted, words, toDo) = problem switch
        {
            PlateProblem.None => (true, "the picture of the empty room is good", ""),
            PlateProblem.TooFewFrames => (false, $"too few frames came: a plate needs {PlateCapture.Least}", "stay out of the picture for three seconds while it is taken"),
            PlateProblem.TooDark => (false, "the room is too dark", "switch on a lamp that shines into the room, and take it again"),
            PlateProblem.TooBright => (true, "much of the room is overexposed", "turn the camera away from the window or the lamp, and take it again"),
            PlateProblem.ExposureHunting => (false, "the camera was still changing its exposure", "wait some seconds or fix the exposure in the camera's settings, and take it again"),
            PlateProblem.Movement => (false, "something moved in the room", "stop fans and curtains, keep animals out, and take it again"),
            PlateProblem.CameraMoved => (false, "the camera moved", "put it where it stands firmly, and take it again"),
            PlateProblem.PersonInIt => (false, "somebody is in the picture", "step out of the picture, with your shadow, and take it again"),
            PlateProblem.NotAPicture => (false, "the picture of the empty room cannot be read", "use a JPEG or PNG picture"),
            PlateProblem.WrongSize => (false, "the picture of the empty room has a size that frames cannot have", "take it with the camera that takes the frames"),
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, null),
        };
        return new PlateVerdict(isAccepted, problem, detail is null ? words : $"{words}: {detail}", toDo, Math.Round(noise, 2));
    }

    private float BodyPart(Plate plate)
    {
        body.Run(plate.Small);
        var count = 0;
        foreach (var likely in body.Mask)
        {
            count += likely > 0.6f ? 1 : 0;
        }

        return count / (float)BodyNetwork.Pixels;
    }

    private static float[][] Shrunk(IReadOnlyList<Mat> frames)
    {
        using var shrink = new AreaShrink(frames[0].Width);
        var small = new float[frames.Count][];
        for (var i = 0; i < frames.Count; i++)
        {
            small[i] = new float[3 * Grid * Grid];
            fixed (float* target = small[i])
            {
                shrink.Colours((byte*)frames[i].Data, frames[i].Width, frames[i].Height, (int)frames[i].Step(), target, Grid, Grid);
            }
        }

        return small;
    }

    /// <summary>Which part of the picture changes from frame to frame, when what all of it does (exposure) is taken out.</summary>
    private static float MovingPart(float[][] small, float[] brightness)
    {
        var moving = 0;
        for (var i = 0; i < 3 * Grid * Grid; i += 3)
        {
            // What is white does not get brighter with the rest: beside the whole it seems to move, by itself it does not.
            var (beside, alone) = (new Range(), new Range());
            for (var frame = 0; frame < small.Length; frame++)
            {
                var value = (small[frame][i] + small[frame][i + 1] + small[frame][i + 2]) / 3;
                alone.Add(value);
                beside.Add(value * brightness[0] / Math.Max(0.01f, brightness[frame]));
            }

            moving += Math.Min(beside.Width, alone.Width) > Moves ? 1 : 0;
        }

        return moving / (float)(Grid * Grid);
    }

    private struct Range()
    {
        private float _least = float.MaxValue;
        private float _most = float.MinValue;

        public readonly float Width => _most - _least;

        public void Add(float value) => (_least, _most) = (Math.Min(_least, value), Math.Max(_most, value));
    }
}
