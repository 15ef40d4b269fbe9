using VirtualStage.Matting.Bodies;

namespace VirtualStage.Matting.Tests;

public sealed class ComponentsTests
{
    [Fact]
    public void Parts_that_meet_later_are_one()
    {
        var (count, areas, _) = Find(
            "#...#",
            "#...#",
            "#####",
            ".....",
            "##..#");

        Assert.Equal(3, count);
        Assert.Equal([9, 2, 1], areas);
    }

    [Fact]
    public void Corners_connect()
    {
        var (count, areas, _) = Find(
            "#.#",
            ".#.",
            "#.#");

        Assert.Equal((1, 5), (count, areas.Single()));
    }

    [Fact]
    public void Any_grid_has_the_components_that_flooding_finds()
    {
        var random = new Random(3);
        for (var round = 0; round < 300; round++)
        {
            var (width, height, share) = (random.Next(1, 24), random.Next(1, 24), random.NextDouble());
            string[] rows = [.. Enumerable.Range(0, height).Select(_ => string.Concat(Enumerable.Range(0, width).Select(_ => random.NextDouble() < share ? '#' : '.')))];
            var (count, areas, labels) = Find(rows);
            var flooded = Flood(rows);

            Assert.Equal(flooded.Order(), areas.Order());
            Assert.Equal(flooded.Count, count);
            Assert.All(Enumerable.Range(0, width * height), i => Assert.Equal(rows[i / width][i % width] == '#', labels[i] != 0));
        }
    }

    private static (int Count, int[] Areas, int[] Labels) Find(params string[] rows)
    {
        var (width, height) = (rows[0].Length, rows.Length);
        byte[] cells = [.. rows.SelectMany(row => row.Select(cell => cell == '#' ? (byte)1 : (byte)0))];
        var components = new Components(24 * 24);
        // What was there before does not matter.
        components.Find(Enumerable.Repeat((byte)1, 24 * 24).ToArray(), 24, 24);
        var count = components.Find(cells, width, height);
        return (count, components.Areas.Slice(1, count).ToArray(), components.Labels[..cells.Length].ToArray());
    }

    private static List<int> Flood(string[] rows)
    {
        var (seen, areas) = (new HashSet<(int X, int Y)>(), new List<int>());
        for (var y = 0; y < rows.Length; y++)
        {
            for (var x = 0; x < rows[0].Length; x++)
            {
                if (rows[y][x] != '#' || !seen.Add((x, y)))
                {
                    continue;
                }

                var (open, area) = (new Stack<(int X, int Y)>([(x, y)]), 0);
                while (open.TryPop(out var cell))
                {
                    area++;
                    for (var i = 0; i < 9; i++)
                    {
                        var (nextX, nextY) = (cell.X + (i % 3) - 1, cell.Y + (i / 3) - 1);
                        if (nextX >= 0 && nextY >= 0 && nextX < rows[0].Length && nextY < rows.Length && rows[nextY][nextX] == '#' && seen.Add((nextX, nextY)))
                        {
                            open.Push((nextX, nextY));
                        }
                    }
                }

                areas.Add(area);
            }
        }

        return areas;
    }
}
