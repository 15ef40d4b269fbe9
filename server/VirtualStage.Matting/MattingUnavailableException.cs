namespace VirtualStage.Matting;

/// <summary>This machine cannot matte, or a network is missing or not what it should be. The message is for people.</summary>
public sealed class MattingUnavailableException : Exception
{
    public MattingUnavailableException(string message)
        : base(message)
    {
    }

    public MattingUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
