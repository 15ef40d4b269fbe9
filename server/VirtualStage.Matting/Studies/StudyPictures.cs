using OpenCvSharp;
using VirtualStage.Matting.Frames;

namespace VirtualStage.Matting.Studies;

/// <summary>Reads and writes the pictures of a study.</summary>
internal static class StudyPictures
{
    private const long MostBytes = 64 * 1024 * 1024;

    /// <exception cref="InvalidDataException">It cannot be read, or is too small or large.</exception>
    public static Mat Colours(string file)
    {
        var picture = Read(file, ImreadModes.Color);
        Check(picture, file);
        return picture;
    }

    /// <summary>An alpha from 0 to 1, of the size that it must have.</summary>
    /// <exception cref="InvalidDataException">It cannot be read, or has another size.</exception>
    public static float[] Alpha(string file, int width, int height)
    {
        using var picture = Read(file, ImreadModes.Grayscale);
        if (picture.Width != width || picture.Height != height)
        {
            throw new InvalidDataException($"{file} has {picture.Width}×{picture.Height} pixels, its picture {width}×{height}: a true alpha has the picture's size");
        }

        var alpha = new float[width * height];
        using var floats = Mat.FromPixelData(height, width, MatType.CV_32FC1, alpha);
        picture.ConvertTo(floats, MatType.CV_32FC1, 1 / 255.0);
        return alpha;
    }

    public static void Check(Mat picture, string name)
    {
        if (picture.Width is < FrameLimits.LeastSide or > FrameLimits.MostSide || picture.Height is < FrameLimits.LeastSide or > FrameLimits.MostSide
            || picture.Width * picture.Height > FrameLimits.MostPixels)
        {
            throw new InvalidDataException(
                $"{name} has {picture.Width}×{picture.Height} pixels; pictures of {FrameLimits.LeastSide}×{FrameLimits.LeastSide} to 1920×1080 can be matted");
        }
    }

    /// <summary>Writes a picture into the folder and nowhere else.</summary>
    public static void Write(string folder, string name, Mat picture)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (Path.GetDirectoryName(path) != Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))
        {
            throw new InvalidDataException($"{name} would not lie in {folder}");
        }

        if (!Cv2.ImWrite(path, picture, new ImageEncodingParam(ImwriteFlags.PngCompression, 1)))
        {
            throw new IOException($"{path} cannot be written");
        }
    }

    private static Mat Read(string file, ImreadModes mode)
    {
        if (new FileInfo(file).Length > MostBytes)
        {
            throw new InvalidDataException($"{file} has more than {MostBytes / 1024 / 1024} MB");
        }

        try
        {
            var picture = Cv2.ImRead(file, mode | ImreadModes.IgnoreOrientation);
            if (!picture.Empty())
            {
                return picture;
            }

            picture.Dispose();
        }
        catch (OpenCVException)
        {
            // Damaged, or larger than anything: said below.
        }

        throw new InvalidDataException($"{file} cannot be read as a picture");
    }
}
