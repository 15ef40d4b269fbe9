using VirtualStage.Matting.Networks;

namespace VirtualStage.Matting.Bodies;

/// <summary>
/// Follows one person through the body network's masks. What the network loses for a moment is remembered where the picture
/// still differs from the plate; somebody else is left out: of several people the one that overlaps most with the performer
/// of the frame before is kept, at the start the largest. People who touch are one until they part.
/// </summary>
internal sealed partial class BodyTracker
{
    /// <summary>Side of the grid on which bodies are told apart.</summary>
    private const int Grid = BodyNetwork.Side / 2;

    /// <summary>Side of the grid of <see cref="IsBody"/>'s margin.</summary>
    private const int Coarse = BodyNetwork.Side / 4;

    private const float IsCore = 0.5f;

    /// <summary>Smaller than this part of the picture is nobody.</summary>
    private const float LeastArea = 0.003f;

    /// <summary>Another component is another person from this part of the performer's size on; what is smaller may be their hand.</summary>
    private const float OthersSize = 0.2f;

    /// <summary>After so long without the network's word, half is forgotten.</summary>
    private const float MemoryMs = 500;

    private readonly float[] _support = new float[BodyNetwork.Pixels];
    private readonly byte[] _core = new byte[Grid * Grid];
    private readonly byte[] _formerCore = new byte[Grid * Grid];
    private readonly byte[] _coarse = new byte[Coarse * Coarse];
    private readonly Components _components = new(Grid * Grid);
    private readonly int[] _overlaps = new int[(Grid * Grid / 2) + 2];

    /// <summary>The performer's mask, 0 to 1.</summary>
    public float[] Mask { get; } = new float[BodyNetwork.Pixels];

    /// <summary>1 where the performer or somebody else is or may be, with a margin; the rest is surely background.</summary>
    public byte[] IsBody { get; } = new byte[BodyNetwork.Pixels];

    /// <summary>1 in what is surely the performer, on a grid of half the side.</summary>
    public ReadOnlySpan<byte> Core => _formerCore;

    public static int CoreSide => Grid;

    public bool HasBody { get; private set; }

    public bool HasOthers { get; private set; }

    /// <summary>Where the performer is, in parts of the picture.</summary>
    public BodyBox Box { get; private set; }

    public void Reset()
    {
        Array.Clear(_support);
        Array.Clear(_formerCore);
        Array.Clear(IsBody);
        (HasBody, HasOthers, Box) = (false, false, default);
    }

    /// <summary>Marks roughly where somebody is or may be, before anything is known of the plate's light.</summary>
    /// <param name="network">What the network says.</param>
    /// <param name="formerAlpha">The alpha of the frame before, small, 0 to 255.</param>
    public void Mark(ReadOnlySpan<float> network, ReadOnlySpan<byte> formerAlpha)
    {
        const int cell = BodyNetwork.Side / Coarse;
        for (var y = 0; y < Coarse; y++)
        {
            for (var x = 0; x < Coarse; x++)
            {
                var isNear = false;
                for (var row = 0; row < cell && !isNear; row++)
                {
                    var i = (((y * cell) + row) * BodyNetwork.Side) + (x * cell);
                    isNear = network.Slice(i, cell).ContainsAnyExceptInRange(0, 0.15f) || formerAlpha.Slice(i, cell).ContainsAnyExceptInRange((byte)0, (byte)25);
                }

                _coarse[(y * Coarse) + x] = isNear ? (byte)1 : (byte)0;
            }
        }

        for (var y = 0; y < Coarse; y++)
        {
            for (var x = 0; x < Coarse; x++)
            {
                var isNear = false;
                for (var row = Math.Max(0, y - 2); row <= Math.Min(Coarse - 1, y + 2) && !isNear; row++)
                {
                    var from = Math.Max(0, x - 2);
                    isNear = _coarse.AsSpan((row * Coarse) + from, Math.Min(Coarse - 1, x + 2) - from + 1).Contains((byte)1);
                }

                for (var row = 0; row < cell; row++)
                {
                    IsBody.AsSpan((((y * cell) + row) * BodyNetwork.Side) + (x * cell), cell).Fill(isNear ? (byte)1 : (byte)0);
                }
            }
        }
    }

