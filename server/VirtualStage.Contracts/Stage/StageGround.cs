using System.Collections.Generic;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>
    /// What actors walk on and against: the floor, and the plan's pieces that are in. Made once for a plan; a step
    /// allocates nothing. Bodies do not stop each other.
    /// <list type="bullet">
    /// <item>A surface at most <see cref="StepHeight"/> above the feet is climbed; a higher piece is slid along.</item>
    /// <item>Beyond an edge, the feet are on the next surface below at once.</item>
    /// <item>A piece that moves is there while it is at least half in, where it stands when it is in.</item>
    /// <item>Whoever a piece came in on walks out of it freely, to any side.</item>
    /// </list>
    /// </summary>
    public sealed class StageGround
    {
        /// <summary>Half of a body's breadth, in metres, whatever the actor looks like.</summary>
        public const double BodyRadius = 0.25;

        /// <summary>The headroom that a body needs, in metres.</summary>
        public const double BodyHeight = 1.75;

        /// <summary>What is no higher is climbed: 0.3 m, and a little for the rounding of poses.</summary>
        public const double StepHeight = 0.3125;

        /// <summary>Whoever is less deep in a piece stands before it: poses round.</summary>
        internal const double Skin = 0.03125;

        /// <summary>Who is stopped stands so far from what stops.</summary>
        internal const double Gap = 1.0 / 1024;

        private const int MostPushes = 4;
        private const float Solid = 0.5f;

        private readonly Obstacle[] _obstacles;
        private readonly string?[] _movable;
        private readonly bool[] _isIn;

        public StageGround(StagePlan plan)
            : this(StageBounds.Of(plan), plan.Pieces)
        {
        }

        public StageGround(StageBounds bounds, IReadOnlyList<SetPiece> pieces)
        {
            Bounds = bounds;
            _obstacles = new Obstacle[pieces.Count];
            _movable = new string?[pieces.Count];
            _isIn = new bool[pieces.Count];
            for (var i = 0; i < pieces.Count; i++)
            {
                _obstacles[i] = new Obstacle(pieces[i]);
                _movable[i] = pieces[i].OutOffset == null ? null : pieces[i].Id;
                _isIn[i] = true;
            }
        }

        public StageBounds Bounds { get; }

        /// <summary>Takes pieces in and out, as a scene has them at a performance time.</summary>
        public void Update(SceneryMove[] scenery, long timeMs)
        {
            var next = 0;
            for (var i = 0; i < _movable.Length; i++)
            {
                if (_movable[i] is string id && Find(scenery, id, ref next) is SceneryMove move)
                {
                    _isIn[i] = move.From + ((move.To - move.From) * move.Move.ProgressAt(timeMs)) >= Solid;
                }
            }
        }

        /// <summary>The highest surface at a place that feet at a height can be on: 0 is the floor.</summary>
        public double HeightAt(double x, double z, double feet)
        {
            var height = 0.0;
            for (var i = 0; i < _obstacles.Length; i++)
            {
                if (!_isIn[i])
                {
                    continue;
                }

                ref readonly var obstacle = ref _obstacles[i];
                obstacle.ToLocal(x, z, out var along, out var deep);
                if (obstacle.Holds(along, deep, 0))
                {
                    var surface = obstacle.SurfaceAt(deep);
                    if (surface <= feet + StepHeight && surface > height)
                    {
                        height = surface;
                    }
                }
            }

            return height;
        }

        /// <summary>The highest surface right under a place that is below a height: where a thing lies that is let go there.</summary>
        public double TopAt(double x, double z, double below)
        {
            var height = 0.0;
            for (var i = 0; i < _obstacles.Length; i++)
            {
                _obstacles[i].ToLocal(x, z, out var along, out var deep);
                if (_isIn[i] && _obstacles[i].Holds(along, deep, BodyRadius) && _obstacles[i].SurfaceAt(deep) is var top && top <= below && top > height)
                {
                    height = top;
                }
            }

            return height;
        }

        /// <summary>True where somebody who comes from feet at a height is stopped by nothing.</summary>
        public bool IsFree(double x, double z, double feet)
        {
            var body = new ActorBody { X = double.NaN, Y = feet };
            return Hit(body, x, z, HeightAt(x, z, feet)) < 0;
        }

        /// <summary>Moves a body towards a place as far as it gets in this step, and sets its feet on what is there.</summary>
        public void Move(ref ActorBody body, double toX, double toZ)
        {
            for (var pushes = 0; pushes <= MostPushes; pushes++)
            {
                toX = Bounds.ClampX(toX);
                toZ = Bounds.ClampZ(toZ);
                var height = HeightAt(toX, toZ, body.Y);
                var hit = Hit(body, toX, toZ, height);
                if (hit < 0)
                {
                    body.X = toX;
                    body.Y = height;
                    body.Z = toZ;
                    return;
                }

                if (!_obstacles[hit].PushOut(body.X, body.Z, ref toX, ref toZ))
                {
                    break;
                }
            }

            Settle(ref body);
        }

        /// <summary>Sets the feet of who stands still on what is there.</summary>
        public void Settle(ref ActorBody body)
        {
            body.Y = HeightAt(body.X, body.Z, body.Y);
        }

        /// <summary>The first piece that keeps a body from a place; -1 for none.</summary>
        private int Hit(in ActorBody body, double x, double z, double height)
        {
            var head = (height > body.Y ? height : body.Y) + BodyHeight;
            for (var i = 0; i < _obstacles.Length; i++)
            {
                if (_isIn[i] && Stops(_obstacles[i], x, z, body.Y, head, 0) && !Stops(_obstacles[i], body.X, body.Z, body.Y, body.Y + BodyHeight, Skin))
                {
                    return i;
                }
            }

            return -1;
        }

        private static bool Stops(in Obstacle obstacle, double x, double z, double feet, double head, double depth)
        {
            obstacle.ToLocal(x, z, out var along, out var deep);
            return obstacle.Foot < head && obstacle.Holds(along, deep, depth) && obstacle.SurfaceAt(deep) > feet + StepHeight;
        }

        /// <summary>The move of a piece; a scene lists them in the plan's order.</summary>
        private static SceneryMove? Find(SceneryMove[] scenery, string piece, ref int next)
        {
            for (var tried = 0; tried < scenery.Length; tried++)
            {
                var move = scenery[next % scenery.Length];
                next = (next + 1) % scenery.Length;
                if (move.Piece == piece)
                {
                    return move;
                }
            }

            return null;
        }
    }
}
