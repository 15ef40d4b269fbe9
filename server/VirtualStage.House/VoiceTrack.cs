using System.Buffers;
using System.Collections.Concurrent;
using MessagePack;

namespace VirtualStage.House;

/// <summary>
/// The voices of the stage for the house: the loop adds what was said and publishes it once a turn, encoded once for all.
/// Adding and publishing take no lock and wait for nobody; another thread hands messages to the listeners.
/// </summary>
public sealed class VoiceTrack : IThreadPoolWorkItem
{
    /// <summary>More than this of one turn nobody could tell apart, and a thousand listeners would have to be sent it.</summary>
    public const int MostBytes = 8192;

    private readonly Lock _gate = new();
    private readonly List<VoiceListener> _listeners = [];
    private readonly ConcurrentQueue<EncodedVoices> _published = new();
    private readonly ArrayBufferWriter<byte> _said = new(MostBytes);
    private readonly ArrayBufferWriter<byte> _message = new(MostBytes + 16);
    private volatile int _listening;
    private int _count;
    private uint _number;

    /// <summary>How many listen. Any thread.</summary>
    public int Listeners => _listening;

    /// <summary>Takes a frame that was said. By the loop.</summary>
    /// <param name="heard">A VoiceHeard in MessagePack.</param>
    public void Add(ReadOnlySpan<byte> heard)
    {
        if (_listening > 0 && _said.WrittenCount + heard.Length <= MostBytes)
        {
            _said.Write(heard);
            _count++;
        }
    }

    /// <summary>Sends what was added since the last call, if anything was. By the loop.</summary>
    /// <param name="toGuests">True while anybody may listen; else those alone who came with a ticket.</param>
    public void Publish(bool toGuests)
    {
        if (_count == 0)
        {
            return;
        }

        _message.ResetWrittenCount();
        var writer = new MessagePackWriter(_message);
        writer.WriteArrayHeader(2);
        writer.Write(++_number);
        writer.WriteArrayHeader(_count);
        writer.WriteRaw(_said.WrittenSpan);
        writer.Flush();
        _said.ResetWrittenCount();
        _count = 0;
        Show(new EncodedVoices(_number, _message.WrittenSpan.ToArray(), toGuests));
    }

    /// <summary>Sends what another track published. In the order in which it did; waits for nobody.</summary>
    public void Show(EncodedVoices voices)
    {
        _published.Enqueue(voices);
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>A new listener, who hears what is said from now on. Any thread.</summary>
    /// <param name="isGuest">True for somebody without a ticket.</param>
    public VoiceListener Listen(bool isGuest)
    {
        var listener = new VoiceListener(isGuest);
        lock (_gate)
        {
            _listeners.Add(listener);
            _listening = _listeners.Count;
        }

        return listener;
    }

    /// <summary>A listener goes: what they wait for ends. Any thread.</summary>
    public void Leave(VoiceListener listener)
    {
        lock (_gate)
        {
            _listeners.Remove(listener);
            _listening = _listeners.Count;
        }

        listener.End();
    }

    void IThreadPoolWorkItem.Execute()
    {
        // One thread at a time, so that everybody hears messages in their order.
        lock (_gate)
        {
            while (_published.TryDequeue(out var voices))
            {
                foreach (var listener in _listeners)
                {
                    if (voices.ToGuests || !listener.IsGuest)
                    {
                        listener.Offer(voices);
                    }
                }
            }
        }
    }
}
