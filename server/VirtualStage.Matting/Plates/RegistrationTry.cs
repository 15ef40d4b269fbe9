using OpenCvSharp;

namespace VirtualStage.Matting.Plates;

/// <summary>One search for how the camera has moved, on pictures of its own.</summary>
internal sealed class RegistrationTry
{
    private readonly Mat _frame;
    private readonly Mat _plate;
    private readonly byte[] _isBody;
    private readonly Lock _lock = new();
    private bool _isDone;
    private bool _isForgotten;

    public RegistrationTry(Mat frame, Plate plate, byte[] isBody)
    {
        _frame = frame.Clone();
        using var resized = plate.For(frame.Width, frame.Height);
        _plate = resized!.Picture.Mat.Clone();
        _isBody = [.. isBody];
    }

    public bool IsDone
    {
        get
        {
            lock (_lock)
            {
                return _isDone;
            }
        }
    }

    /// <summary>The plate as the camera would see it now; null where nothing was found. It is the taker's.</summary>
    public Plate? Moved { get; private set; }

    /// <summary>How far the picture's middle has moved, in pixels.</summary>
    public double Shift { get; private set; }

    public void Start() => ThreadPool.UnsafeQueueUserWorkItem(static self => self.Run(), this, preferLocal: false);

    public void Run()
    {
        Plate? moved = null;
        try
        {
            using var transform = PlateRegistration.Find(_frame, _plate, _isBody);
            if (transform is not null)
            {
                Shift = ShiftOf(transform);
                using var original = new Plate(_plate.Clone());
                moved = PlateRegistration.Move(original, transform);
            }
        }
        catch (OpenCVException)
        {
            // What cannot be registered stays as it is, and is said by its health.
        }

        _frame.Dispose();
        _plate.Dispose();
        lock (_lock)
        {
            if (_isForgotten)
            {
                moved?.Dispose();
            }
            else
            {
                (Moved, _isDone) = (moved, true);
            }
        }
    }

    /// <summary>Nobody waits for it any more.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _isForgotten = true;
            if (_isDone)
            {
                Moved?.Dispose();
                Moved = null;
            }
        }
    }

    private double ShiftOf(Mat transform)
    {
        var (x, y) = (_frame.Width / 2.0, _frame.Height / 2.0);
        var movedX = (transform.At<double>(0, 0) * x) + (transform.At<double>(0, 1) * y) + transform.At<double>(0, 2) - x;
        var movedY = (transform.At<double>(1, 0) * x) + (transform.At<double>(1, 1) * y) + transform.At<double>(1, 2) - y;
        return Math.Sqrt((movedX * movedX) + (movedY * movedY));
    }
}
