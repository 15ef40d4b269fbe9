using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using BenchmarkDotNet.Attributes;
using MessagePack;
using VirtualStage.Contracts.Performers;
using VirtualStage.Contracts.Wire;
using VirtualStage.Matting;
using VirtualStage.Server.Performers.Video;
using BodyBox = VirtualStage.Contracts.Performers.BodyBox;

namespace VirtualStage.Benchmarks;

/// <summary>
/// A performer's pictures as pairs of JPEGs and as a video by ffmpeg: bytes a second of both, at 30 pictures a second, and what
/// the encoder takes; a line of JSON at the end. The clip is ../shared/data/matting/webcam.mjpeg where it is; a drawn one else.
/// </summary>
[InThisProcess]
[WarmupCount(1)]
[IterationCount(1)]
[InvocationCount(1)]
public class VideoBenchmarks
{
    private const int Rate = 30;
    private const int Frames = 120;

    private static readonly byte[] _between = [0xff, 0xd9, 0xff, 0xd8];

    private readonly CameraTime _time = new();
    private readonly List<double> _encoderMs = [];
    private byte[] _plate = [];
    private byte[][] _frames = [];
    private (int Width, int Height) _size;
    private long _pairBytes;
    private List<(bool IsKey, int Bytes)> _units = [];

    [GlobalSetup]
    public void Load()
    {
        if (MattingSupport.Probe().Reason is { } reason)
        {
            throw new InvalidOperationException($"Skipped: {reason}");
        }

        var clip = Repository.PathOf("..", "shared", "data", "matting", "webcam.mjpeg");
        if (File.Exists(clip))
        {
            _frames = [.. Cut(File.ReadAllBytes(clip)).TakeLast(Frames)];
            _plate = File.ReadAllBytes(Repository.PathOf("..", "shared", "data", "matting", "webcam-plate.png"));
        }
        else
        {
            (_plate, _frames) = DrawnClip.Of(Frames);
        }
    }

    [Benchmark]
    public void MatteAndEncodeAClip()
    {
        (_pairBytes, _units) = (0, []);
        _encoderMs.Clear();
        var replies = Channel.CreateUnbounded<byte[]>();
        using var models = MattingModels.Load();
        using var matting = new PerformerMatting(models);
        matting.UsePlate(_plate, evenIfDoubtful: true);
        using var encoder = new VideoEncoder(VideoEncoding.Start, _time, reply => replies.Writer.TryWrite(reply));
        var into = new MattedPicture();
        for (var i = 0; i < _frames.Length; i++)
        {
            var timeMs = i * 1000L / Rate;
            if (!matting.Matte(_frames[i], timeMs, into).IsMatted)
            {
                throw new InvalidOperationException("a picture of the clip cannot be read");
            }

            _size = (into.Width, into.Height);
            _pairBytes += into.Colour.Length + into.Alpha.Length;
            _time.NowMs = timeMs;
            encoder.Want();
            var began = Stopwatch.GetTimestamp();
            StackedPicture? room;
            while ((room = encoder.Room()) is null)
            {
                Thread.Yield();
            }

            matting.Stack(room);
            encoder.Encode(room, timeMs, new BodyBox(0, 0, 1, 1));
            while (_units.Count == i)
            {
                Take(replies.Reader.ReadAsync().AsTask().GetAwaiter().GetResult());
            }

            _encoderMs.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
    }

    [GlobalCleanup]
    public void Print() => Console.WriteLine(JsonSerializer.Serialize(new
    {
        pictures = $"{_frames.Length} of {_size.Width} by {_size.Height}, {Rate} a second",
        jpegPairBytesPerSecond = _pairBytes * Rate / _frames.Length,
        videoBytesPerSecond = _units.Sum(unit => (long)unit.Bytes) * Rate / _frames.Length,
        keyframes = _units.Count(unit => unit.IsKey),
        largestKeyframe = _units.Where(unit => unit.IsKey).Max(unit => unit.Bytes),
        largestOther = _units.Where(unit => !unit.IsKey).Max(unit => unit.Bytes),
        encoderMsP50 = Of(0.5),
        encoderMsP95 = Of(0.95),
    }));

    private double Of(double part)
    {
        double[] sorted = [.. _encoderMs.Order()];
        return Math.Round(sorted[(int)((sorted.Length - 1) * part)], 2);
    }

    private void Take(byte[] reply)
    {
        var reader = new MessagePackReader(reply);
        reader.ReadArrayHeader();
        var tag = reader.ReadInt32();
        reader.ReadArrayHeader();
        if (tag == VideoMessages.WordsTag)
        {
            var words = reader.ReadString();
            if (!string.IsNullOrEmpty(words))
            {
                throw new InvalidOperationException(words);
            }

            return;
        }

        var isKey = reader.ReadBoolean();
        var video = ContractResolver.Options.Resolver.GetFormatterWithVerify<PerformerVideo>().Deserialize(ref reader, ContractResolver.Options);
        _units.Add((isKey, video.Data.Length));
    }

    /// <summary>JPEGs one after the other.</summary>
    private static IEnumerable<byte[]> Cut(byte[] file)
    {
        for (var start = 0; start < file.Length;)
        {
            var next = file.AsSpan(start).IndexOf(_between);
            var end = next < 0 ? file.Length : start + next + 2;
            yield return file[start..end];
            start = end;
        }
    }

    /// <summary>The camera's time, in which the matting takes none.</summary>
    private sealed class CameraTime : TimeProvider
    {
        public long NowMs { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => NowMs;
    }
}
