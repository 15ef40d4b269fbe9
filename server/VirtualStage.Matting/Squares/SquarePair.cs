using System.Runtime.ExceptionServices;
using VirtualStage.Matting.Sampling;

namespace VirtualStage.Matting.Squares;

/// <summary>
/// Runs both squares of a frame: one after the other, or, where there are two cores, the second on a thread of its own that
/// waits between frames.
/// </summary>
internal sealed class SquarePair : IDisposable
{
    private readonly TimeProvider _time;
    private readonly Thread? _thread;
    private readonly SemaphoreSlim _begin = new(0, 1);
    private readonly SemaphoreSlim _done = new(0, 1);
    private SquareRefiner? _refiner;
    private RefinerInput _input;
    private Region _region;
    private TimeSpan _secondSpent;
    private Exception? _failure;
    private volatile bool _isEnding;

    public SquarePair(int cores, TimeProvider time)
    {
        _time = time;
        if (cores > 1)
        {
            _thread = new Thread(Work) { IsBackground = true, Name = "second square" };
            _thread.Start();
        }
    }

    /// <summary>Refines both squares.</summary>
    /// <returns>How long each took.</returns>
    public (TimeSpan First, TimeSpan Second) Run(SquareRefiner first, SquareRefiner second, in RefinerInput input, in SquareLayout layout)
    {
        if (_thread is not null)
        {
            (_refiner, _input, _region, _failure) = (second, input, layout.Second, null);
            _begin.Release();
        }

        TimeSpan firstSpent;
        try
        {
            var began = _time.GetTimestamp();
            first.Run(input, layout.First);
            firstSpent = _time.GetElapsedTime(began);
        }
        finally
        {
            if (_thread is not null)
            {
                _done.Wait();
            }
        }

        if (_thread is not null)
        {
            if (_failure is { } failure)
            {
                ExceptionDispatchInfo.Throw(failure);
            }

            return (firstSpent, _secondSpent);
        }

        var after = _time.GetTimestamp();
        second.Run(input, layout.Second);
        return (firstSpent, _time.GetElapsedTime(after));
    }

    public void Dispose()
    {
        _isEnding = true;
        if (_thread is not null)
        {
            _begin.Release();
            _thread.Join();
        }

        _begin.Dispose();
        _done.Dispose();
    }

    private void Work()
    {
        while (true)
        {
            _begin.Wait();
            if (_isEnding)
            {
                return;
            }

            try
            {
                var began = _time.GetTimestamp();
                _refiner!.Run(_input, _region);
                _secondSpent = _time.GetElapsedTime(began);
            }
            catch (Exception e)
            {
                _failure = e;
            }

            _done.Release();
        }
    }
}
