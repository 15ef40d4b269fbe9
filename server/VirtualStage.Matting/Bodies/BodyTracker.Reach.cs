using VirtualStage.Matting.Networks;

namespace VirtualStage.Matting.Bodies;

/// <summary>What the body network has missed, and the plate shows.</summary>
internal sealed partial class BodyTracker
{
    /// <summary>What differs from the plate by so much and is connected with the core is taken for a part of the body…</summary>
    private const float Differs = 0.13f;

    /// <summary>… if all of it is no larger than so many cores, and no more than so much of the picture: else the room has changed.</summary>
    private const int MostReach = 3;
    private const float MostOfPicture = 0.45f;

    /// <summary>How sure the mask is made of a head that the network has missed.</summary>
    private const float Restored = 0.85f;

    /// <summary>What lies so few cells beside the core is the mask's own edge, and not something that was missed.</summary>
    private const int EdgeCells = 3;

    private readonly byte[] _differs = new byte[Grid * Grid];
    private readonly byte[] _reach = new byte[Grid * Grid];

    /// <summary>
    /// Widens the box to what the network has missed: what differs from the plate and is connected with the core. It is no
    /// background either.
    /// </summary>
    private void Reach(ReadOnlySpan<float> difference)
    {
        for (var y = 0; y < Grid; y++)
        {
            for (var x = 0; x < Grid; x++)
            {
                var i = (2 * y * BodyNetwork.Side) + (2 * x);
                var sum = difference[i] + difference[i + 1] + difference[i + BodyNetwork.Side] + difference[i + BodyNetwork.Side + 1];
                _differs[(y * Grid) + x] = sum > 4 * Differs ? (byte)1 : (byte)0;
            }
        }

        var core = 0;
        for (var y = 0; y < Grid; y++)
        {
            for (var x = 0; x < Grid; x++)
            {
                var i = (y * Grid) + x;
                // Where other people are it does not reach; thin lines are edges that are off by a pixel.
                var isOther = _core[i] != 0 && _formerCore[i] == 0;
                _reach[i] = _formerCore[i] != 0 || (!isOther && Neighbours(x, y) >= 6) ? (byte)1 : (byte)0;
                core += _formerCore[i];
            }
        }

        var (count, reached) = (_components.Find(_reach, Grid, Grid), 0);
        _overlaps.AsSpan(0, count + 1).Clear();
        for (var i = 0; i < _reach.Length; i++)
        {
            _overlaps[_components.Labels[i]] += _formerCore[i];
        }

        for (var label = 1; label <= count; label++)
        {
            reached += _overlaps[label] > 0 ? _components.Areas[label] : 0;
        }

        if (reached <= MostReach * core && reached <= MostOfPicture * Grid * Grid)
        {
            Widen();
            RestoreHead();
        }
    }

    /// <summary>
    /// The network loses heads that are turned away or out of focus. What is connected with the core and differs from the plate
    /// above its middle, no wider than it is, is given back to the mask, with the holes in it. What is lower or wider may be a
    /// chair, and is left to the refinement.
    /// </summary>
    private void RestoreHead()
    {
        var (left, top, right, bottom) = (Grid, Grid, -1, -1);
        for (var i = 0; i < _reach.Length; i++)
        {
            // Only what is connected with the core from here on.
            _reach[i] = _reach[i] != 0 && _overlaps[_components.Labels[i]] > 0 ? (byte)1 : (byte)0;
            if (_formerCore[i] != 0)
            {
                (left, top, right, bottom) = (Math.Min(left, i % Grid), Math.Min(top, i / Grid), Math.Max(right, i % Grid), Math.Max(bottom, i / Grid));
            }
        }

        var middle = (top + bottom) / 2;
        for (var y = 0; y < middle; y++)
        {
            // Of a row everything between its ends: a face that has the colour of the wall behind it is a hole in the difference.
            var (from, to) = Ends(y, left, right);
            for (var x = from; x <= to; x++)
            {
                if (!IsNearCore(x, y))
                {
                    var i = (2 * y * BodyNetwork.Side) + (2 * x);
                    Restore(i);
                    Restore(i + 1);
                    Restore(i + BodyNetwork.Side);
                    Restore(i + BodyNetwork.Side + 1);
                }
            }
        }
    }

    private (int From, int To) Ends(int y, int left, int right)
    {
        var row = _reach.AsSpan((y * Grid) + left, right - left + 1);
        var (from, to) = (row.IndexOf((byte)1), row.LastIndexOf((byte)1));
        return from < 0 ? (0, -1) : (left + from, left + to);
    }

    private bool IsNearCore(int x, int y)
    {
        var from = Math.Max(0, x - EdgeCells);
        for (var row = Math.Max(0, y - EdgeCells); row <= Math.Min(Grid - 1, y + EdgeCells); row++)
        {
            if (_formerCore.AsSpan((row * Grid) + from, Math.Min(Grid - 1, x + EdgeCells) - from + 1).Contains((byte)1))
            {
                return true;
            }
        }

        return false;
    }

    private void Restore(int pixel) => Mask[pixel] = Math.Max(Mask[pixel], Restored);

    private int Neighbours(int x, int y)
    {
        var (count, left, right) = (0, Math.Max(0, x - 1), Math.Min(Grid - 1, x + 1));
        for (var row = Math.Max(0, y - 1); row <= Math.Min(Grid - 1, y + 1); row++)
        {
            for (var column = left; column <= right; column++)
            {
                count += _differs[(row * Grid) + column];
            }
        }

        return count;
    }

    private void Widen()
    {
        var (left, top, right, bottom) = (Grid, Grid, -1, -1);
        for (var y = 0; y < Grid; y++)
        {
            for (var x = 0; x < Grid; x++)
            {
                if (_reach[(y * Grid) + x] == 0 || _overlaps[_components.Labels[(y * Grid) + x]] == 0)
                {
                    continue;
                }

                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
                var from = Math.Max(0, (2 * x) - 4);
                for (var row = Math.Max(0, (2 * y) - 4); row < Math.Min(BodyNetwork.Side, (2 * y) + 6); row++)
                {
                    IsBody.AsSpan((row * BodyNetwork.Side) + from, Math.Min(BodyNetwork.Side, (2 * x) + 6) - from).Fill(1);
                }
            }
        }

        Box = new BodyBox(left / (float)Grid, top / (float)Grid, (right + 1) / (float)Grid, (bottom + 1) / (float)Grid);
    }
}
