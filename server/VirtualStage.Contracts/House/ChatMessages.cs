using MessagePack;
using VirtualStage.Contracts.Console;

namespace VirtualStage.Contracts.House
{
    /// <summary>What is told of the chat, in order. Whoever comes in, or back, is told first whether it is open, and then the last lines.</summary>
    [Union(0, typeof(ChatOpen))]
    [Union(1, typeof(ChatLine))]
    [Union(2, typeof(ChatRemoved))]
    [Union(3, typeof(ChatCleared))]
    [Union(4, typeof(ChatRefused))]
    [Union(5, typeof(ChatMuted))]
    public interface IChatMessage
    {
    }

    /// <summary>Whether anybody may post now. Lines that were said can be read in any case.</summary>
    /// <param name="Mode">What the director said: why it is closed.</param>
    [MessagePackObject]
    public sealed record ChatOpen(
        [property: Key(0)] bool IsOpen,
        [property: Key(1)] ChatMode Mode) : IChatMessage;

    /// <summary>Somebody said something.</summary>
    /// <param name="Number">Counts lines from 1 for as long as the theatre runs.</param>
    /// <param name="Chatter">Who said it: the same number for the same person or seat, and nothing that leads to them.</param>
    /// <param name="Name">As they call themselves; of one of the company, the name by which the theatre knows them.</param>
    /// <param name="AtMs">When, in milliseconds since 1970 (UTC).</param>
    /// <param name="IsOfCompany">True for one of the company.</param>
    [MessagePackObject]
    public sealed record ChatLine(
        [property: Key(0)] long Number,
        [property: Key(1)] int Chatter,
        [property: Key(2)] string Name,
        [property: Key(3)] long AtMs,
        [property: Key(4)] string Text,
        [property: Key(5)] bool IsOfCompany) : IChatMessage
    {
        /// <summary>Most UTF-16 code units of a text.</summary>
        public const int MostText = 280;
    }

    /// <summary>A moderator took a line away.</summary>
    [MessagePackObject]
    public sealed record ChatRemoved([property: Key(0)] long Number) : IChatMessage;

    /// <summary>A moderator took all lines away.</summary>
    [MessagePackObject]
    public sealed record ChatCleared() : IChatMessage;

    /// <summary>What the receiver asked for was not done.</summary>
    /// <param name="Reason">Why, for a person to read.</param>
    [MessagePackObject]
    public sealed record ChatRefused([property: Key(0)] string Reason) : IChatMessage;

    /// <summary>A chatter may post no more, or again. Told to moderators alone.</summary>
    [MessagePackObject]
    public sealed record ChatMuted(
        [property: Key(0)] int Chatter,
        [property: Key(1)] bool IsMuted) : IChatMessage;

    /// <summary>What somebody asks of the chat. All but a post needs scope moderate.</summary>
    [Union(0, typeof(ChatPost))]
    [Union(1, typeof(ChatRemove))]
    [Union(2, typeof(ChatMute))]
    [Union(3, typeof(ChatClear))]
    public interface IChatRequest
    {
    }

    /// <summary>Says something.</summary>
    /// <param name="Name">What the sender wants to be called: what is a name elsewhere.</param>
    /// <param name="Text">One line of 1 to ChatLine.MostText characters, without those that are not seen.</param>
    [MessagePackObject]
    public sealed record ChatPost(
        [property: Key(0)] string Name,
        [property: Key(1)] string Text) : IChatRequest;

    /// <summary>Takes a line away for everybody.</summary>
    [MessagePackObject]
    public sealed record ChatRemove([property: Key(0)] long Number) : IChatRequest;

    /// <summary>Lets a chatter post no more, or again. What they said stays.</summary>
    [MessagePackObject]
    public sealed record ChatMute(
        [property: Key(0)] int Chatter,
        [property: Key(1)] bool IsMuted) : IChatRequest;

    /// <summary>Takes all lines away.</summary>
    [MessagePackObject]
    public sealed record ChatClear() : IChatRequest;
}
