using OpenCvSharp;

namespace VirtualStage.Matting.Measures;

/// <summary>
/// How far a matte is from the true one, by the measures of the matting literature: the lower, the better. All are of alphas
/// from 0 to 1, a row after the other.
/// </summary>
/// <param name="Mad">Mean absolute difference over the whole picture, × 1000.</param>
/// <param name="Mse">Mean square error over the whole picture, × 1000.</param>
/// <param name="Grad">Squared difference of the gradients' magnitudes (Gaussian derivatives, σ = 1.4), summed, / 1000.</param>
/// <param name="BoundaryMad">Mean absolute difference in the band about the true edge, × 1000.</param>
public sealed record MatteMeasures(double Mad, double Mse, double Grad, double BoundaryMad)
{
    /// <summary>Half the width of the band about the true edge, in pixels.</summary>
    public const int Band = 15;

    private const double Sigma = 1.4;

    /// <summary>Measures a matte.</summary>
    /// <exception cref="ArgumentException">The arrays are not of this size.</exception>
    public static MatteMeasures Of(float[] matte, float[] truth, int width, int height)
    {
        if (matte.Length != width * height || truth.Length != width * height)
        {
            throw new ArgumentException($"{matte.Length} and {truth.Length} alphas are not {width}×{height}");
        }

        var (mad, mse) = (0.0, 0.0);
        for (var i = 0; i < truth.Length; i++)
        {
            double apart = matte[i] - truth[i];
            mad += Math.Abs(apart);
            mse += apart * apart;
        }

        return new MatteMeasures(
            1e3 * mad / truth.Length, 1e3 * mse / truth.Length, GradientError(matte, truth, width, height), 1e3 * BandError(matte, truth, width, height));
    }

    /// <summary>How much more or less two consecutive mattes change than the true ones (dtSSD, × 100): flicker.</summary>
    public static double TemporalError(float[] former, float[] matte, float[] formerTruth, float[] truth)
    {
        var sum = 0.0;
        for (var i = 0; i < truth.Length; i++)
        {
            double apart = matte[i] - former[i] - (truth[i] - formerTruth[i]);
            sum += apart * apart;
        }

        return 1e2 * Math.Sqrt(sum / truth.Length);
    }

    /// <summary>
    /// The band: what lies within <see cref="Band"/> pixels of the true edge, which is where the alpha is neither nothing nor
    /// whole, or where the one meets the other. The picture's own border is no edge.
    /// </summary>
    internal static Mat BandOf(float[] truth, int width, int height)
    {
        using var alpha = Mat.FromPixelData(height, width, MatType.CV_32FC1, truth);
        using var whole = new Mat();
        using var some = new Mat();
        Cv2.Compare(alpha, new Scalar(0.99), whole, CmpTypes.GE);
        Cv2.Compare(alpha, new Scalar(0.01), some, CmpTypes.GT);
        using var disc = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size((2 * Band) + 1, (2 * Band) + 1));
        using var outer = new Mat();
        using var inner = new Mat();
        Cv2.Dilate(some, outer, disc);
        Cv2.Erode(whole, inner, disc);
        var band = new Mat();
        Cv2.Subtract(outer, inner, band);
        return band;
    }

    private static unsafe double BandError(float[] matte, float[] truth, int width, int height)
    {
        using var band = BandOf(truth, width, height);
        var (sum, count) = (0.0, 0);
        var isIn = new ReadOnlySpan<byte>((void*)band.Data, truth.Length);
        for (var i = 0; i < truth.Length; i++)
        {
            if (isIn[i] != 0)
            {
                sum += Math.Abs(matte[i] - truth[i]);
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    private static double GradientError(float[] matte, float[] truth, int width, int height)
    {
        using var ofMatte = Gradient(matte, width, height);
        using var ofTruth = Gradient(truth, width, height);
        var norm = Cv2.Norm(ofMatte, ofTruth, NormTypes.L2);
        return norm * norm / 1e3;
    }

    private static Mat Gradient(float[] alpha, int width, int height)
    {
        var (smooth, slope) = Kernels();
        using var picture = Mat.FromPixelData(height, width, MatType.CV_32FC1, alpha);
        using var across = Filtered(picture, slope, smooth);
        using var down = Filtered(picture, smooth, slope);
        var magnitude = new Mat();
        Cv2.Magnitude(across, down, magnitude);
        return magnitude;
    }

    private static Mat Filtered(Mat picture, float[] alongRows, float[] alongColumns)
    {
        using var rows = Mat.FromPixelData(1, alongRows.Length, MatType.CV_32FC1, alongRows);
        using var columns = Mat.FromPixelData(alongColumns.Length, 1, MatType.CV_32FC1, alongColumns);
        var filtered = new Mat();
        Cv2.SepFilter2D(picture, filtered, MatType.CV_32FC1, rows, columns, new Point(-1, -1), 0, BorderTypes.Replicate);
        return filtered;
    }

    /// <summary>A Gaussian and its derivative, cut off where they are small, such that their product has a norm of 1.</summary>
    internal static (float[] Smooth, float[] Slope) Kernels()
    {
        const double epsilon = 1e-2;
        var half = (int)Math.Ceiling(Sigma * Math.Sqrt(-2 * Math.Log(Math.Sqrt(2 * Math.PI) * Sigma * epsilon)));
        var smooth = Enumerable.Range(-half, (2 * half) + 1).Select(x => Math.Exp(-x * x / (2 * Sigma * Sigma)) / (Sigma * Math.Sqrt(2 * Math.PI))).ToArray();
        var slope = smooth.Select((value, i) => -(i - half) * value / (Sigma * Sigma)).ToArray();
        var norm = Math.Sqrt(smooth.Sum(value => value * value) * slope.Sum(value => value * value));
        return ([.. smooth.Select(value => (float)value)], [.. slope.Select(value => (float)(value / norm))]);
    }
}
