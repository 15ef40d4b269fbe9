using System;
using System.Collections.Generic;
using System.IO;
using System.Net.WebSockets;
using System.Threading;
using System.Threading.Tasks;
using MessagePack;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Performers;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Client
{
    /// <summary>
    /// The performers' pictures, over a WebSocket beside the stage's datagrams: kept until the moment that is shown reaches
    /// them. It comes again by itself after a loss. Reading is on threads of its own; the rest is for one thread, a game's.
    /// </summary>
    public sealed class PictureLine : IDisposable
    {
        /// <summary>Pictures of one performer that wait to be shown; the oldest makes room.</summary>
        private const int MostWaiting = 30;

        private const int MaxMessage = 8 * 1024 * 1024;

        private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
        private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

        private readonly Uri _door;
        private readonly CancellationTokenSource _end = new CancellationTokenSource();
        private readonly object _gate = new object();
        private readonly Dictionary<string, Queue<PerformerPicture>> _waiting = new Dictionary<string, Queue<PerformerPicture>>();
        private readonly Task _reading;

        /// <param name="theatre">Its address, for instance https://theatre.example/.</param>
        /// <param name="ticket">The actor's ticket.</param>
        public PictureLine(Uri theatre, string performance, string ticket)
        {
            _door = new UriBuilder(theatre)
            {
                Scheme = theatre.Scheme == "https" ? "wss" : "ws",
                Path = "/api/performances/" + Uri.EscapeDataString(performance) + "/pictures",
                Query = "access_token=" + Uri.EscapeDataString(ticket),
            }.Uri;
            _reading = Task.Run(() => Read(_end.Token));
        }

        /// <summary>The roles of the performers who are to be seen, into a list that is cleared first.</summary>
        public void RolesInto(List<string> roles)
        {
            roles.Clear();
            lock (_gate)
            {
                roles.AddRange(_waiting.Keys);
            }
        }

        /// <summary>The newest picture of a performer whose time has come, and that was not taken yet; else null.</summary>
        /// <param name="shownMs">The performance time that is shown.</param>
        public PerformerPicture? Take(string role, long shownMs)
        {
            PerformerPicture? due = null;
            lock (_gate)
            {
                if (_waiting.TryGetValue(role, out var waiting))
                {
                    while (waiting.Count > 0 && waiting.Peek().TimeMs <= shownMs)
                    {
                        due = waiting.Dequeue();
                    }
                }
            }

            return due;
        }

        /// <inheritdoc />
        public void Dispose()
        {
            _end.Cancel();

            // It ends by itself soon; a game's frame does not wait for it.
            _reading.ContinueWith(read => _end.Dispose(), TaskScheduler.Default);
        }

        private async Task Read(CancellationToken end)
        {
            var pause = FirstPause;
            while (!end.IsCancellationRequested)
            {
                try
                {
                    using (var socket = new ClientWebSocket())
                    {
                        await socket.ConnectAsync(_door, end).ConfigureAwait(false);
                        if (await ReadAll(socket, end).ConfigureAwait(false))
                        {
                            pause = FirstPause;
                        }
                    }
                }
                catch (Exception e) when (e is WebSocketException || e is IOException || e is MessagePackSerializationException)
                {
                    // Lost; it is tried again.
                }
                catch (OperationCanceledException)
                {
                    return;
                }

                lock (_gate)
                {
                    _waiting.Clear();
                }

                try
                {
                    await Task.Delay(pause, end).ConfigureAwait(false);
                }
                catch (OperationCanceledException)
                {
                    return;
                }

                pause = pause + pause > LongestPause ? LongestPause : pause + pause;
            }
        }

        /// <summary>Reads until the theatre ends it; true when it was let in.</summary>
        private async Task<bool> ReadAll(ClientWebSocket socket, CancellationToken end)
        {
            var isIn = false;
            var buffer = new byte[64 * 1024];
            while (true)
            {
                var length = 0;
                WebSocketReceiveResult part;
                do
                {
                    if (length == buffer.Length)
                    {
                        if (buffer.Length >= MaxMessage)
                        {
                            return isIn;
                        }

                        Array.Resize(ref buffer, buffer.Length * 2);
                    }

                    part = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), end).ConfigureAwait(false);
                    length += part.Count;
                }
                while (!part.EndOfMessage);

                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return isIn;
                }

                isIn = true;
                var number = Keep(MessagePackSerializer.Deserialize<IPictureMessage>(
                    new ReadOnlyMemory<byte>(buffer, 0, length), ContractResolver.Options, end));
                await socket.SendAsync(
                    new ArraySegment<byte>(MessagePackSerializer.Serialize(new HouseAck(number), ContractResolver.Options, end)),
                    WebSocketMessageType.Binary,
                    true,
                    end).ConfigureAwait(false);
            }
        }

        private uint Keep(IPictureMessage message)
        {
            lock (_gate)
            {
                if (message is HousePicture shown)
                {
                    if (shown.Picture.Colour.Length == 0)
                    {
                        // Who appears as an avatar has no picture.
                        _waiting.Remove(shown.Role);
                        return shown.Number;
                    }

                    if (!_waiting.TryGetValue(shown.Role, out var waiting))
                    {
                        _waiting[shown.Role] = waiting = new Queue<PerformerPicture>();
                    }

                    if (waiting.Count == MostWaiting)
                    {
                        waiting.Dequeue();
                    }

                    waiting.Enqueue(shown.Picture);
                    return shown.Number;
                }

                var gone = (PerformerGone)message;
                _waiting.Remove(gone.Role);
                return gone.Number;
            }
        }
    }
}
