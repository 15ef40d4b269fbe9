using System.Collections.Concurrent;
using VirtualStage.Matting;

namespace VirtualStage.Server.Performers.Worker;

/// <summary>
/// The matting process: reads what performers send from one pipe, cuts them out, a thread for each, and writes the
/// replies to another. It ends when the theatre does: then its input ends.
/// </summary>
internal sealed class MattingWorker(Stream input, Stream output) : IDisposable
{
    private readonly MattingModels _models = MattingModels.Load();
    private readonly Dictionary<int, PerformerThread> _performers = [];
    private readonly BlockingCollection<(int Performer, byte[] Message)> _replies = new(boundedCapacity: 64);

    /// <summary>Works until the input ends.</summary>
    public async Task Run()
    {
        var writing = Task.Factory.StartNew(WriteReplies, TaskCreationOptions.LongRunning);

        // Says that the networks are loaded; it is nobody's reply.
        _replies.Add((0, []));
        while (await PipeFrames.Read(input) is { } message)
        {
            Take(message);
            message.GiveBack();
        }

        foreach (var performer in _performers.Values)
        {
            performer.Dispose();
        }

        _replies.CompleteAdding();
        await writing;
    }

    public void Dispose()
    {
        _models.Dispose();
        _replies.Dispose();
    }

    private void Take(PipeMessage message)
    {
        if (message.Length == 0)
        {
            if (_performers.Remove(message.Performer, out var gone))
            {
                gone.Dispose();
            }

            return;
        }

        if (!_performers.TryGetValue(message.Performer, out var performer))
        {
            performer = new PerformerThread(_models, reply => _replies.TryAdd((message.Performer, reply), Timeout.Infinite));
            _performers[message.Performer] = performer;
        }

        performer.Take(message.Bytes);
    }

    private void WriteReplies()
    {
        foreach (var (performer, message) in _replies.GetConsumingEnumerable())
        {
            PipeFrames.Write(output, performer, message).AsTask().GetAwaiter().GetResult();
        }
    }
}
