using OpenCvSharp;

namespace VirtualStage.Benchmarks;

/// <summary>A drawn figure that walks through a drawn room, for where no pictures lie beside the repository.</summary>
internal static class DrawnClip
{
    public static (byte[] Plate, byte[][] Frames) Of(int frames)
    {
        using var room = new Mat(720, 1280, MatType.CV_8UC3, new Scalar(150, 150, 110));
        for (var i = 0; i < 40; i++)
        {
            Cv2.Rectangle(room, new Rect(i * 97 % 1200, i * 53 % 650, 60, 90), new Scalar(60 + (i * 4), 200 - (i * 3), 70), -1);
        }

        return (Encoded(room), [.. Enumerable.Range(0, frames).Select(i => Frame(room, 400 + (i * 6)))]);
    }

    private static byte[] Frame(Mat room, int x)
    {
        using var frame = room.Clone();
        Cv2.Ellipse(frame, new Point(x, 130), new Size(55, 70), 0, 0, 360, new Scalar(130, 160, 210), -1);
        Cv2.Ellipse(frame, new Point(x, 420), new Size(120, 240), 0, 0, 360, new Scalar(90, 60, 50), -1);
        return Encoded(frame);
    }

    private static byte[] Encoded(Mat picture)
    {
        Cv2.ImEncode(".jpg", picture, out var bytes);
        return bytes;
    }
}
