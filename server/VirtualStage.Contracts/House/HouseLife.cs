using System;
using MessagePack;
using VirtualStage.Contracts.Actors;

namespace VirtualStage.Contracts.House
{
    /// <summary>
    /// What is heard of the house. A level L stands for 2^(L/2) − 1 people who react, so that what is heard grows with the
    /// house, and what is told changes seldom.
    /// </summary>
    /// <param name="Size">How many are in the house; 0 while it is quiet.</param>
    /// <param name="AreOff">True while no reactions are taken.</param>
    [MessagePackObject]
    public sealed record HouseMood(
        [property: Key(0)] int Size,
        [property: Key(1)] byte Applause,
        [property: Key(2)] byte Laugh,
        [property: Key(3)] byte Gasp,
        [property: Key(4)] byte Bravo,
        [property: Key(5)] bool AreOff) : IStageMessage
    {
        /// <summary>About how many people a level stands for.</summary>
        public static double PeopleOf(byte level)
        {
            return Math.Pow(2, level / 2.0) - 1;
        }
    }

    /// <summary>Tells the stage who sits in the house. Reliable.</summary>
    /// <param name="Taken">As in a frame.</param>
    [MessagePackObject]
    public sealed record HouseSeats([property: Key(0)] byte[] Taken) : IStageMessage;

    /// <summary>A spectator's place in the queue before a full house; it changes as others are let in.</summary>
    /// <param name="Number">From 1, who is let in next; 0 for a seat that is kept for the receiver now.</param>
    /// <param name="Waiting">How many wait.</param>
    [MessagePackObject]
    public sealed record QueuePlace([property: Key(0)] int Number, [property: Key(1)] int Waiting);

    /// <summary>The seats in which spectators can be seen.</summary>
    public static class SeatRows
    {
        public const int Rows = 16;
        public const int SeatsInRow = 24;

        /// <summary>Most bytes of a frame's Seats: a bit a seat, row after row, the lowest bit of a byte first. Those behind the last seat that is taken are left out.</summary>
        public const int Bytes = Rows * SeatsInRow / 8;

        /// <summary>True for a seat that is taken.</summary>
        /// <param name="row">From 1.</param>
        /// <param name="number">From 1.</param>
        public static bool IsTaken(byte[] seats, int row, int number)
        {
            var seat = ((row - 1) * SeatsInRow) + number - 1;
            return seat / 8 < seats.Length && (seats[seat / 8] & (1 << (seat % 8))) != 0;
        }
    }
}
