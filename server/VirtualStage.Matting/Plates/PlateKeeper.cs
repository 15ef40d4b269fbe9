using VirtualStage.Matting.Frames;
using VirtualStage.Matting.Networks;

namespace VirtualStage.Matting.Plates;

/// <summary>
/// Keeps the plate in use fitting the frames: brings it to their size and light, notices within a second when it does not fit,
/// has it registered beside the frames, and says when nothing helps.
/// </summary>
internal sealed class PlateKeeper(bool registersInline) : IDisposable
{
    /// <summary>Parts of the background that are off: what is well, what is looked into, and what makes the plate of no use.</summary>
    private const float Well = 0.06f;
    private const float Doubtful = 0.10f;
    private const float Useless = 0.30f;

    /// <summary>So long it may be of no use before it is said.</summary>
    private const long PatienceMs = 800;

    private const long BetweenTriesMs = 1500;

    /// <summary>With less background than this the plate cannot be judged.</summary>
    private const float LeastBackground = 0.03f;

    private Plate? _taken;
    private Plate? _fitted;
    private RegistrationTry? _try;
    private long _wellAt;
    private long _triedAt;
    private bool _mayTry = true;
    private bool _isBegun;
    private bool _isMoved;

    public bool HasPlate => _taken is not null;

    /// <summary>The plate at the frames' size; null where it does not fit them at all.</summary>
    public Plate? Fitted { get; private set; }

    public PlateAlignment Alignment { get; } = new();

    public PlateHealth Health { get; private set; }

    /// <summary>There is a plate, of another shape than the frames.</summary>
    public bool IsOfAnotherShape { get; private set; }

    public void Use(Plate? plate)
    {
        DropFitted();
        _taken?.Dispose();
        _taken = plate;
        Health = plate is null ? PlateHealth.None : PlateHealth.Good;
        Reset();
    }

    /// <summary>For another clip with the same plate.</summary>
    public void Reset()
    {
        DropFitted();
        Alignment.Reset();
        _try?.Forget();
        _try = null;
        (_mayTry, _isBegun, _isMoved, IsOfAnotherShape) = (true, false, false, false);
    }

    /// <summary>Has the plate at the frame's size, before anything is asked of it.</summary>
    public void FitTo(FramePicture frame)
    {
        if (_taken is null || (_fitted is { } fitted && fitted.Picture.Width == frame.Width && fitted.Picture.Height == frame.Height))
        {
            return;
        }

        if (_fitted is not null || IsOfAnotherShape)
        {
            Reset();
        }

        _fitted = _taken.For(frame.Width, frame.Height);
        Fitted = _fitted;
        IsOfAnotherShape = _fitted is null;
        Health = _fitted is null ? PlateHealth.Spent : PlateHealth.Good;
    }

    /// <summary>Brings the plate to the light of a frame.</summary>
    public void Align(ReadOnlySpan<float> small, byte[] isBody)
    {
        if (_fitted is not null)
        {
            TakeResult(small, isBody);
            Alignment.Fit(small, _fitted.Small, isBody);
        }
    }

    /// <summary>Judges how the aligned plate fits a frame, and does something about it where it does not.</summary>
    public void Judge(FramePicture frame, ReadOnlySpan<float> small, byte[] isBody, long timeMs)
    {
        if (_fitted is null)
        {
            return;
        }

        // Time that runs backwards is as good as a beginning.
        (_wellAt, _triedAt) = (_isBegun ? Math.Min(_wellAt, timeMs) : timeMs, _isBegun ? Math.Min(_triedAt, timeMs) : timeMs);
        var isFirst = !_isBegun;
        _isBegun = true;
        Alignment.Measure(small, _fitted.Small, isBody);
        if (Alignment.Background < LeastBackground)
        {
            return;
        }

        // At the start, for a plate that is off by a pixel; and when it fitted and does not any more, at once.
        _mayTry |= Alignment.Misfit <= Well || timeMs - _triedAt >= BetweenTriesMs;
        if (isFirst || (Alignment.Misfit > Well && _mayTry))
        {
            Try(frame, isBody, timeMs);
            if (registersInline)
            {
                TakeResult(small, isBody);
                Alignment.Fit(small, _fitted.Small, isBody);
            }
        }

        Conclude(timeMs);
    }

    public void Dispose()
    {
        _try?.Forget();
        DropFitted();
        _taken?.Dispose();
    }

    private void Conclude(long timeMs)
    {
        var misfit = Alignment.Misfit;
        if (misfit <= Doubtful)
        {
            _wellAt = timeMs;
        }

        Fitted = misfit > Useless ? null : _fitted;
        var isLate = timeMs - _wellAt >= PatienceMs;
        Health = misfit <= Doubtful ? _isMoved || Alignment.IsCorrecting ? PlateHealth.Corrected : PlateHealth.Good
            : isLate && _try is null ? PlateHealth.Spent
            : PlateHealth.Searching;
    }

    private void Try(FramePicture frame, byte[] isBody, long timeMs)
    {
        if (_try is not null)
        {
            return;
        }

        (_mayTry, _triedAt) = (false, timeMs);
        // From the plate as it was taken: moved twice it would lose its sharpness and its edges.
        _try = new RegistrationTry(frame.Mat, _taken!, isBody);
        if (registersInline)
        {
            _try.Run();
        }
        else
        {
            _try.Start();
        }
    }

    /// <summary>Takes a plate that was moved, where it fits clearly better.</summary>
    private void TakeResult(ReadOnlySpan<float> small, byte[] isBody)
    {
        if (_try is not { IsDone: true } done)
        {
            return;
        }

        _try = null;
        if (done.Moved is not { } moved)
        {
            return;
        }

        if (moved.Picture.Width == _fitted!.Picture.Width && moved.Picture.Height == _fitted.Picture.Height
            && DistanceOf(moved, small, isBody) < 0.93f * DistanceOf(_fitted, small, isBody))
        {
            DropFitted();
            (_fitted, Fitted) = (moved, moved);
            _isMoved = done.Shift > 1.5;
        }
        else
        {
            moved.Dispose();
        }
    }

    /// <summary>How far the background is from a plate on average, in the best light; outliers count for little.</summary>
    private static float DistanceOf(Plate plate, ReadOnlySpan<float> small, byte[] isBody)
    {
        var light = new PlateAlignment();
        light.Fit(small, plate.Small, isBody);
        var apart = new float[BodyNetwork.Pixels];
        plate.Difference(small, light, apart);
        var (sum, count) = (0f, 1);
        for (var i = 0; i < apart.Length; i++)
        {
            if (isBody[i] == 0)
            {
                sum += Math.Min(apart[i], 0.15f);
                count++;
            }
        }

        return sum / count;
    }

    private void DropFitted()
    {
        _fitted?.Dispose();
        (_fitted, Fitted) = (null, null);
    }
}