    /// <summary>Goes on with the next frame.</summary>
    /// <param name="network">What the network says.</param>
    /// <param name="formerAlpha">The alpha of the frame before, small, 0 to 255.</param>
    /// <param name="difference">How far the frame is from the plate, small, 0 to 1; empty without a plate.</param>
    /// <param name="elapsedMs">Since the frame before.</param>
    public void Follow(ReadOnlySpan<float> network, ReadOnlySpan<byte> formerAlpha, ReadOnlySpan<float> difference, float elapsedMs)
    {
        Remember(network, formerAlpha, difference, MathF.Pow(2, -Math.Clamp(elapsedMs, 0, 10_000) / MemoryMs));
        for (var y = 0; y < Grid; y++)
        {
            for (var x = 0; x < Grid; x++)
            {
                var i = (2 * y * BodyNetwork.Side) + (2 * x);
                var sum = Mask[i] + Mask[i + 1] + Mask[i + BodyNetwork.Side] + Mask[i + BodyNetwork.Side + 1];
                _core[(y * Grid) + x] = sum > 4 * IsCore ? (byte)1 : (byte)0;
            }
        }

        Choose(_components.Find(_core, Grid, Grid));
        if (HasBody && !difference.IsEmpty)
        {
            Reach(difference);
        }
    }

    /// <summary>The network's mask, and where it has lost what was there: what the plate and the frame before say of it, for a while.</summary>
    private void Remember(ReadOnlySpan<float> network, ReadOnlySpan<byte> formerAlpha, ReadOnlySpan<float> difference, float decay)
    {
        for (var i = 0; i < Mask.Length; i++)
        {
            var seen = network[i];
            if (difference.IsEmpty)
            {
                Mask[i] = seen;
                continue;
            }

            _support[i] = Math.Max(seen, _support[i] * decay);
            var differs = Math.Clamp((difference[i] - 0.05f) * 12, 0, 1);
            Mask[i] = Math.Max(seen, Math.Min(_support[i], formerAlpha[i] / 255f * differs));
        }
    }

    private void Choose(int count)
    {
        var labels = _components.Labels;
        var areas = _components.Areas;
        _overlaps.AsSpan(0, count + 1).Clear();
        for (var i = 0; i < _core.Length; i++)
        {
            _overlaps[labels[i]] += _formerCore[i];
        }

        var (performer, largest) = (0, 0);
        for (var label = 1; label <= count; label++)
        {
            if (areas[label] < LeastArea * Grid * Grid)
            {
                continue;
            }

            largest = largest == 0 || areas[label] > areas[largest] ? label : largest;
            performer = _overlaps[label] > (performer == 0 ? 0 : _overlaps[performer]) ? label : performer;
        }

        performer = performer == 0 ? largest : performer;
        (HasBody, HasOthers) = (performer != 0, false);
        for (var label = 1; label <= count; label++)
        {
            // From here on: 1 for the performer and what belongs to them, -1 for others, 0 for what is undecided.
            var isPart = label == performer || (areas[label] < OthersSize * areas[performer] && _overlaps[label] > areas[label] / 2);
            var isOther = !isPart && performer != 0 && areas[label] >= Math.Max(OthersSize * areas[performer], LeastArea * Grid * Grid);
            _overlaps[label] = isPart && performer != 0 ? 1 : isOther ? -1 : 0;
            HasOthers |= isOther;
        }

        Take(labels);
    }

    /// <summary>Takes the performer's core over, finds their box, and takes others out of the mask.</summary>
    private void Take(ReadOnlySpan<int> labels)
    {
        var (left, top, right, bottom) = (Grid, Grid, -1, -1);
        for (var y = 0; y < Grid; y++)
        {
            for (var x = 0; x < Grid; x++)
            {
                var i = (y * Grid) + x;
                var kind = labels[i] == 0 ? 0 : _overlaps[labels[i]];
                _formerCore[i] = kind > 0 ? (byte)1 : (byte)0;
                if (kind > 0)
                {
                    (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
                }
                else if (kind < 0)
                {
                    Erase(x, y);
                }
            }
        }

        Box = right < 0 ? default : new BodyBox(left / (float)Grid, top / (float)Grid, (right + 1) / (float)Grid, (bottom + 1) / (float)Grid);
    }

    /// <summary>Erases a cell and the pixels beside it, in which the network is less sure of the same person.</summary>
    private void Erase(int cellX, int cellY)
    {
        var (left, right) = (Math.Max(0, (2 * cellX) - 3), Math.Min(BodyNetwork.Side, (2 * cellX) + 5));
        for (var y = Math.Max(0, (2 * cellY) - 3); y < Math.Min(BodyNetwork.Side, (2 * cellY) + 5); y++)
        {
            Mask.AsSpan((y * BodyNetwork.Side) + left, right - left).Clear();
        }
    }
}
