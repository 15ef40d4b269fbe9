using System.Net.WebSockets;
using MessagePack;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Server.Tests.Support;

/// <summary>A WebSocket of the audience's chat, as a page has it.</summary>
internal sealed class ChatSeat : IDisposable
{
    private readonly HouseSeat _seat;

    private ChatSeat(HouseSeat seat) => _seat = seat;

    public (int? Status, string? Reason) Close => ((int?)_seat.CloseStatus, _seat.CloseReason);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ChatSeat> Take(RunningTheatre theatre, string? key, string? ticket = null) =>
        new(await HouseSeat.Take(theatre, ticket: ticket, key: key, door: "chat"));

    /// <summary>The next message; null when the theatre closed the line.</summary>
    public async Task<IChatMessage?> Read() =>
        await _seat.Receive() is { } bytes ? MessagePackSerializer.Deserialize<IChatMessage>(bytes, ContractResolver.Options, Cancel) : null;

    /// <summary>Reads on until a message of this kind.</summary>
    public async Task<T> Read<T>(Func<T, bool> isMeant)
        where T : IChatMessage
    {
        while (true)
        {
            var message = await Read();
            Assert.NotNull(message);
            if (message is T read && isMeant(read))
            {
                return read;
            }
        }
    }

    public Task<ChatLine> ReadLine(string text) => Read<ChatLine>(line => line.Text == text);

    /// <summary>Why what was asked for last is not done.</summary>
    public async Task<string> Refused() => (await Read<ChatRefused>(_ => true)).Reason;

    public Task Ask(IChatRequest request) => Send(MessagePackSerializer.Serialize(request, ContractResolver.Options, Cancel));

    public Task Say(string text, string name = "Ann") => Ask(new ChatPost(name, text));

    public Task Send(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Binary) => _seat.Send(bytes, type);

    public Task<bool> IsShownOut() => _seat.IsShownOut();

    public void Dispose() => _seat.Dispose();
}
