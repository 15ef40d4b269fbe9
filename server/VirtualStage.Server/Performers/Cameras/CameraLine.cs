using System.Net.WebSockets;
using MessagePack;
using VirtualStage.Contracts.Performers;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Server.Performers.Cameras;

/// <summary>Sends a camera's pictures to a theatre as a performer's page would.</summary>
/// <param name="say">Told what the performer should know.</param>
internal sealed class CameraLine(ICamera camera, byte[]? plate, bool isShown, Action<string> say)
{
    private const int MaxReply = 8 * 1024 * 1024;

    /// <summary>What was not answered so long is not answered any more.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _sayEvery = TimeSpan.FromSeconds(5);

    private uint _number;
    private volatile uint _answered;
    private long _answeredAt = Environment.TickCount64;
    private long _saidAt;
    private volatile string _words = "";

    /// <summary>Performs until the camera or the theatre ends it.</summary>
    /// <exception cref="InvalidDataException">The theatre does not let the performer in, or the camera gives no pictures.</exception>
    /// <exception cref="WebSocketException">The theatre cannot be reached.</exception>
    public async Task Perform(Uri door, CancellationToken cancel)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(door, cancel);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var listening = Listen(socket, end.Token);
        try
        {
            if (plate is not null)
            {
                await Send(socket, new PlateGiven(plate), cancel);
            }

            await Send(socket, new Showing(isShown), cancel);
            await foreach (var jpeg in camera.Pictures(cancel))
            {
                if (listening.IsCompleted)
                {
                    break;
                }

                // A camera does not wait: what cannot be taken now is left out.
                if (_number - _answered < CameraFrame.MostWaiting || Environment.TickCount64 - Volatile.Read(ref _answeredAt) > _patience.TotalMilliseconds)
                {
                    await Send(socket, new CameraFrame(++_number, 0, jpeg), cancel);
                }
            }
        }
        catch (WebSocketException) when (listening.IsCompleted)
        {
            // Why it was closed, is said by who listens.
        }
        finally
        {
            end.CancelAfter(_patience);
            await listening;
        }
    }

    private static Task Send(ClientWebSocket socket, IPerformerMessage message, CancellationToken cancel) => socket.SendAsync(
        MessagePackSerializer.Serialize(message, ContractResolver.Options, cancel), WebSocketMessageType.Binary, true, cancel);

    private async Task Listen(ClientWebSocket socket, CancellationToken cancel)
    {
        var buffer = new byte[MaxReply];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(length), cancel);
                    length += part.Count;
                }
                while (!part.EndOfMessage && length < MaxReply);

                if (part.MessageType == WebSocketMessageType.Close)
                {
                    throw new InvalidDataException($"the theatre closed the door: {socket.CloseStatusDescription}");
                }

                Take(MessagePackSerializer.Deserialize<IPerformerReply>(buffer.AsMemory(0, length), ContractResolver.Options, cancel));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // The camera ended, or the theatre did.
        }
    }

    private void Take(IPerformerReply reply)
    {
        switch (reply)
        {
            case PlateJudged judged:
                say(judged.IsUsed ? $"the plate is used: {judged.Words}" : $"the plate is not used: {judged.Words}");
                break;
            case PerformerTold told:
                say(told.Words);
                break;
            case OwnMatte matte:
                _answered = Math.Max(_answered, matte.Number);
                Volatile.Write(ref _answeredAt, Environment.TickCount64);
                Say(matte.State);
                break;
        }
    }

    /// <summary>How it goes: now and then, and at once when there is something new to know.</summary>
    private void Say(MattingState state)
    {
        if (state.Words != _words || Environment.TickCount64 - _saidAt >= _sayEvery.TotalMilliseconds)
        {
            (_words, _saidAt) = (state.Words, Environment.TickCount64);
            say($"{state.Fps:0} pictures a second, {state.LatencyMs} ms each, plate {state.Plate}{(state.Words.Length > 0 ? ": " + state.Words : "")}");
        }
    }
}
