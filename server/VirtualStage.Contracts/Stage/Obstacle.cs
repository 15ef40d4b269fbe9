using System;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>
    /// A set piece as something to stand on or to walk against: a turned box, a cylinder, a cone, or stairs as a ramp.
    /// A body counts as a point, and each piece as wider by a body's radius. A cylinder that is not round counts as its box.
    /// </summary>
    internal readonly struct Obstacle
    {
        private const double TreadHeight = 0.19;
        private const double DegreesInTurn = 360;
        private const double RadiansInDegree = Math.PI / 180;

        /// <summary>Nobody stands on a cone's tip.</summary>
        private const double Sky = 1000;

        public readonly double Foot;
        private readonly double _x;
        private readonly double _z;
        private readonly double _cos;
        private readonly double _sin;
        private readonly double _halfX;
        private readonly double _halfZ;
        private readonly double _top;
        private readonly double _rise;
        private readonly double _firstTread;
        private readonly bool _isRound;

        public Obstacle(SetPiece piece)
        {
            (_x, _z, Foot) = (piece.Position.X, piece.Position.Z, piece.Position.Y);
            (_halfX, _halfZ) = (piece.Size.X * 0.5, piece.Size.Z * 0.5);
            _isRound = (piece.Shape == PieceShape.Cylinder || piece.Shape == PieceShape.Cone) && piece.Size.X == piece.Size.Z;
            _top = piece.Shape == PieceShape.Cone ? Sky : Foot + piece.Size.Y;
            _rise = piece.Shape == PieceShape.Stairs ? piece.Size.Y : 0;
            _firstTread = 0.5 / Math.Max(2, Math.Floor((piece.Size.Y / TreadHeight) + 0.5));
            Turn(piece.RotationDegrees, out _cos, out _sin);
        }

        /// <summary>A place as the piece has it: from its middle, along its own width and depth.</summary>
        public void ToLocal(double x, double z, out double along, out double deep)
        {
            var dx = x - _x;
            var dz = z - _z;
            along = (dx * _cos) - (dz * _sin);
            deep = (dx * _sin) + (dz * _cos);
        }

        /// <summary>True for a place of its own that is farther inside than a depth.</summary>
        public bool Holds(double along, double deep, double depth)
        {
            var radius = StageGround.BodyRadius - depth;
            if (_isRound)
            {
                var reach = _halfX + radius;
                return (along * along) + (deep * deep) < reach * reach;
            }

            return Math.Abs(along) < _halfX + radius && Math.Abs(deep) < _halfZ + radius;
        }

        /// <summary>How high its surface is at a place of its own.</summary>
        public double SurfaceAt(double deep)
        {
            if (_rise == 0)
            {
                return _top;
            }

            var share = ((_halfZ - deep) / (_halfZ + _halfZ)) + _firstTread;
            return Foot + (_rise * (share < 0 ? 0 : share > 1 ? 1 : share));
        }

        /// <summary>Moves a place inside out by the side from which somebody comes.</summary>
        /// <returns>False when they come from no side: they were over, under or inside it.</returns>
        public bool PushOut(double fromX, double fromZ, ref double x, ref double z)
        {
            ToLocal(x, z, out var along, out var deep);
            if (_isRound)
            {
                var distance = Math.Sqrt((along * along) + (deep * deep));
                ToLocal(fromX, fromZ, out var before, out var beforeDeep);
                if (distance == 0 || Holds(before, beforeDeep, StageGround.Skin))
                {
                    return false;
                }

                var share = (_halfX + StageGround.BodyRadius + StageGround.Gap) / distance;
                ToWorld(along * share, deep * share, out x, out z);
                return true;
            }

            return PushOutOfBox(fromX, fromZ, along, deep, ref x, ref z);
        }

        private bool PushOutOfBox(double fromX, double fromZ, double along, double deep, ref double x, ref double z)
        {
            ToLocal(fromX, fromZ, out var before, out var beforeDeep);
            var reach = _halfX + StageGround.BodyRadius;
            var reachDeep = _halfZ + StageGround.BodyRadius;
            var isBeside = Math.Abs(before) >= reach - StageGround.Skin;
            var isBefore = Math.Abs(beforeDeep) >= reachDeep - StageGround.Skin;
            if (!isBeside && !isBefore)
            {
                return false;
            }

            if (isBeside && (!isBefore || reach - Math.Abs(along) < reachDeep - Math.Abs(deep)))
            {
                along = before < 0 ? -reach - StageGround.Gap : reach + StageGround.Gap;
            }
            else
            {
                deep = beforeDeep < 0 ? -reachDeep - StageGround.Gap : reachDeep + StageGround.Gap;
            }

            ToWorld(along, deep, out x, out z);
            return true;
        }

        private void ToWorld(double along, double deep, out double x, out double z)
        {
            x = _x + ((along * _cos) + (deep * _sin));
            z = _z + ((deep * _cos) - (along * _sin));
        }

        /// <summary>Sine and cosine from + - * / alone: the libraries of two languages need not agree in the last bit.</summary>
        private static void Turn(double degrees, out double cos, out double sin)
        {
            var turned = degrees - (DegreesInTurn * Math.Floor(degrees / DegreesInTurn));
            var quarter = Math.Floor((turned / 90) + 0.5);
            var rest = (turned - (90 * quarter)) * RadiansInDegree;
            var square = rest * rest;
            var s = rest * (1 - (square / 6 * (1 - (square / 20 * (1 - (square / 42 * (1 - (square / 72 * (1 - (square / 110))))))))));
            var c = 1 - (square / 2 * (1 - (square / 12 * (1 - (square / 30 * (1 - (square / 56 * (1 - (square / 90)))))))));
            cos = quarter == 1 ? -s : quarter == 2 ? -c : quarter == 3 ? s : c;
            sin = quarter == 1 ? c : quarter == 2 ? -s : quarter == 3 ? -c : s;
        }
    }
}
