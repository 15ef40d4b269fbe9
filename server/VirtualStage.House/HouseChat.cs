using MessagePack;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.House;

/// <summary>
/// What the audience say to each other: the last lines, who may say more, and who is told of it. Nothing of it is kept
/// anywhere else. Any thread; a message is encoded once for all. What is in a line is checked by who hands it in.
/// </summary>
public sealed class HouseChat(TimeProvider time) : IThreadPoolWorkItem
{
    /// <summary>So many lines can be read; older ones are gone.</summary>
    public const int MostLines = 100;

    /// <summary>So many lines of one chatter may come at once, after a while without one.</summary>
    public const int LinesAtOnce = 3;

    /// <summary>So many lines of a whole house may come at once: each goes to everybody, and nobody reads more.</summary>
    public const int LinesOfHouseAtOnce = 30;

    /// <summary>How often one chatter may say something.</summary>
    public static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(2);

    /// <summary>How often anybody may.</summary>
    public static readonly TimeSpan LineOfHouseEvery = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly long _began = time.GetTimestamp();
    private readonly HashSet<ChatListener> _listeners = [];
    private readonly Dictionary<string, Chatter> _chatters = [];
    private readonly LinkedList<Said> _lines = [];
    private Pace _pace = new(LineOfHouseEvery, LinesOfHouseAtOnce);
    private volatile ChatOpen _state = new(false, ChatMode.Automatic);
    private ChatOpen _told = new(false, ChatMode.Automatic);
    private long _number;
    private int _lastChatter;

    /// <summary>Whether anybody may post. To say so waits for nobody: another thread tells the listeners.</summary>
    public ChatOpen State
    {
        get => _state;
        set
        {
            if (_state != value)
            {
                _state = value;
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
        }
    }

    /// <summary>A new listener, who is told first whether the chat is open, and the last lines.</summary>
    /// <param name="key">What a chatter is known by over their connections: of their person, or of their seat. Null for who can read alone.</param>
    /// <param name="isModerator">True for who is told who is muted.</param>
    public ChatListener Listen(string? key, bool isModerator)
    {
        lock (_gate)
        {
            Chatter? chatter = null;
            if (key is not null)
            {
                if (!_chatters.TryGetValue(key, out chatter))
                {
                    _chatters[key] = chatter = new Chatter(key, ++_lastChatter);
                }

                chatter.Present++;
            }

            var listener = new ChatListener(chatter, isModerator);
            listener.Offer(Encode(_told));
            foreach (var line in _lines)
            {
                listener.Offer(line.Bytes);
            }

            if (isModerator)
            {
                foreach (var muted in _lines.Select(line => line.By).Where(by => by.IsMuted).Distinct())
                {
                    listener.Offer(Encode(new ChatMuted(muted.Id, true)));
                }
            }

            _listeners.Add(listener);
            return listener;
        }
    }

    /// <summary>A listener goes: what they wait for ends.</summary>
    public void Leave(ChatListener listener)
    {
        lock (_gate)
        {
            if (_listeners.Remove(listener) && listener.Chatter is { } chatter)
            {
                chatter.Present--;
                ForgetIfGone(chatter);
            }
        }

        listener.End();
    }

    /// <summary>Says something to everybody, or tells who wanted to why not.</summary>
    public void Post(ChatListener listener, string name, string text, bool isOfCompany)
    {
        lock (_gate)
        {
            if (WhyNot(listener, out var chatter) is { } reason)
            {
                Tell(listener, reason);
                return;
            }

            var line = new ChatLine(++_number, chatter!.Id, name, time.GetUtcNow().ToUnixTimeMilliseconds(), text, isOfCompany);
            var bytes = Encode(line);
            _lines.AddLast(new Said(line.Number, chatter, bytes));
            chatter.Lines++;
            HouseMeter.ChatLines.Add(1);
            if (_lines.Count > MostLines)
            {
                TakeAway(_lines.First!);
            }

            Tell(bytes);
        }
    }

    /// <summary>Tells a listener why something is not done.</summary>
    public void Refuse(ChatListener listener, string reason)
    {
        lock (_gate)
        {
            Tell(listener, reason);
        }
    }

    /// <summary>Takes a line away for everybody; nothing happens where it is gone already.</summary>
    public void Remove(long number)
    {
        lock (_gate)
        {
            for (var node = _lines.First; node is not null; node = node.Next)
            {
                if (node.Value.Number == number)
                {
                    TakeAway(node);
                    Tell(Encode(new ChatRemoved(number)));
                    return;
                }
            }
        }
    }

    /// <summary>Lets a chatter post no more, or again, whatever connection they come by. Nothing happens where nobody has this number any more.</summary>
    public void Mute(int chatter, bool isMuted)
    {
        lock (_gate)
        {
            if (_chatters.Values.FirstOrDefault(one => one.Id == chatter) is { } found && found.IsMuted != isMuted)
            {
                found.IsMuted = isMuted;
                ForgetIfGone(found);
                TellModerators(Encode(new ChatMuted(chatter, isMuted)));
            }
        }
    }

    /// <summary>Takes all lines away.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            while (_lines.First is { } first)
            {
                TakeAway(first);
            }

            Tell(Encode(new ChatCleared()));
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        lock (_gate)
        {
            if (_told != _state)
            {
                _told = _state;
                Tell(Encode(_told));
            }
        }
    }

    private static ReadOnlyMemory<byte> Encode(IChatMessage message) => MessagePackSerializer.Serialize(message, ContractResolver.Options);

    /// <summary>Why somebody may not post now; null when they may, which counts.</summary>
    private string? WhyNot(ChatListener listener, out Chatter? chatter)
    {
        chatter = listener.Chatter;
        var now = time.GetElapsedTime(_began);
        return chatter switch
        {
            _ when !_state.IsOpen => "the chat is closed now",
            null => "who posts needs a seat key",
            { IsMuted: true } => "a moderator has muted you",
            _ when !chatter.MaySay(now) => "you said much just now: wait a moment",
            _ when !_pace.TryTake(now) => "too many speak at once: wait a moment",
            _ => null,
        };
    }

    private void TakeAway(LinkedListNode<Said> node)
    {
        _lines.Remove(node);
        node.Value.By.Lines--;
        ForgetIfGone(node.Value.By);
    }

    /// <summary>Who is not there, has no line and is not muted would be nobody new.</summary>
    private void ForgetIfGone(Chatter chatter)
    {
        if (chatter is { Present: 0, Lines: 0, IsMuted: false })
        {
            _chatters.Remove(chatter.Key);
        }
    }

    private static void Tell(ChatListener listener, string refusal)
    {
        HouseMeter.ChatRefusals.Add(1);
        listener.Offer(Encode(new ChatRefused(refusal)));
    }

    private void Tell(ReadOnlyMemory<byte> message)
    {
        foreach (var listener in _listeners)
        {
            listener.Offer(message);
        }
    }

    private void TellModerators(ReadOnlyMemory<byte> message)
    {
        foreach (var listener in _listeners)
        {
            if (listener.IsModerator)
            {
                listener.Offer(message);
            }
        }
    }

    private sealed record Said(long Number, Chatter By, ReadOnlyMemory<byte> Bytes);
}
