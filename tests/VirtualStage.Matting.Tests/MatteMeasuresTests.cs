using VirtualStage.Matting.Measures;
using VirtualStage.Matting.Tests.Support;

namespace VirtualStage.Matting.Tests;

/// <summary>The measures beside what a hand computes.</summary>
public sealed class MatteMeasuresTests
{
    private const int Width = 100;
    private const int Height = 80;

    public MatteMeasuresTests() => Machine.Demand();

    [Fact]
    public void The_true_matte_is_without_error()
    {
        var truth = Edge(50);

        Assert.Equal(new MatteMeasures(0, 0, 0, 0), MatteMeasures.Of(truth, truth, Width, Height));
        Assert.Equal(0, MatteMeasures.TemporalError(truth, truth, truth, truth));
    }

    [Fact]
    public void An_edge_that_is_two_pixels_off_has_two_of_a_hundred_columns_wrong()
    {
        var found = MatteMeasures.Of(Edge(52), Edge(50), Width, Height);

        Assert.Equal((20, 20), (Math.Round(found.Mad, 9), Math.Round(found.Mse, 9)));
        // The band is 15 columns on either side of the edge, of which two are wrong.
        Assert.Equal(1e3 * 2 / 30, found.BoundaryMad, 6);
    }

    [Fact]
    public void An_even_error_counts_by_its_size()
    {
        var found = MatteMeasures.Of(Enumerable.Repeat(0.1f, Width * Height).ToArray(), new float[Width * Height], Width, Height);

        Assert.Equal(100, found.Mad, 4);
        Assert.Equal(10, found.Mse, 4);
        // It has no gradient, and the truth has no edge.
        Assert.Equal((0, 0), (Math.Round(found.Grad, 6), found.BoundaryMad));
    }

    [Fact]
    public void The_gradient_error_of_a_slope_is_that_of_the_kernels()
    {
        // A slope of 0.01 a pixel: by each kernel its own response times 0.01, everywhere but at the borders.
        var slope = Enumerable.Range(0, Width * Height).Select(i => i % Width * 0.01f).ToArray();
        var (smooth, derivative) = MatteMeasures.Kernels();
        var half = smooth.Length / 2;
        var response = smooth.Sum() * Math.Abs(derivative.Select((value, i) => value * (i - half)).Sum()) * 0.01;
        var inner = (Width - (2 * half)) * Height * response * response / 1e3;
        var all = Width * Height * response * response / 1e3;

        Assert.InRange(MatteMeasures.Of(slope, new float[Width * Height], Width, Height).Grad, inner, all);
        Assert.Equal(4, half);
        Assert.Equal(1, Math.Sqrt(smooth.Sum(value => value * value) * derivative.Sum(value => value * value)), 5);
    }

    [Fact]
    public void Flicker_is_what_changes_more_than_the_truth_does()
    {
        var still = new float[Width * Height];
        var flickered = Enumerable.Repeat(0.04f, Width * Height).ToArray();

        Assert.Equal(4, MatteMeasures.TemporalError(still, flickered, still, still), 4);
        Assert.Equal(0, MatteMeasures.TemporalError(still, flickered, still, flickered), 6);
        // Half of the pixels by 0.04: the root of half of its square.
        var half = flickered.Select((value, i) => i % 2 == 0 ? value : 0).ToArray();
        Assert.Equal(4 / Math.Sqrt(2), MatteMeasures.TemporalError(still, half, still, still), 4);
    }

    [Fact]
    public void The_band_lies_about_soft_edges_and_not_along_the_border_of_the_picture()
    {
        var soft = Enumerable.Range(0, Width * Height).Select(i => Math.Clamp(((i % Width) - 45) / 10f, 0, 1)).ToArray();
        using var band = MatteMeasures.BandOf(soft, Width, Height);

        // From 15 before the first that is more than nothing to 15 behind the last that is less than whole.
        Assert.Equal(Enumerable.Range(46 - 15, 55 - 46 + 30), Enumerable.Range(0, Width).Where(x => band.At<byte>(40, x) != 0));
        Assert.Equal(0, band.At<byte>(40, 99));
    }

    [Fact]
    public void Sizes_that_do_not_agree_are_said() =>
        Assert.Contains("are not 100×80", Assert.Throws<ArgumentException>(() => MatteMeasures.Of(new float[5], new float[Width * Height], Width, Height)).Message);

    /// <summary>Nothing on the left of a column, whole from it on.</summary>
    private static float[] Edge(int column) => [.. Enumerable.Range(0, Width * Height).Select(i => i % Width >= column ? 1f : 0f)];
}
