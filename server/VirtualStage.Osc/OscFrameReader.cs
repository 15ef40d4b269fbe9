using System.Buffers.Binary;

namespace VirtualStage.Osc;

/// <summary>
/// Takes packets out of a stream, whose framing its first byte tells: a length of a packet begins with a null byte,
/// a SLIP frame never does.
/// </summary>
public sealed class OscFrameReader
{
    private readonly byte[] _packet = new byte[OscLimits.Packet];
    private int _length;
    private int _expected;
    private bool _isEscaped;
    private string? _trouble;

    /// <summary>The framing; null before the first byte.</summary>
    public OscFraming? Framing { get; private set; }

    /// <summary>True when the stream cannot be followed any more: nothing tells where the next packet begins.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Takes the next packet out of what was received; false when it needs more.</summary>
    /// <param name="received">What is not taken yet; moved on.</param>
    /// <param name="packet">The packet, until the next call; empty when there was an error.</param>
    /// <param name="error">What is wrong with the frame; null when it is sound.</param>
    public bool TryTake(ref ReadOnlySpan<byte> received, out ReadOnlyMemory<byte> packet, out string? error)
    {
        (packet, error) = (default, null);
        if (received.Length == 0 || IsLost)
        {
            return false;
        }

        Framing ??= received[0] == 0 ? OscFraming.Length : OscFraming.Slip;
        return Framing == OscFraming.Slip
            ? TakeSlip(ref received, ref packet, ref error)
            : TakeLength(ref received, ref packet, ref error);
    }

    private bool TakeSlip(ref ReadOnlySpan<byte> received, ref ReadOnlyMemory<byte> packet, ref string? error)
    {
        while (received.Length > 0)
        {
            var next = received[0];
            received = received[1..];
            if (next != OscFrames.End)
            {
                TakeSlip(next);
            }
            else if (_length > 0 || _trouble is not null || _isEscaped)
            {
                error = _isEscaped ? "a frame ends in the middle of an escape" : _trouble;
                packet = error is null ? _packet.AsMemory(0, _length) : default;
                (_length, _trouble, _isEscaped) = (0, null, false);
                return true;
            }
        }

        return false;
    }

    private void TakeSlip(byte next)
    {
        if (!_isEscaped && next == OscFrames.Escape)
        {
            _isEscaped = true;
            return;
        }

        if (_isEscaped)
        {
            _isEscaped = false;
            if (next is not (OscFrames.EscapedEnd or OscFrames.EscapedEscape))
            {
                _trouble ??= "an escape is followed by what cannot be escaped";
                return;
            }

            next = next == OscFrames.EscapedEnd ? OscFrames.End : OscFrames.Escape;
        }

        if (_length == _packet.Length)
        {
            _trouble ??= $"a packet has at most {OscLimits.Packet} bytes";
            return;
        }

        _packet[_length++] = next;
    }

    private bool TakeLength(ref ReadOnlySpan<byte> received, ref ReadOnlyMemory<byte> packet, ref string? error)
    {
        if (_expected == 0)
        {
            if (!Fill(ref received, sizeof(int)))
            {
                return false;
            }

            _expected = BinaryPrimitives.ReadInt32BigEndian(_packet);
            _length = 0;
            if (_expected is <= 0 or > OscLimits.Packet)
            {
                error = $"a packet has 1 to {OscLimits.Packet} bytes, not {_expected}";
                IsLost = true;
                return true;
            }
        }

        if (!Fill(ref received, _expected))
        {
            return false;
        }

        packet = _packet.AsMemory(0, _expected);
        (_length, _expected) = (0, 0);
        return true;
    }

    /// <summary>Moves received bytes into the packet until it has so many; false when more are needed.</summary>
    private bool Fill(ref ReadOnlySpan<byte> received, int length)
    {
        var taken = Math.Min(length - _length, received.Length);
        received[..taken].CopyTo(_packet.AsSpan(_length));
        received = received[taken..];
        _length += taken;
        return _length == length;
    }
}
