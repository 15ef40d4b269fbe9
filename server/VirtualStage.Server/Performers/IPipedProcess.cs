namespace VirtualStage.Server.Performers;

/// <summary>A process that works for this one through two pipes.</summary>
internal interface IPipedProcess : IDisposable
{
    int Id { get; }

    Stream Input { get; }

    Stream Output { get; }

    /// <summary>What it said when it ended.</summary>
    Task<string> LastWords(CancellationToken cancel);

    void Kill();
}
