using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace VirtualStage.House;

/// <summary>
/// Somebody in the house who hears the stage. What is late is worth nothing: of what cannot be sent at once a few messages
/// wait, and while too many are on their way unacknowledged, what comes is left out.
/// </summary>
public sealed class VoiceListener
{
    /// <summary>Messages that may be on their way: a third of a second.</summary>
    public const int Credit = 12;

    /// <summary>Messages that wait for the sender: the oldest makes room.</summary>
    public const int MostWaiting = 6;

    private readonly Channel<EncodedVoices> _waiting = Channel.CreateBounded<EncodedVoices>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
        static _ => HouseMeter.VoicesDropped.Add(1));

    private readonly Queue<uint> _inFlight = new(Credit);
    private uint _acknowledged;

    internal VoiceListener(bool isGuest) => IsGuest = isGuest;

    /// <summary>True for somebody without a ticket.</summary>
    public bool IsGuest { get; }

    /// <summary>Completes when there may be something to send; false when the listener has left. One caller: the sender.</summary>
    public ValueTask<bool> WaitAsync() => _waiting.Reader.WaitToReadAsync(CancellationToken.None);

    /// <summary>Takes the next message to send; false when nothing may be sent now. One caller: the sender.</summary>
    public bool TryTake([NotNullWhen(true)] out EncodedVoices? voices)
    {
        while (_waiting.Reader.TryRead(out voices))
        {
            while (_inFlight.TryPeek(out var oldest) && oldest <= Volatile.Read(ref _acknowledged))
            {
                _inFlight.Dequeue();
            }

            if (_inFlight.Count < Credit)
            {
                _inFlight.Enqueue(voices.Number);
                return true;
            }

            HouseMeter.VoicesDropped.Add(1);
        }

        return false;
    }

    /// <summary>The listener has this message and all that were sent before. Any thread.</summary>
    public void Acknowledge(uint number) => Volatile.Write(ref _acknowledged, number);

    internal void Offer(EncodedVoices voices) => _waiting.Writer.TryWrite(voices);

    internal void End() => _waiting.Writer.TryComplete();
}
