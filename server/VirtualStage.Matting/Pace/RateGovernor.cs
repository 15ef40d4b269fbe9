namespace VirtualStage.Matting.Pace;

/// <summary>
/// Keeps the work of a performer within the time that there is: it lowers the rate first, then the size, says so, and goes
/// back up when there is time again. It keeps no frames. Pure but for the clock that it is given.
/// </summary>
public sealed class RateGovernor
{
    /// <param name="time">The clock by which frames come and go.</param>
    /// <param name="share">The part of one core's time that may be spent.</param>
    public RateGovernor(TimeProvider time, double share = 0.9) => throw new NotImplementedException();

    /// <summary>Frames a second that are matted now, at most.</summary>
    public double FramesPerSecond { get; }

    public MatteScale Scale { get; }

    /// <summary>What is lowered, for performer and console; empty when nothing is.</summary>
    public string Words => "";

    /// <summary>Whether the frame that is there now is to be matted; one that is not is left out.</summary>
    public bool Take() => throw new NotImplementedException();

    /// <summary>Tells how long a frame that was taken has taken.</summary>
    public void Done(TimeSpan spent) => throw new NotImplementedException();
}
