using System.Threading.Channels;

namespace VirtualStage.Bots.Voices;

/// <summary>Lines of the play as understudies say them: spoken ahead of their time by one worker, the newest kept. From any thread.</summary>
internal sealed class SpokenLines
{
    private const int Kept = 96;
    private const int MostWaiting = 32;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Role, string Text), SpokenLine?> _lines = [];
    private readonly Queue<(string Role, string Text)> _order = [];
    private readonly Channel<(string Role, string Text)> _wanted = Channel.CreateBounded<(string, string)>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <summary>A line that is ready; null while it is not, and it is got ready then.</summary>
    public SpokenLine? Find(string role, string text)
    {
        lock (_gate)
        {
            if (_lines.TryGetValue((role, text), out var line))
            {
                return line;
            }

            if (_wanted.Writer.TryWrite((role, text)))
            {
                Keep((role, text));
            }

            return null;
        }
    }

    /// <summary>Speaks what is wanted until it is told to stop.</summary>
    public async Task Work(CancellationToken cancel)
    {
        try
        {
            await foreach (var (role, text) in _wanted.Reader.ReadAllAsync(cancel))
            {
                if (await SpeechProgram.Speak(text, RoleVoice.Of(role), cancel) is { } samples)
                {
                    var line = SpokenLine.Of(samples);
                    lock (_gate)
                    {
                        if (_lines.ContainsKey((role, text)))
                        {
                            _lines[(role, text)] = line;
                        }
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The way to end.
        }
    }

    private void Keep((string, string) key)
    {
        _lines[key] = null;
        _order.Enqueue(key);
        if (_order.Count > Kept)
        {
            _lines.Remove(_order.Dequeue());
        }
    }
}
