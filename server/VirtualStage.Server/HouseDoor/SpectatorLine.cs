using System.Diagnostics;
using System.Net.WebSockets;
using MessagePack;
using VirtualStage.Contracts.Wire;
using VirtualStage.Server.StageDoor.Limits;

namespace VirtualStage.Server.HouseDoor;

/// <summary>What those in the house send, whatever they are sent: little, and seldom.</summary>
internal static class SpectatorLine
{
    /// <summary>Most bytes of a message, where more are not asked for.</summary>
    private const int MaxMessage = 64;

    private static readonly TimeSpan _farewell = TimeSpan.FromSeconds(1);

    /// <summary>For somebody who is not shown out.</summary>
    public static Task<Farewell> Never() => new TaskCompletionSource<Farewell>().Task;

    /// <summary>Reads messages until the other side leaves, or sends anything else, or too much, and is shown out for it with a word.</summary>
    /// <param name="allowance">How many messages may come.</param>
    /// <param name="take">Told each.</param>
    /// <param name="most">Most bytes of a message.</param>
    public static async Task Read<T>(WebSocket socket, Allowance allowance, Action<T> take, CancellationToken cancel, int most = MaxMessage)
        where T : class
    {
        var (buffer, start) = (new byte[most], Stopwatch.GetTimestamp());
        var bucket = new TokenBucket(allowance, TimeSpan.Zero);
        var length = 0;
        try
        {
            while (true)
            {
                var message = await socket.ReceiveAsync(buffer.AsMemory(length), cancel);
                if (message.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                length += message.Count;
                if (!message.EndOfMessage && length < buffer.Length)
                {
                    // The rest of it is on its way.
                    continue;
                }

                if (!message.EndOfMessage)
                {
                    await ShowOut(socket, WebSocketCloseStatus.MessageTooBig, $"a message has {most} bytes at most");
                    return;
                }

                if (message.MessageType != WebSocketMessageType.Binary)
                {
                    await ShowOut(socket, WebSocketCloseStatus.InvalidMessageType, "messages are binary");
                    return;
                }

                if (!bucket.TryTake(Stopwatch.GetElapsedTime(start)))
                {
                    await ShowOut(socket, HouseCloses.TooMuch, $"more than {allowance.PerSecond} messages a second are not read");
                    return;
                }

                take(MessagePackSerializer.Deserialize<T?>(buffer.AsMemory(0, length), ContractResolver.Options, cancel)
                    ?? throw new MessagePackSerializationException("it is nil"));
                length = 0;
            }
        }
        catch (MessagePackSerializationException)
        {
            await ShowOut(socket, WebSocketCloseStatus.InvalidPayloadData, $"that is no {typeof(T).Name}");
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // They left.
        }
    }

    /// <summary>Reads messages as <see cref="Read{T}(WebSocket, Allowance, Action{T}, CancellationToken, int)"/> does, until the other side has to go.</summary>
    public static async Task Read<T>(WebSocket socket, Allowance allowance, Action<T> take, Task<Farewell> shownOut, CancellationToken ends)
        where T : class
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ends);
        var reading = Read(socket, allowance, take, end.Token);
        if (await Task.WhenAny(reading, shownOut) == shownOut)
        {
            var (status, reason) = await shownOut;
            await ShowOut(socket, status, reason);
            await TakeLeave(reading);
        }

        await end.CancelAsync();
        await reading;
    }

    /// <summary>Has somebody in the house whom another server shows it: says to that server that they are in, and hears what they do.</summary>
    public static async Task Attend<T>(WebSocket socket, Allowance allowance, Action<T> take, Task<Farewell> shownOut, CancellationToken ends)
        where T : class
    {
        try
        {
            await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Binary, endOfMessage: true, ends);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            return;
        }

        await Read(socket, allowance, take, shownOut, ends);
    }

    /// <summary>Ends a connection with a word. Who reads nothing is not waited for.</summary>
    public static async Task ShowOut(WebSocket socket, WebSocketCloseStatus status, string words)
    {
        using var patience = new CancellationTokenSource(_farewell);
        try
        {
            await socket.CloseOutputAsync(status, words, patience.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // They left first.
        }
    }

    /// <summary>Waits a moment for what is read to come to its end: to read no more breaks the connection off, and what was said last should be there before.</summary>
    public static Task TakeLeave(Task reading) => Task.WhenAny(reading, Task.Delay(_farewell));
}
