using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MessagePack;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Load.Audience;

/// <summary>
/// A spectator as cheap as can be: a WebSocket on a bare socket that reads the numbers and times of messages, and
/// acknowledges as pages do. Ten thousand of the runtime's own clients would be a load of their own.
/// </summary>
internal sealed class RawSpectator : IDisposable
{
    private const int FramesAnAck = 4;
    private const int MostHeader = 10;
    private const double StallMs = 500;

    private static readonly byte[] _signalRHello = [.. Masked(0x81, "{\"protocol\":\"messagepack\",\"version\":1}\u001e"u8)];

    private readonly Socket _socket;
    private readonly SocketAsyncEventArgs _receiving = new();
    private readonly AudienceSight _sight;
    private readonly PeerKind _peer;
    private readonly byte[] _header = new byte[MostHeader];
    private readonly byte[] _begin = new byte[64];
    private int _headerLength;
    private int _beginLength;
    private long _left;
    private int _sinceAck;
    private long _last;

    private RawSpectator(Socket socket, AudienceSight sight, PeerKind peer) => (_socket, _sight, _peer) = (socket, sight, peer);

    /// <summary>Takes a seat and goes on reading until it is given up.</summary>
    /// <param name="from">Its own address on loopback: one address has no more than 28,000 ports.</param>
    public static async Task<RawSpectator> Take(Uri address, IPAddress from, PeerKind peer, AudienceSight sight)
    {
        var socket = await Open(address, from);
        var spectator = new RawSpectator(socket, sight, peer);
        if (peer == PeerKind.SignalR)
        {
            await socket.SendAsync(_signalRHello);
        }

        spectator._receiving.SetBuffer(new byte[2048]);
        spectator._receiving.Completed += (_, _) => spectator.Received();
        if (!socket.ReceiveAsync(spectator._receiving))
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => spectator.Received(), null);
        }

        return spectator;
    }

    /// <summary>A connection that has shaken hands and reads nothing yet.</summary>
    public static async Task<Socket> Open(Uri address, IPAddress from)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        var answer = new byte[512];
        var length = 0;
        while (length < answer.Length && !answer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            // Looked at first: of what follows the answer not a byte may be taken.
            var seen = await socket.ReceiveAsync(answer.AsMemory(length), SocketFlags.Peek);
            var end = answer.AsSpan(0, length + seen).IndexOf("\r\n\r\n"u8);
            var taken = await socket.ReceiveAsync(answer.AsMemory(length, end < 0 ? seen : end + 4 - length), SocketFlags.None);
            length += taken > 0 ? taken : throw new IOException($"the house hung up: {Encoding.ASCII.GetString(answer, 0, length)}");
        }

        return answer.AsSpan().StartsWith("HTTP/1.1 101"u8) ? socket : throw new IOException(Encoding.ASCII.GetString(answer, 0, length));
    }

    public void Dispose()
    {
        _socket.Dispose();
        _receiving.Dispose();
    }

    private static byte[] Masked(byte opcode, ReadOnlySpan<byte> payload) => [opcode, (byte)(0x80 | payload.Length), 0, 0, 0, 0, .. payload];

    private void Received()
    {
        try
        {
            do
            {
                if (_receiving.SocketError != SocketError.Success || _receiving.BytesTransferred == 0)
                {
                    _sight.Lost();
                    return;
                }

                Take(_receiving.MemoryBuffer.Span[.._receiving.BytesTransferred]);
            }
            while (!_socket.ReceiveAsync(_receiving));
        }
        catch (ObjectDisposedException)
        {
            // The seat was given up.
        }
        catch (SocketException)
        {
            _sight.Lost();
        }
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        _sight.Bytes(bytes.Length);
        while (bytes.Length > 0)
        {
            if (_left == 0)
            {
                _header[_headerLength++] = bytes[0];
                bytes = bytes[1..];
                if (_headerLength == HeaderLength())
                {
                    _left = PayloadLength();
                    (_headerLength, _beginLength) = (0, 0);
                    if ((_header[0] & 0xF) == 8)
                    {
                        _sight.Lost();
                    }
                }

                continue;
            }

            var part = (int)Math.Min(_left, bytes.Length);
            var kept = Math.Min(part, _begin.Length - _beginLength);
            bytes[..kept].CopyTo(_begin.AsSpan(_beginLength));
            _beginLength += kept;
            _left -= part;
            bytes = bytes[part..];
            if (_left == 0 && (_header[0] & 0xF) == 2)
            {
                Saw();
            }
        }
    }

    private int HeaderLength() => _headerLength < 2 ? 2 : (_header[1] & 0x7F) switch { 126 => 4, 127 => MostHeader, _ => 2 };

    private long PayloadLength() => (_header[1] & 0x7F) switch
    {
        126 => BinaryPrimitives.ReadUInt16BigEndian(_header.AsSpan(2)),
        127 => BinaryPrimitives.ReadInt64BigEndian(_header.AsSpan(2)),
        var length => length,
    };

    private void Saw()
    {
        var begin = _begin.AsSpan(0, _beginLength);
        if (_peer == PeerKind.SignalR)
        {
            // An invocation's envelope lies around the bytes: [1, {}, nil, "frame", [bytes]].
            var name = begin.IndexOf("frame"u8);
            if (name < 0)
            {
                return;
            }

            begin = begin[(name + 6)..];
            begin = begin[(begin[0] == 0xC4 ? 2 : 3)..];
        }

        var reader = new MessagePackReader(_begin.AsMemory(_beginLength - begin.Length, begin.Length));
        reader.ReadArrayHeader();
        var number = reader.ReadUInt32();
        reader.ReadUInt32();
        _sight.Saw(reader.ReadInt64());
        var now = Stopwatch.GetTimestamp();
        if (_last != 0 && Stopwatch.GetElapsedTime(_last, now).TotalMilliseconds > StallMs)
        {
            _sight.Stalled();
        }

        _last = now;
        if (_peer == PeerKind.Theatre && ++_sinceAck % FramesAnAck == 0)
        {
            _socket.Send(Masked(0x82, MessagePackSerializer.Serialize<ISpectatorMessage>(new HouseAck(number, IsSparing: true), ContractResolver.Options)));
        }
    }
}
