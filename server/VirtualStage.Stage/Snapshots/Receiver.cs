using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Snapshots;

/// <summary>
/// What one client has heard of the world. A pose is told as a change of the newest one of that actor that the client
/// acknowledged, until it is acknowledged itself; who stands still costs nothing. What would not fit one packet waits,
/// the least urgent first. Nothing is allocated.
/// </summary>
internal sealed class Receiver
{
    /// <summary>So many ticks after a later snapshot was acknowledged, one that was not is held for lost.</summary>
    private const int Reordering = 2;

    private const int LeavingBits = 24;

    private readonly SentSnapshot[] _sent = [.. Enumerable.Range(0, SnapshotRing.Size).Select(_ => new SentSnapshot())];
    private KnownActor[] _known = new KnownActor[SnapshotCodec.MaxActors];
    private int _count;
    private uint _newestAck;

    /// <summary>All did not fit the last time: it is not tried first.</summary>
    private bool _isCrowded;

    /// <summary>Takes an acknowledgement: of a tick, and by bits of the 32 before it.</summary>
    public void Acknowledge(uint tick, uint bits, SnapshotRing ring)
    {
        if (tick == 0 || tick > ring.Newest)
        {
            return;
        }

        Confirm(tick, ring);
        for (var before = tick; bits != 0 && before > 1; bits >>= 1)
        {
            before--;
            if ((bits & 1) != 0)
            {
                Confirm(before, ring);
            }
        }
    }

    /// <summary>Writes what is to be told at the newest tick.</summary>
    /// <param name="self">The client's own actor, which is told of whenever it moves.</param>
    /// <param name="areas">Where each of the newest poses is.</param>
    /// <param name="budget">Bytes that are not to be passed.</param>
    /// <returns>Bytes written, and the tick of the base.</returns>
    public (int Length, uint BaseTick) Encode(
        ushort self, SnapshotRing ring, ReadOnlySpan<StageArea> areas, Span<byte> target, int budget)
    {
        Meet(ring.Poses, ring.Newest);
        Span<byte> urgency = stackalloc byte[_count];
        Judge(self, ring, areas, urgency);
        if (_isCrowded || !TryWrite(ring, urgency, least: 1, room: int.MaxValue, target[..budget], out var length))
        {
            var least = Choose(ring, urgency, (budget * 8) - SnapshotWriter.MaxUpdateBits, out var room);
            TryWrite(ring, urgency, least, room, target[..budget], out length);
            _isCrowded = least > 0;
        }

        return (length, BaseOf(ring.Newest));
    }

    /// <summary>Gives everybody on the stage an entry, and notes who left.</summary>
    private void Meet(ReadOnlySpan<ActorPose> poses, uint tick)
    {
        var at = 0;
        foreach (ref readonly var pose in poses)
        {
            for (; at < _count && _known[at].Actor < pose.Actor; at++)
            {
                MarkLeft(ref _known[at], tick);
            }

            if (at == _count || _known[at].Actor != pose.Actor)
            {
                Insert(at, new KnownActor { Actor = pose.Actor });
            }
            else if (_known[at].LeftTick != 0)
            {
                // The id was given again.
                _known[at] = new KnownActor { Actor = pose.Actor };
            }

            at++;
        }

        for (; at < _count; at++)
        {
            MarkLeft(ref _known[at], tick);
        }
    }

    private static void MarkLeft(ref KnownActor known, uint tick)
    {
        if (known.LeftTick == 0)
        {
            known.LeftTick = tick;
        }
    }

    private void Insert(int at, KnownActor known)
    {
        if (_count == _known.Length)
        {
            Array.Resize(ref _known, _count * 2);
        }

        Array.Copy(_known, at, _known, at + 1, _count - at);
        _known[at] = known;
        _count++;
    }

    /// <summary>Says how urgent each entry is; 0 for not at all.</summary>
    private void Judge(ushort self, SnapshotRing ring, ReadOnlySpan<StageArea> areas, Span<byte> urgency)
    {
        var poses = ring.Poses;
        var since = ring.Since;
        var own = IndexOf(poses, self);
        var pose = 0;
        for (var i = 0; i < _count; i++)
        {
            ref readonly var known = ref _known[i];
            if (known.LeftTick != 0)
            {
                urgency[i] = Urgency.OfLeaving(known, ring.Newest);
                continue;
            }

            if (Urgency.IsOpen(known, since[pose]))
            {
                var isSelf = known.Actor == self;
                var period = own < 0 || isSelf ? 1 : Interest.Period(areas[own], poses[own], areas[pose], poses[pose]);
                urgency[i] = Urgency.Of(known, since[pose], ring.Newest, period, isSelf, IsLost(known));
            }

            pose++;
        }
    }

