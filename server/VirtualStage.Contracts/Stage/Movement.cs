using System;
using VirtualStage.Contracts.Actors;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>
    /// How an actor moves: the stage decides with it and clients predict with it, so it takes the same steps everywhere
    /// (doubles; nothing but + - * / and the square root; the order of operations is part of the contract).
    /// </summary>
    public static class Movement
    {
        /// <summary>Ticks in a second of performance time.</summary>
        public const int TicksPerSecond = 30;

        /// <summary>Metres a second.</summary>
        public const double WalkSpeed = 1.4;

        /// <summary>Metres a second.</summary>
        public const double RunSpeed = 3.5;

        private const double FullWish = 127;

        /// <summary>Moves an actor by one tick of a wish; the wish's Ticks are the caller's to count.</summary>
        public static void Step(ref ActorBody body, ActorInput wish, StageGround ground)
        {
            double x = wish.MoveX;
            double z = wish.MoveZ;
            var speed = wish.Gait == Gait.Run ? RunSpeed : wish.Gait == Gait.Walk ? WalkSpeed : 0;
            var length = Math.Sqrt((x * x) + (z * z));
            body.Facing = wish.Facing;
            body.Gait = length > 0 ? wish.Gait : Gait.Stand;
            if (body.Gait == Gait.Stand)
            {
                ground.Settle(ref body);
                return;
            }

            var metres = speed / TicksPerSecond / (length > FullWish ? length : FullWish);
            ground.Move(ref body, body.X + (x * metres), body.Z + (z * metres));
        }
    }
}
