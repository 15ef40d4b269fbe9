using VirtualStage.Contracts.Stage;

namespace VirtualStage.Bots;

/// <summary>
/// Ways around set pieces and up stairs: A* over a grid, by trial steps on the very ground that the stage moves actors
/// on, then the corners alone.
/// </summary>
internal static class WayFinder
{
    private const double Cell = 0.3;
    private const double Stride = 0.1;
    private const int MostCells = 6000;

    private static readonly (int X, int Z)[] _ways = [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)];

    /// <summary>The corners of the way to a place, and the place; the place alone where no way is found, or nobody can stand there.</summary>
    /// <param name="height">How high the place lies.</param>
    public static List<Spot> Find(StageGround ground, in ActorBody from, Spot to, double height)
    {
        if (Arrives(ground, from, to, height) || !ground.IsFree(to.X, to.Z, height))
        {
            return [to];
        }

        var start = (Key(from), from);
        var bodies = new Dictionary<(int, int, int), ActorBody> { [start.Item1] = from };
        var costs = new Dictionary<(int, int, int), double> { [start.Item1] = 0 };
        var before = new Dictionary<(int, int, int), (int, int, int)>();
        var open = new PriorityQueue<(int, int, int), double>();
        open.Enqueue(start.Item1, Walk.Distance(from, to));
        for (var tried = 0; tried < MostCells && open.TryDequeue(out var at, out _); tried++)
        {
            var body = bodies[at];
            if (Walk.Distance(body, to) < 2 * Cell && Arrives(ground, body, to, height))
            {
                return Straightened(ground, from, [.. Back(at, before).Select(key => SpotOf(bodies[key])), to], height);
            }

            foreach (var (x, z) in _ways)
            {
                var spot = new Spot((at.Item1 + x) * Cell, (at.Item2 + z) * Cell);
                if (Goes(ground, body, spot) is not { } there)
                {
                    continue;
                }

                var (key, cost) = (Key(there), costs[at] + Walk.Distance(body, spot));
                if (!costs.TryGetValue(key, out var known) || cost < known)
                {
                    (costs[key], bodies[key], before[key]) = (cost, there, at);
                    open.Enqueue(key, cost + Walk.Distance(there, to));
                }
            }
        }

        return [to];
    }

    private static bool Arrives(StageGround ground, in ActorBody from, Spot to, double height) =>
        Goes(ground, from, to) is { } there && Math.Abs(there.Y - height) <= StageGround.StepHeight;

    /// <summary>The body at a place that it can walk straight to; null when something is in its way.</summary>
    private static ActorBody? Goes(StageGround ground, ActorBody body, Spot to)
    {
        var distance = Walk.Distance(body, to);
        var steps = Math.Max(1, Math.Ceiling(distance / Stride));
        var (fromX, fromZ) = (body.X, body.Z);
        for (var step = 1; step <= steps; step++)
        {
            var (x, z) = (fromX + ((to.X - fromX) * step / steps), fromZ + ((to.Z - fromZ) * step / steps));
            ground.Move(ref body, x, z);
            if (body.X != x || body.Z != z)
            {
                return null;
            }
        }

        return body;
    }

    /// <summary>The same way without the places that it can pass by.</summary>
    private static List<Spot> Straightened(StageGround ground, ActorBody body, List<Spot> way, double height)
    {
        var corners = new List<Spot>();
        for (var next = 0; next < way.Count;)
        {
            var farthest = way.Count - 1;
            while (farthest > next && !(farthest == way.Count - 1 ? Arrives(ground, body, way[farthest], height) : Goes(ground, body, way[farthest]) is not null))
            {
                farthest--;
            }

            corners.Add(way[farthest]);
            body = Goes(ground, body, way[farthest]) ?? body;
            next = farthest + 1;
        }

        return corners;
    }

    private static List<(int, int, int)> Back((int, int, int) at, Dictionary<(int, int, int), (int, int, int)> before)
    {
        var way = new List<(int, int, int)>();
        for (; before.TryGetValue(at, out var former); at = former)
        {
            way.Add(at);
        }

        way.Reverse();
        return way;
    }

    private static Spot SpotOf(in ActorBody body) => new(body.X, body.Z);

    /// <summary>A cell of the grid, and a level of it: a balcony lies over the stage.</summary>
    private static (int X, int Z, int Level) Key(in ActorBody body) =>
        ((int)Math.Round(body.X / Cell), (int)Math.Round(body.Z / Cell), (int)Math.Round(body.Y / Cell));
}
