using VirtualStage.Matting.Output;

namespace VirtualStage.Matting;

/// <summary>What a picture of one size needs: the alphas of this frame and the one before, and the colours.</summary>
internal sealed class FrameBuffers(int width, int height) : IDisposable
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public AlphaPlane Now { get; private set; } = new(width, height);

    public AlphaPlane Former { get; private set; } = new(width, height);

    public Foreground Foreground { get; } = new(width, height);

    /// <summary>What is now becomes what was.</summary>
    public void Swap() => (Now, Former) = (Former, Now);

    public void Dispose()
    {
        Now.Dispose();
        Former.Dispose();
        Foreground.Dispose();
    }
}
