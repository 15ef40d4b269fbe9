namespace VirtualStage.Server.Performers;

/// <summary>The matting process as the theatre sees it: two pipes.</summary>
internal interface IMattingProcess : IDisposable
{
    int Id { get; }

    Stream Input { get; }

    Stream Output { get; }

    /// <summary>What it said when it ended.</summary>
    Task<string> LastWords(CancellationToken cancel);

    void Kill();
}
