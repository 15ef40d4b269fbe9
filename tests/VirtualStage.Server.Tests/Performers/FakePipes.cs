using System.IO.Pipelines;
using VirtualStage.Server.Performers;

namespace VirtualStage.Server.Tests.Performers;

/// <summary>A process that is the test: the other ends of its pipes.</summary>
internal sealed class FakePipes : IPipedProcess
{
    private readonly Pipe _input = new();
    private readonly Pipe _output = new();
    private readonly TaskCompletionSource<string> _words = new();
    private readonly TaskCompletionSource _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FakePipes()
    {
        Input = _input.Writer.AsStream();
        Output = _output.Reader.AsStream();
        Given = _input.Reader.AsStream(leaveOpen: true);
        Answers = _output.Writer.AsStream(leaveOpen: true);
    }

    public int Id => 1;

    public Stream Input { get; }

    public Stream Output { get; }

    /// <summary>What the theatre wrote.</summary>
    public Stream Given { get; }

    /// <summary>What the theatre will read.</summary>
    public Stream Answers { get; }

    public bool IsKilled => Killed.IsCompleted;

    public Task Killed => _killed.Task;

    public Task<string> LastWords(CancellationToken cancel) => _words.Task.WaitAsync(cancel);

    public void Kill()
    {
        _killed.TrySetResult();
        _output.Writer.Complete();
        _input.Reader.Complete();
    }

    public void Dispose() => Kill();

    public void Die(string words)
    {
        _words.TrySetResult(words);
        _output.Writer.Complete();
    }
}
