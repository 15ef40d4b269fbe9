namespace VirtualStage.Matting.Plates;

/// <summary>Looks how still frames that follow one another are. What was found once stays found, however many more come.</summary>
internal sealed class Steadiness
{
    private const int Cells = PlateFrame.Side * PlateFrame.Side;

    private const float Dark = PlateJudge.Dark;

    /// <summary>How much the brightness of the whole may go up and down, as a part of it.</summary>
    private const float Hunting = 0.06f;

    /// <summary>A cell moves when it changes by so much beside the whole; so much of the picture may.</summary>
    private const float Moves = 0.05f;
    private const float MostMoving = 0.015f;
    private const float CameraMoving = 0.25f;

    private readonly Range[] _beside = new Range[Cells];
    private readonly Range[] _alone = new Range[Cells];
    private Range _brightness;
    private float _first;
    private float _sum;
    private int _count;

    public PlateProblem Problem { get; private set; }

    public void Clear()
    {
        Array.Fill(_beside, new Range());
        Array.Fill(_alone, new Range());
        (_brightness, _first, _sum, _count, Problem) = (new Range(), 0, 0, 0, PlateProblem.None);
    }

    /// <summary>Adds the next frame.</summary>
    /// <returns>What is wrong with all together.</returns>
    public PlateProblem Add(PlateFrame frame)
    {
        _first = _count++ == 0 ? frame.Brightness : _first;
        _brightness.Add(frame.Brightness);
        _sum += frame.Brightness;
        var moving = 0;
        var scale = _first / Math.Max(0.01f, frame.Brightness);
        for (var i = 0; i < Cells; i++)
        {
            // What is white does not get brighter with the rest: beside the whole it seems to move, by itself it does not.
            _alone[i].Add(frame.Small[i]);
            _beside[i].Add(frame.Small[i] * scale);
            moving += Math.Min(_beside[i].Width, _alone[i].Width) > Moves ? 1 : 0;
        }

        var mean = _sum / _count;
        return Problem = mean < Dark ? PlateProblem.None
            : moving > CameraMoving * Cells ? PlateProblem.CameraMoved
            : _brightness.Width > Hunting * mean ? PlateProblem.ExposureHunting
            : moving > MostMoving * Cells ? PlateProblem.Movement
            : PlateProblem.None;
    }

    private struct Range()
    {
        private float _least = float.MaxValue;
        private float _most = float.MinValue;

        public readonly float Width => _most - _least;

        public void Add(float value) => (_least, _most) = (Math.Min(_least, value), Math.Max(_most, value));
    }
}
