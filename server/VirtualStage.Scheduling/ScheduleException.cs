namespace VirtualStage.Scheduling;

/// <summary>A graph or a schedule that is none, or that cannot be made; the message says why, for people.</summary>
public sealed class ScheduleException(string message) : Exception(message)
{
    internal static void ThrowIf(bool isWrong, string message)
    {
        if (isWrong)
        {
            throw new ScheduleException(message);
        }
    }
}
