using System.Runtime.CompilerServices;
using OpenCvSharp;

namespace VirtualStage.Server.Performers.Cameras;

/// <summary>A video file, at its own speed.</summary>
/// <param name="repeats">Whether it begins again at its end.</param>
internal sealed class RecordedCamera(string file, bool repeats, TimeProvider time) : ICamera
{
    private const int Quality = 90;
    private const double UsualRate = 30;
    private const double MostRate = 60;

    public async IAsyncEnumerable<byte[]> Pictures([EnumeratorCancellation] CancellationToken cancel)
    {
        using var picture = new Mat();
        do
        {
            using var video = new VideoCapture(file);
            if (!video.IsOpened())
            {
                throw new InvalidDataException($"{file} cannot be read as a video");
            }

            var rate = video.Fps is > 0 and <= MostRate ? video.Fps : UsualRate;
            var start = time.GetTimestamp();
            var count = 0;
            for (; video.Read(picture) && !picture.Empty(); count++)
            {
                var wait = TimeSpan.FromSeconds(count / rate) - time.GetElapsedTime(start);
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, time, cancel);
                }

                Cv2.ImEncode(".jpg", picture, out var jpeg, new ImageEncodingParam(ImwriteFlags.JpegQuality, Quality));
                yield return jpeg;
            }

            if (count == 0)
            {
                throw new InvalidDataException($"there is no picture in {file}");
            }
        }
        while (repeats);
    }
}
