namespace VirtualStage.Matting.Bodies;

/// <summary>Connected components of a grid (neighbours at the sides and corners), with their areas. Its memory is kept from call to call.</summary>
internal sealed class Components(int mostCells)
{
    private readonly int[] _labels = new int[mostCells];
    private readonly int[] _parents = new int[(mostCells / 2) + 2];
    private readonly int[] _areas = new int[(mostCells / 2) + 2];

    /// <summary>For each cell the number of its component, from 1 on; 0 for none.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>Cells of each component by its number; that of 0 has no meaning.</summary>
    public ReadOnlySpan<int> Areas => _areas;

    /// <summary>Finds the components of all cells that are not 0.</summary>
    /// <returns>How many there are.</returns>
    public int Find(ReadOnlySpan<byte> cells, int width, int height)
    {
        var made = 0;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var i = (y * width) + x;
                if (cells[i] == 0)
                {
                    _labels[i] = 0;
                    continue;
                }

                var label = 0;
                Join(ref label, x > 0 ? _labels[i - 1] : 0);
                if (y > 0)
                {
                    Join(ref label, x > 0 ? _labels[i - width - 1] : 0);
                    Join(ref label, _labels[i - width]);
                    Join(ref label, x < width - 1 ? _labels[i - width + 1] : 0);
                }

                if (label == 0)
                {
                    label = ++made;
                    _parents[label] = label;
                }

                _labels[i] = label;
            }
        }

        return Number(made, width * height);
    }

    private void Join(ref int label, int neighbour)
    {
        if (neighbour == 0)
        {
            return;
        }

        var root = RootOf(neighbour);
        if (label == 0)
        {
            label = root;
            return;
        }

        // The smaller number is the root, so that numbers can be given out in one pass.
        var own = RootOf(label);
        label = Math.Min(own, root);
        _parents[Math.Max(own, root)] = label;
    }

    private int RootOf(int label)
    {
        while (_parents[label] != label)
        {
            label = _parents[label] = _parents[_parents[label]];
        }

        return label;
    }

    private int Number(int made, int cells)
    {
        var count = 0;
        for (var label = 1; label <= made; label++)
        {
            // A parent has the smaller number: it stands for its component's number already.
            _parents[label] = _parents[label] == label ? ++count : _parents[_parents[label]];
            if (_parents[label] == count)
            {
                _areas[count] = 0;
            }
        }

        for (var i = 0; i < cells; i++)
        {
            if (_labels[i] != 0)
            {
                _labels[i] = _parents[_labels[i]];
                _areas[_labels[i]]++;
            }
        }

        return count;
    }
}
