using System;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>How an actor moves.</summary>
    public enum Gait : byte
    {
        Stand = 0,
        Walk = 1,
        Run = 2,
    }

    /// <summary>What an actor's body does. Snapshots have room for 31.</summary>
    public enum Emote : byte
    {
        None = 0,
        Bow = 1,
        Kneel = 2,
        Sit = 3,
        Lie = 4,
        Fall = 5,
        Point = 6,
        Gesture = 7,
        Wave = 8,
        Beckon = 9,
        HandOnHeart = 10,
        Weep = 11,
        Laugh = 12,
        Pray = 13,
        Threaten = 14,
        Shrug = 15,
        Clap = 16,
        Nod = 17,
        ShakeHead = 18,
        Curtsy = 19,
        Salute = 20,
        Swear = 21,
        Cower = 22,
        Drink = 23,

        /// <summary>On guard, blade in hand or not.</summary>
        Guard = 24,
        Lunge = 25,
        Parry = 26,

        /// <summary>Struck, by a blade or by a word.</summary>
        Hit = 27,
    }

    /// <summary>An actor in a snapshot, quantised as it goes over the wire.</summary>
    public struct ActorPose : IEquatable<ActorPose>
    {
        /// <summary>Positions are in units of 1/256 metre.</summary>
        public const float UnitsPerMetre = 256f;

        /// <summary>The actor's id on this stage.</summary>
        public ushort Actor;

        /// <summary>Position in 1/256 metre.</summary>
        public short X;

        /// <summary>Height of the feet in 1/256 metre.</summary>
        public short Y;

        /// <summary>Position in 1/256 metre.</summary>
        public short Z;

        /// <summary>Facing in 1/256 of a turn: 0 faces the audience (+Z), 64 faces stage left (+X).</summary>
        public byte Facing;

        public Gait Gait;

        public Emote Emote;

        /// <summary>True while the actor speaks the current line.</summary>
        public bool Speaking;

        /// <summary>The id of the actor that this one's head turns to; 0 for nobody.</summary>
        public ushort LookAt;

        public static bool operator ==(in ActorPose left, in ActorPose right)
        {
            return left.Equals(right);
        }

        public static bool operator !=(in ActorPose left, in ActorPose right)
        {
            return !left.Equals(right);
        }

        public readonly bool Equals(ActorPose other)
        {
            return Actor == other.Actor && X == other.X && Y == other.Y && Z == other.Z && Facing == other.Facing
                && Gait == other.Gait && Emote == other.Emote && Speaking == other.Speaking && LookAt == other.LookAt;
        }

        public override readonly bool Equals(object? obj)
        {
            return obj is ActorPose other && Equals(other);
        }

        public override readonly int GetHashCode()
        {
            return HashCode.Combine(Actor, X, Z, Facing);
        }
    }
}
