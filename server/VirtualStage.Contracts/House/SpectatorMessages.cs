using MessagePack;

namespace VirtualStage.Contracts.House
{
    /// <summary>What a spectator sends.</summary>
    [Union(0, typeof(HouseAck))]
    [Union(1, typeof(HouseReaction))]
    [Union(2, typeof(SeatWish))]
    public interface ISpectatorMessage
    {
    }

    /// <summary>Says how far a spectator is.</summary>
    /// <param name="Number">The newest frame that was shown.</param>
    /// <param name="IsSparing">True when half of the frames are enough: pages draw between them.</param>
    [MessagePackObject]
    public sealed record HouseAck([property: Key(0)] uint Number, [property: Key(1)] bool IsSparing = false) : ISpectatorMessage;

    /// <summary>What a spectator lets the stage hear.</summary>
    public enum ReactionKind
    {
        Applause = 0,
        Laugh = 1,
        Gasp = 2,
        Bravo = 3,
    }

    /// <summary>A spectator reacts, for about a second: who goes on sends it again. More than one a second counts for nothing.</summary>
    [MessagePackObject]
    public sealed record HouseReaction([property: Key(0)] ReactionKind Kind) : ISpectatorMessage;

    /// <summary>Asks for a seat to be seen in. One that somebody has is not given: who asks keeps what they had.</summary>
    /// <param name="Row">From 1, the row next to the stage, to SeatRows.Rows; 0 to have no seat.</param>
    /// <param name="Number">From 1, at stage right, to SeatRows.SeatsInRow.</param>
    [MessagePackObject]
    public sealed record SeatWish([property: Key(0)] byte Row, [property: Key(1)] byte Number) : ISpectatorMessage;
}
