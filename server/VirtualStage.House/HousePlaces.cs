namespace VirtualStage.House;

/// <summary>
/// The places of the audience and the queue before a full house. Whoever has a key keeps their place in the house, or in the
/// queue, over a connection that is lost for a moment, and for a moment after being called. Any thread; no call waits.
/// </summary>
public sealed class HousePlaces(TimeProvider time)
{
    /// <summary>More than these do not wait: each is a connection.</summary>
    public const int MostWaiting = 2000;

    /// <summary>How long a place is kept for somebody who is not there.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, HousePlace> _seated = [];
    private readonly Dictionary<string, HousePlace> _waits = [];
    private readonly LinkedList<HousePlace> _queue = [];
    private int? _capacity;
    private int _keyless;
    private bool _isAdmitting = true;
    private long _swept = time.GetTimestamp();

    /// <summary>True while only so many may be in.</summary>
    public bool HasLimit
    {
        get
        {
            lock (_gate)
            {
                return _capacity is not null;
            }
        }
    }

    /// <summary>How many places are taken, or kept for somebody.</summary>
    public int Taken
    {
        get
        {
            lock (_gate)
            {
                Sweep();
                return _seated.Count + _keyless;
            }
        }
    }

    /// <summary>How many wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _queue.Count;
            }
        }
    }

    /// <summary>Says how many may be in. Nobody is shown out; who waits is called when there is room now.</summary>
    /// <param name="capacity">Null for any number.</param>
    /// <param name="isAdmitting">False while nobody is called from the queue, for the doors do not admit them.</param>
    public void Limit(int? capacity, bool isAdmitting = true)
    {
        lock (_gate)
        {
            (_capacity, _isAdmitting) = (capacity, isAdmitting);
            Sweep();
        }
    }

    /// <summary>
    /// Takes a place in the house; null when it is full, or when others wait for what is free. Who comes with the key of
    /// somebody who is in takes that place over.
    /// </summary>
    /// <param name="key">Chosen by the guest; null for one who keeps no place.</param>
    public HouseStay? TryEnter(string? key)
    {
        lock (_gate)
        {
            Sweep();
            if (key is null)
            {
                if (!HasRoom() || _queue.Count > 0)
                {
                    return null;
                }

                _keyless++;
                return new HouseStay(this, null);
            }

            if (!_seated.TryGetValue(key, out var place))
            {
                if (!HasRoom() || _queue.Count > 0)
                {
                    return null;
                }

                _seated[key] = place = new HousePlace(key);
            }

            place.Holder?.Displace();
            place.Holder = new HouseStay(this, place);
            Come(place);
            return place.Holder;
        }
    }

    /// <summary>True for who has a place in the house, there or kept.</summary>
    public bool HasPlace(string key)
    {
        lock (_gate)
        {
            Sweep();
            return _seated.ContainsKey(key);
        }
    }

    /// <summary>Joins the queue, at its end or in the place that was kept; null when too many wait.</summary>
    public HouseWait? Wait(string key)
    {
        lock (_gate)
        {
            Sweep();
            if (!_seated.TryGetValue(key, out var place) && !_waits.TryGetValue(key, out place))
            {
                if (_queue.Count >= MostWaiting)
                {
                    return null;
                }

                _waits[key] = place = new HousePlace(key);
                place.InQueue = _queue.AddLast(place);
                place.Number = _queue.Count;
            }

            Come(place);
            CallNext();
            return new HouseWait(this, place);
        }
    }

    /// <summary>Somebody is not there any more: the place is kept for a moment, where it has a key.</summary>
    internal void Go(HousePlace? place)
    {
        lock (_gate)
        {
            if (place is null)
            {
                _keyless--;
            }
            else if (--place.Present == 0)
            {
                place.GoneAt = time.GetTimestamp();
            }

            Sweep();
        }
    }

    /// <summary>Where in the queue somebody is; 0 for one who has been called.</summary>
    internal (int Number, int Waiting) Look(HousePlace place)
    {
        lock (_gate)
        {
            Sweep();
            return (place.InQueue is null ? 0 : place.Number, _queue.Count);
        }
    }

    private static void Come(HousePlace place)
    {
        place.Present++;
        place.GoneAt = null;
    }

    private bool HasRoom() => _isAdmitting && (_capacity is not { } capacity || _seated.Count + _keyless < capacity);

    /// <summary>Gives up what was kept for too long, and calls who is next. Along the whole queue no more than once a second.</summary>
    private void Sweep()
    {
        if (time.GetElapsedTime(_swept) >= TimeSpan.FromSeconds(1))
        {
            _swept = time.GetTimestamp();
            foreach (var (key, place) in _seated)
            {
                if (IsOver(place))
                {
                    _seated.Remove(key);
                }
            }

            var number = 0;
            for (var node = _queue.First; node is not null;)
            {
                var (next, place) = (node.Next, node.Value);
                if (IsOver(place))
                {
                    _queue.Remove(node);
                    _waits.Remove(place.Key);
                    place.InQueue = null;
                }
                else
                {
                    place.Number = ++number;
                }

                node = next;
            }
        }

        CallNext();
    }

    private bool IsOver(HousePlace place) => place.GoneAt is { } gone && time.GetElapsedTime(gone) >= Grace;

    private void CallNext()
    {
        while (_queue.First is { } first && HasRoom())
        {
            _queue.RemoveFirst();
            var place = first.Value;
            _waits.Remove(place.Key);
            place.InQueue = null;
            _seated[place.Key] = place;

            // Who is not there at the moment has a moment to come.
            place.GoneAt = place.Present == 0 ? time.GetTimestamp() : null;
            place.Called.TrySetResult();
        }
    }
}
