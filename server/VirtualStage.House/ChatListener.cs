using System.Threading.Channels;

namespace VirtualStage.House;

/// <summary>Somebody who reads the chat, and is told all of it in order. Who does not keep up is let go.</summary>
public sealed class ChatListener
{
    /// <summary>Messages that may wait for the sender: what a newcomer is told at once, and as much again.</summary>
    public const int MostWaiting = 4 * HouseChat.MostLines;

    private readonly Channel<ReadOnlyMemory<byte>> _waiting =
        Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal ChatListener(Chatter? chatter, bool isModerator) => (Chatter, IsModerator) = (chatter, isModerator);

    /// <summary>True for who may remove, mute and clear.</summary>
    public bool IsModerator { get; }

    /// <summary>Completes when more waits than may: they come back to the last lines.</summary>
    public Task LetGo => _letGo.Task;

    /// <summary>Null for who can read alone.</summary>
    internal Chatter? Chatter { get; }

    /// <summary>Completes when there may be something to send; false when nothing will come any more. One caller: the sender.</summary>
    public ValueTask<bool> WaitAsync() => _waiting.Reader.WaitToReadAsync(CancellationToken.None);

    /// <summary>Takes the next message to send, an IChatMessage in MessagePack; false when there is none now. One caller: the sender.</summary>
    public bool TryTake(out ReadOnlyMemory<byte> message) => _waiting.Reader.TryRead(out message);

    internal void Offer(ReadOnlyMemory<byte> message)
    {
        if (!_waiting.Writer.TryWrite(message) && _waiting.Writer.TryComplete())
        {
            _letGo.SetResult();
        }
    }

    internal void End() => _waiting.Writer.TryComplete();
}
