using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Actors;

/// <summary>
/// An actor's inputs between network and tick. Every tick takes one tick of wishes, never more: however many a client
/// sends, it moves no faster. What comes late makes good the ticks for which the last wish was repeated.
/// </summary>
internal sealed class InputQueue
{
    private const int JitterTicks = 8;
    private const int PatienceTicks = 7;

    private readonly Entry[] _entries;
    private readonly int _maxTicks;
    private readonly int _patience;
    private readonly int _second;
    private int _first;
    private int _count;
    private int _queued;
    private uint _newest;
    private int _credit;
    private int _borrowed;
    private int _repeated;
    private int _windowTicks;
    private int _leastQueued = int.MaxValue;
    private ActorInput? _wish;
    private InputTally _tally;

    /// <param name="rate">How fast performance time runs: the network's jitter is as many ticks longer.</param>
    public InputQueue(float rate)
    {
        var pace = Math.Max(1, (int)Math.Ceiling(rate));
        _maxTicks = JitterTicks * pace;
        _patience = PatienceTicks * pace;
        _second = Movement.TicksPerSecond * pace;
        _credit = _maxTicks;
        _entries = new Entry[_maxTicks + 1];
    }

    /// <summary>The newest sequence number that was applied in full; 0 for none.</summary>
    public uint Applied { get; private set; }

    public InputTally Tally => _tally;

    public void Add(ActorInputs message)
    {
        if (!IsSound(message.Inputs))
        {
            _tally.Refused++;
            return;
        }

        for (var i = 0; i < message.Inputs.Length; i++)
        {
            var sequence = message.FirstSequence + (uint)i;
            if (sequence > _newest)
            {
                _newest = sequence;
                Push(sequence, message.Inputs[i]);
            }
        }
    }

    /// <summary>The wish for the next tick; null to stand.</summary>
    public ActorInput? Next()
    {
        _credit = Math.Min(_credit + 1, 2 * _second);
        Drain();
        if (_queued == 0)
        {
            return Repeat();
        }

        _repeated = 0;
        _wish = _entries[_first].Wish;
        Take(1);
        return _wish;
    }

    private static bool IsSound(ActorInput[] inputs)
    {
        if (inputs.Length > ActorInputs.MaxInputs)
        {
            return false;
        }

        foreach (var input in inputs)
        {
            if (input is null || input.Ticks == 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Push(uint sequence, ActorInput wish)
    {
        var ticks = Math.Min(wish.Ticks, _credit);
        _credit -= ticks;
        _tally.Excess += wish.Ticks - ticks;
        var made = Math.Min(ticks, _borrowed);
        _borrowed -= made;
        ticks -= made;
        if (ticks > 0)
        {
            _entries[(_first + _count) % _entries.Length] = new Entry { Sequence = sequence, Ticks = ticks, Wish = wish };
            _count++;
            _queued += ticks;
            Discard(_queued - _maxTicks);
        }
        else if (_count > 0)
        {
            _entries[(_first + _count - 1) % _entries.Length].Sequence = sequence;
        }
        else
        {
            Applied = sequence;
            _wish = wish;
        }
    }

    private ActorInput? Repeat()
    {
        if (_wish is null || _repeated == _patience)
        {
            _wish = null;
            return null;
        }

        _repeated++;
        _tally.Repeated++;
        if (_wish.Gait != Gait.Stand && (_wish.MoveX != 0 || _wish.MoveZ != 0))
        {
            _borrowed++;
        }

        return _wish;
    }

    /// <summary>A queue that was never short for a second only delays: it is shortened.</summary>
    private void Drain()
    {
        _leastQueued = Math.Min(_leastQueued, _queued);
        if (++_windowTicks == _second)
        {
            Discard(_leastQueued - 1);
            _windowTicks = 0;
            _leastQueued = int.MaxValue;
        }
    }

    private void Discard(int ticks)
    {
        if (ticks > 0)
        {
            _tally.Late += ticks;
            Take(ticks);
        }
    }

    private void Take(int ticks)
    {
        _queued -= ticks;
        while (ticks > 0)
        {
            ref var entry = ref _entries[_first];
            var taken = Math.Min(ticks, entry.Ticks);
            entry.Ticks -= taken;
            ticks -= taken;
            if (entry.Ticks == 0)
            {
                Applied = entry.Sequence;
                _first = (_first + 1) % _entries.Length;
                _count--;
            }
        }
    }

    private struct Entry
    {
        public uint Sequence;
        public int Ticks;
        public ActorInput Wish;
    }
}
