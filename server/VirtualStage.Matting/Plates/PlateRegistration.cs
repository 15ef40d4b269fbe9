using OpenCvSharp;
using VirtualStage.Matting.Networks;

namespace VirtualStage.Matting.Plates;

/// <summary>
/// Finds how the camera has moved since the plate was taken, and moves the plate after it: features of both pictures that lie
/// in the background are matched (ORB), and the rest is found by the pictures themselves (ECC, G. Evangelidis and
/// E. Psarakis, 2008). It takes some tenths of a second, and is done beside the frames.
/// </summary>
internal static class PlateRegistration
{
    /// <summary>The longer side of the pictures in which is searched.</summary>
    private const int Side = 480;

    private const int Features = 1000;
    private const int LeastMatches = 16;

    /// <summary>No camera that was knocked against moves its picture further than this part of it.</summary>
    private const double MostShift = 0.25;

    /// <summary>Where the plate lies in the frame: a matrix from frame to plate in their own pixels; null where it cannot be found.</summary>
    /// <param name="isBody">Above 0 in what is no background, on the small grid.</param>
    public static Mat? Find(Mat frame, Mat plate, byte[] isBody)
    {
        var scale = Math.Min(1, Side / (double)Math.Max(frame.Width, frame.Height));
        using var shownFrame = Grey(frame, scale);
        using var shownPlate = Grey(plate, scale);
        using var background = Background(isBody, shownFrame.Size());
        using var guess = Guess(shownFrame, shownPlate, background) ?? Mat.Eye(2, 3, MatType.CV_32FC1).ToMat();
        try
        {
            using var blurredFrame = shownFrame.GaussianBlur(new Size(5, 5), 0);
            using var blurredPlate = shownPlate.GaussianBlur(new Size(5, 5), 0);
            var fit = Cv2.FindTransformECC(
                blurredFrame, blurredPlate, guess, MotionTypes.Affine, new TermCriteria(CriteriaTypes.Count | CriteriaTypes.Eps, 40, 1e-4), background);
            return fit > 0.6 ? AtFullSize(guess, scale, frame) : null;
        }
        catch (OpenCVException)
        {
            // It does not converge: the pictures have too little in common.
            return null;
        }
    }

    /// <summary>The plate as the camera would see it now.</summary>
    public static Plate Move(Plate plate, Mat transform)
    {
        var moved = new Mat();
        Cv2.WarpAffine(
            plate.Picture.Mat, moved, transform, plate.Picture.Mat.Size(), InterpolationFlags.Linear | InterpolationFlags.WarpInverseMap, BorderTypes.Replicate);
        return new Plate(moved);
    }

    private static Mat Grey(Mat picture, double scale)
    {
        using var grey = picture.CvtColor(ColorConversionCodes.BGR2GRAY);
        return grey.Resize(new Size(), scale, scale, InterpolationFlags.Area);
    }

    private static Mat Background(byte[] isBody, Size size)
    {
        using var small = Mat.FromPixelData(BodyNetwork.Side, BodyNetwork.Side, MatType.CV_8UC1, isBody);
        using var inverse = new Mat();
        Cv2.Compare(small, new Scalar(0), inverse, CmpTypes.EQ);
        return inverse.Resize(size, 0, 0, InterpolationFlags.Nearest);
    }

    private static Mat? Guess(Mat frame, Mat plate, Mat background)
    {
        using var orb = ORB.Create(Features);
        using var inFrame = new Mat();
        using var inPlate = new Mat();
        orb.DetectAndCompute(frame, background, out var framePoints, inFrame);
        orb.DetectAndCompute(plate, null, out var platePoints, inPlate);
        if (framePoints.Length < LeastMatches || platePoints.Length < LeastMatches)
        {
            return null;
        }

        using var matcher = new BFMatcher(NormTypes.Hamming, crossCheck: true);
        var matches = matcher.Match(inFrame, inPlate).Where(match => match.Distance < 50).ToArray();
        if (matches.Length < LeastMatches)
        {
            return null;
        }

        using var from = InputArray.Create(matches.Select(match => framePoints[match.QueryIdx].Pt));
        using var to = InputArray.Create(matches.Select(match => platePoints[match.TrainIdx].Pt));
        using var inliers = new Mat();
        using var found = Cv2.EstimateAffinePartial2D(from, to, inliers, RobustEstimationAlgorithms.RANSAC, 3);
        if (found is null || found.Empty() || Cv2.CountNonZero(inliers) < LeastMatches || IsFar(found, frame))
        {
            return null;
        }

        var guess = new Mat();
        found.ConvertTo(guess, MatType.CV_32FC1);
        return guess;
    }

    private static bool IsFar(Mat transform, Mat picture)
    {
        var (x, y) = (picture.Width / 2.0, picture.Height / 2.0);
        var movedX = (transform.At<double>(0, 0) * x) + (transform.At<double>(0, 1) * y) + transform.At<double>(0, 2);
        var movedY = (transform.At<double>(1, 0) * x) + (transform.At<double>(1, 1) * y) + transform.At<double>(1, 2);
        return Math.Abs(movedX - x) > MostShift * picture.Width || Math.Abs(movedY - y) > MostShift * picture.Height;
    }

    private static Mat? AtFullSize(Mat transform, double scale, Mat frame)
    {
        var full = new Mat();
        transform.ConvertTo(full, MatType.CV_64FC1);
        // A pixel's middle is half a pixel from its edge at either size.
        var half = 0.5 - (0.5 / scale);
        for (var row = 0; row < 2; row++)
        {
            var (a, b, c) = (full.At<double>(row, 0), full.At<double>(row, 1), full.At<double>(row, 2));
            full.Set(row, 2, (c / scale) + (half * (a + b - 1)));
        }

        return IsFar(full, frame) ? Disposed(full) : full;
    }

    private static Mat? Disposed(Mat mat)
    {
        mat.Dispose();
        return null;
    }
}
