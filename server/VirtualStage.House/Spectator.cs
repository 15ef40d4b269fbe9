using System.Runtime.CompilerServices;

namespace VirtualStage.House;

/// <summary>
/// Where one spectator is in the stage track. Credit bounds how stale a picture can get: with so many frames sent and not
/// acknowledged nothing more is sent, and who fell behind goes on at the newest keyframe. Whoever has news (a frame, an
/// acknowledgement) pushes; one of them sends, the others leave a sign and go. Sending allocates nothing.
/// </summary>
public sealed class Spectator
{
    /// <summary>Frames that may be on their way.</summary>
    public const int Credit = 10;

    private readonly FrameTrack _track;
    private readonly ISpectatorLine _line;
    private readonly uint _begins;
    private readonly Action _sent;
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly uint[] _inFlight = new uint[Credit];
    private int _first;
    private int _count;
    private bool _wasBehind;
    private uint _newest;
    private uint _acknowledged;
    private Turn _turn;
    private volatile bool _leaves;
    private volatile int _wish;
    private ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter _send;

    /// <param name="begins">They see no keyframe up to this number.</param>
    internal Spectator(FrameTrack track, ISpectatorLine line, uint begins)
    {
        (_track, _line, _begins) = (track, line, begins);
        _sent = Sent;
    }

    /// <summary>Frames that this spectator was not sent: newer ones had come, or half of them were enough.</summary>
    public long Skipped { get; private set; }

    /// <summary>Which frames they want. Any thread.</summary>
    public HouseWish Wish
    {
        get => (HouseWish)_wish;
        set => _wish = (int)value;
    }

    internal int Seat { get; set; }

    /// <summary>Completes when nothing is sent any more: after leaving, or when the line failed.</summary>
    public Task Left => _left.Task;

    /// <summary>The spectator has shown this frame, and with it all that were sent before. Any thread; never waits.</summary>
    public void Acknowledge(uint number)
    {
        Volatile.Write(ref _acknowledged, number);
        Push();
    }

    /// <summary>Sends nothing more. <see cref="Left"/> completes when what is being sent has come to its end.</summary>
    public void Leave()
    {
        _leaves = true;
        Push();
    }

    /// <summary>Sends what there is to send, unless somebody else is about it: then they do. Any thread; never waits.</summary>
    internal void Push()
    {
        if (_turn.TryTake())
        {
            SendAll();
        }
    }

    private void Sent()
    {
        try
        {
            _send.GetResult();
        }
        catch (Exception)
        {
            // What a line fails with says nothing but that the spectator is gone.
            End();
            return;
        }

        SendAll();
    }

    /// <summary>By the one whose turn it is.</summary>
    private void SendAll()
    {
        do
        {
            _turn.Begin();
            while (!_leaves && HasCredit() && _track.After(_newest, Wish) is { } frame && frame.Number > _begins)
            {
                Note(frame);
                try
                {
#pragma warning disable CA2012 // Used once: a task to await it would cost memory for each frame.
                    _send = _line.SendAsync(frame).ConfigureAwait(false).GetAwaiter();
#pragma warning restore CA2012
                    if (!_send.IsCompleted)
                    {
                        _send.UnsafeOnCompleted(_sent);
                        return;
                    }

                    _send.GetResult();
                }
                catch (Exception)
                {
                    End();
                    return;
                }
            }

            if (_leaves)
            {
                End();
                return;
            }
        }
        while (!_turn.TryGiveBack());
    }

    private void Note(EncodedFrame frame)
    {
        var skipped = _newest == 0 ? 0 : frame.Number - _newest - 1;
        Skipped += skipped;
        _newest = frame.Number;
        Count(frame, skipped);
        _inFlight[(_first + _count++) % Credit] = frame.Number;
    }

    private void Count(EncodedFrame frame, uint skipped)
    {
        if (Wish == HouseWish.Every)
        {
            return;
        }

        HouseMeter.Frames.Add(1);
        HouseMeter.FrameBytes.Add(frame.Bytes.Length);
        if (_wasBehind)
        {
            // Who has half of the frames, or never was behind, misses nothing that they wanted.
            HouseMeter.FramesSkipped.Add(skipped);
            _wasBehind = false;
        }
    }

    private bool HasCredit()
    {
        var acknowledged = Wish == HouseWish.Every ? _newest : Volatile.Read(ref _acknowledged);
        while (_count > 0 && _inFlight[_first] <= acknowledged)
        {
            _first = (_first + 1) % Credit;
            _count--;
        }

        if (_count < Credit)
        {
            return true;
        }

        _wasBehind = true;
        return false;
    }

    private void End()
    {
        _turn.End();
        _track.GiveBack(Seat);
        _left.TrySetResult();
    }
}