    /// <summary>Says from which urgency on all fits so many bits.</summary>
    /// <param name="room">Bits for those that are just that urgent.</param>
    private int Choose(SnapshotRing ring, ReadOnlySpan<byte> urgency, int bits, out int room)
    {
        Span<int> bitsBy = stackalloc int[Urgency.Most + 1];
        bitsBy.Clear();
        var (poses, basis) = (0, BaseOf(ring.Newest));
        for (var i = 0; i < _count; i++)
        {
            ref readonly var known = ref _known[i];
            ref readonly var now = ref known.LeftTick != 0 ? ref known.Acked : ref ring.Poses[poses++];
            if (urgency[i] != 0)
            {
                bitsBy[urgency[i]] += BitsOf(known, now, ring.Newest, basis);
            }
        }

        return Urgency.Least(bitsBy, bits, out room);
    }

    /// <summary>Writes those of an urgency or more; false when they do not fit.</summary>
    private bool TryWrite(SnapshotRing ring, ReadOnlySpan<byte> urgency, int least, int room, Span<byte> target, out int length)
    {
        var poses = ring.Poses;
        var (tick, basis) = (ring.Newest, BaseOf(ring.Newest));
        var sent = _sent[tick % SnapshotRing.Size];
        sent.Begin(tick);
        var writer = new SnapshotWriter(target);
        var fits = true;
        var pose = 0;
        for (var i = 0; i < _count; i++)
        {
            ref readonly var known = ref _known[i];
            ref readonly var now = ref known.LeftTick != 0 ? ref known.Acked : ref poses[pose++];
            if (urgency[i] == 0 || urgency[i] < least)
            {
                continue;
            }

            if (writer.Bits + SnapshotWriter.MaxUpdateBits > target.Length * 8)
            {
                fits = false;
                continue;
            }

            if (urgency[i] == least && room != int.MaxValue && (room -= BitsOf(known, now, tick, basis)) < 0)
            {
                continue;
            }

            sent.Add(known.Actor);
            if (known.LeftTick != 0)
            {
                writer.Left(known.Actor);
            }
            else
            {
                Tell(ref writer, known, now, tick, basis);
            }
        }

        length = writer.Finish();
        if (fits || room != int.MaxValue)
        {
            Note(sent);
        }

        return fits;
    }

    /// <summary>What was written is sent.</summary>
    private void Note(SentSnapshot sent)
    {
        var at = 0;
        foreach (var actor in sent.Actors)
        {
            while (_known[at].Actor < actor)
            {
                at++;
            }

            _known[at].SentTick = sent.Tick;
        }
    }

    private static void Tell(ref SnapshotWriter writer, in KnownActor known, in ActorPose now, uint tick, uint basis)
    {
        if (IsBase(known, tick))
        {
            writer.Change(known.Acked, now, AgeOf(known, tick, basis));
        }
        else
        {
            writer.Full(now);
        }
    }

    private static bool IsBase(in KnownActor known, uint tick) => known.AckedTick != 0 && tick - known.AckedTick <= SnapshotWriter.MaxAge;

    private static int AgeOf(in KnownActor known, uint tick, uint basis) => known.AckedTick == basis ? 0 : (int)(tick - known.AckedTick);

    private static int BitsOf(in KnownActor known, in ActorPose now, uint tick, uint basis) =>
        known.LeftTick != 0 ? LeavingBits
        : IsBase(known, tick) ? SnapshotWriter.BitsOf(known.Acked, now, AgeOf(known, tick, basis))
        : SnapshotWriter.MaxUpdateBits;

    private uint BaseOf(uint tick) => _newestAck != 0 && tick - _newestAck <= SnapshotWriter.MaxAge ? _newestAck : 0;

    private bool IsLost(in KnownActor known) => known.IsInFlight && known.SentTick + Reordering < _newestAck;

    private void Confirm(uint tick, SnapshotRing ring)
    {
        var sent = _sent[tick % SnapshotRing.Size];
        if (sent.Tick != tick)
        {
            return;
        }

        var poses = ring.At(tick);
        var (pose, at) = (0, 0);
        foreach (var actor in sent.Actors)
        {
            while (at < _count && _known[at].Actor < actor)
            {
                at++;
            }

            while (pose < poses.Length && poses[pose].Actor < actor)
            {
                pose++;
            }

            if (at < _count && _known[at].Actor == actor)
            {
                ref var known = ref _known[at];
                if (known.LeftTick != 0 && tick >= known.LeftTick)
                {
                    Forget(at);
                }
                else if (tick > known.AckedTick && pose < poses.Length && poses[pose].Actor == actor)
                {
                    (known.AckedTick, known.Acked) = (tick, poses[pose]);
                }
            }
        }

        _newestAck = Math.Max(_newestAck, tick);
        sent.Begin(0);
    }

    private void Forget(int at)
    {
        _count--;
        Array.Copy(_known, at + 1, _known, at, _count - at);
    }

    private static int IndexOf(ReadOnlySpan<ActorPose> poses, ushort actor)
    {
        for (var i = 0; i < poses.Length; i++)
        {
            if (poses[i].Actor == actor)
            {
                return i;
            }
        }

        return -1;
    }
}
