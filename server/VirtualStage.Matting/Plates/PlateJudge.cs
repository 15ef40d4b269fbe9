using VirtualStage.Matting.Networks;

namespace VirtualStage.Matting.Plates;

/// <summary>Says what a plate is worth, in words for the performer.</summary>
internal sealed class PlateJudge(BodyNetwork body)
{
    /// <summary>A room whose average is below this is too dark.</summary>
    public const float Dark = 0.10f;

    private const float Bright = 0.985f;
    private const float MostBright = 0.35f;

    /// <summary>The part of the picture in which a body may be seen that is none: a coat, a picture on the wall.</summary>
    private const float MostBody = 0.012f;

    /// <summary>Whether somebody is seen in a small picture.</summary>
    /// <param name="picture">Of the body network's size: red, green, blue, interleaved.</param>
    public static bool HasBody(BodyNetwork body, ReadOnlySpan<float> picture)
    {
        body.Run(picture);
        var count = 0;
        foreach (var likely in body.Mask)
        {
            count += likely > 0.6f ? 1 : 0;
        }

        return count > MostBody * BodyNetwork.Pixels;
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
            : HasBody(body, plate.Small) ? PlateProblem.PersonInIt
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
}
