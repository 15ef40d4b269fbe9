using VirtualStage.Matting.Memory;

namespace VirtualStage.Matting.Sampling;

/// <summary>
/// Where samples along one axis lie in a source: the nearer index below, and how far towards the next. Beyond the edges the
/// outermost pixel is repeated.
/// </summary>
internal sealed unsafe class SampleTable(int capacity) : IDisposable
{
    private readonly NativeBuffer<int> _index = new(capacity);
    private readonly NativeBuffer<float> _weight = new(capacity);

    public int* Index => _index.Data;

    public float* Weight => _weight.Data;

    /// <summary>Lays out samples at the centres of <paramref name="count"/> equal parts of a stretch of the source.</summary>
    public void Lay(float from, float length, int count, int size)
    {
        var step = length / count;
        for (var i = 0; i < count; i++)
        {
            Set(i, from + ((i + 0.5f) * step) - 0.5f, size);
        }
    }

    /// <summary>The other way: for each whole pixel from <paramref name="first"/> on, where it lies in a grid over the stretch.</summary>
    public void LayBack(float from, float length, int size, int first, int count)
    {
        var scale = size / length;
        for (var i = 0; i < count; i++)
        {
            Set(i, ((first + i + 0.5f - from) * scale) - 0.5f, size);
        }
    }

    public void Dispose()
    {
        _index.Dispose();
        _weight.Dispose();
    }

    private void Set(int i, float position, int size)
    {
        var inside = Math.Clamp(position, 0, size - 1);
        var index = Math.Min((int)inside, Math.Max(0, size - 2));
        Index[i] = index;
        Weight[i] = size == 1 ? 0 : inside - index;
    }
}
