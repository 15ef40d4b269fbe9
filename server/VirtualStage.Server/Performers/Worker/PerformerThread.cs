using MessagePack;
using VirtualStage.Contracts.Performers;
using VirtualStage.Contracts.Wire;
using VirtualStage.Matting;
using VirtualStage.Matting.Pace;
using VirtualStage.Server.Performers.Video;
using BodyBox = VirtualStage.Contracts.Performers.BodyBox;
using PlateHealth = VirtualStage.Contracts.Performers.PlateHealth;

namespace VirtualStage.Server.Performers.Worker;

/// <summary>One performer's matting on a thread of its own. Of the camera's pictures the newest one waits, and no older one.</summary>
internal sealed class PerformerThread : IDisposable
{
    /// <summary>
    /// A plate is taken of the pictures of this time, or of as many as are enough, whichever takes longer; while somebody is
    /// there or something moves, it is waited for a while in which nobody is and nothing does.
    /// </summary>
    private static readonly TimeSpan _plateTime = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _platePatience = TimeSpan.FromSeconds(12);

    /// <summary>Of a CameraFrame in the union.</summary>
    private const int FrameTag = 0;

    private readonly Action<byte[]> _reply;
    private readonly PerformerMatting _matting;
    private readonly RateGovernor _governor = new(TimeProvider.System);
    private readonly MattingMeter _meter = new(TimeProvider.System);
    private readonly MattedPicture _picture = new();
    private readonly VideoEncoder _video;
    private readonly Thread _thread;
    private readonly Lock _gate = new();
    private readonly NewestFrame _newest = new();
    private readonly Queue<IPerformerMessage> _orders = new();
    private readonly AutoResetEvent _news = new(false);
    private long? _plateSince;
    private volatile bool _ends;
    private volatile MattingState _state = new(PlateHealth.None, 0, 0, 1, "");

    /// <param name="reply">Sends an IPerformerReply in MessagePack, or one of <see cref="VideoMessages"/>. Any thread.</param>
    public PerformerThread(MattingModels models, Action<byte[]> reply)
    {
        _reply = reply;
        _matting = new PerformerMatting(models, new MattingOptions { Cores = Environment.ProcessorCount > 2 ? 2 : 1 });
        _video = new VideoEncoder(VideoEncoding.Start, TimeProvider.System, reply);
        _thread = new Thread(Work) { IsBackground = true, Name = "performer" };
        _thread.Start();
    }

    /// <summary>Takes an IPerformerMessage in MessagePack; the bytes are valid during the call.</summary>
    public void Take(ReadOnlyMemory<byte> message)
    {
        try
        {
            var reader = new MessagePackReader(message);
            reader.ReadArrayHeader();
            switch (reader.ReadInt32())
            {
                case FrameTag:
                    TakeFrame(ref reader);
                    break;
                case VideoMessages.WantedTag:
                    _video.Want();
                    break;
                default:
                    TakeOrder(MessagePackSerializer.Deserialize<IPerformerMessage?>(message, ContractResolver.Options));
                    break;
            }
        }
        catch (Exception e) when (e is MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            // Every message is answered, so that a process that hangs is told from one that has nothing to say.
            Reply(new OwnMatte(0, null, _state with { Words = "your page sends what the matting cannot read" }));
        }
    }

    public void Dispose()
    {
        _ends = true;
        _news.Set();
        _thread.Join();
        _video.Dispose();
        _matting.Dispose();
        _news.Dispose();
    }

    /// <summary>Reads a CameraFrame as its formatter would, without an array for its picture.</summary>
    private void TakeFrame(ref MessagePackReader reader)
    {
        reader.ReadArrayHeader();
        var (number, timeMs) = (reader.ReadUInt32(), reader.ReadInt64());
        var jpeg = reader.ReadBytes() ?? throw new MessagePackSerializationException("a frame without a picture");
        var refusal = _newest.Put(jpeg.FirstSpan, new FrameStamp(number, timeMs, Environment.TickCount64), out var replaced);
        if (refusal != FrameRefusal.None)
        {
            Reply(new OwnMatte(number, null, _state with { Words = refusal.Words() }));
        }
        else if (replaced is { } former)
        {
            Reply(new OwnMatte(former.Number, null, _state));
        }

        _news.Set();
    }

    private void TakeOrder(IPerformerMessage? order)
    {
        lock (_gate)
        {
            if (order is PlateStart or PlateGiven && _orders.Count < 4)
            {
                _orders.Enqueue(order);
            }
        }

        _news.Set();
    }

    private void Work()
    {
        while (!_ends)
        {
            while (NextOrder() is { } order)
            {
                Do(order);
            }

            if (_newest.TryTake(out var jpeg, out var stamp))
            {
                Take(jpeg, stamp);
            }
            else
            {
                _news.WaitOne();
            }
        }
    }

    private IPerformerMessage? NextOrder()
    {
        lock (_gate)
        {
            return _ends ? null : _orders.TryDequeue(out var order) ? order : null;
        }
    }

    private void Do(IPerformerMessage order)
    {
        switch (order)
        {
            case PlateStart:
                _matting.CancelPlate();
                _plateSince = Environment.TickCount64;
                break;
            case PlateGiven given:
                Tell(_matting.UsePlate(given.Image));
                break;
        }
    }

    private void Take(ReadOnlySpan<byte> jpeg, FrameStamp stamp)
    {
        if (_plateSince is { } since)
        {
            TakeForPlate(jpeg, stamp, since);
        }
        else if (_governor.Take())
        {
            Matte(jpeg, stamp);
        }
        else
        {
            PassOver(stamp.Number);
        }
    }

    private void TakeForPlate(ReadOnlySpan<byte> jpeg, FrameStamp stamp, long since)
    {
        var progress = _matting.AddPlateFrame(jpeg, stamp.CameMs);
        var age = TimeSpan.FromMilliseconds(Environment.TickCount64 - since);
        Reply(new Contracts.Performers.PlateProgress((float)Math.Min(1, age / _plateTime)));
        PassOver(stamp.Number, progress.Refusal.Words());
        if (age >= _platePatience || (age >= _plateTime && progress.IsEnough && _matting.HasStillFrames()))
        {
            _plateSince = null;
            Tell(_matting.FinishPlate());
        }
    }

    private void Matte(ReadOnlySpan<byte> jpeg, FrameStamp stamp)
    {
        var start = _meter.Now;
        _matting.Scale = _governor.Scale;
        var outcome = _matting.Matte(jpeg, stamp.TimeMs, _picture);
        if (outcome.IsMatted)
        {
            Film(stamp.TimeMs);
        }

        _governor.Done(_meter.Now - start);
        if (!outcome.IsMatted)
        {
            PassOver(stamp.Number, outcome.Refusal.Words());
            return;
        }

        _meter.Add(_picture.Steps, Environment.TickCount64 - stamp.CameMs);
        Reply(new OwnMatte(
            stamp.Number,
            new PerformerPicture(
                stamp.TimeMs,
                _picture.Width,
                _picture.Height,
                Told(_picture.Body),
                _picture.Colour.ToArray(),
                _picture.Alpha.ToArray(),
                AvatarSolver.Of(_picture.Pose, _picture.Width, _picture.Height)),
            State(_picture.Words)));
        if (_meter.ReportIsDue())
        {
            Reply(new MattingReport(_meter.Steps()));
        }
    }

    /// <summary>Hands the picture to the video, where one is wanted and has time.</summary>
    private void Film(long timeMs)
    {
        if (_video.Room() is { } room)
        {
            _matting.Stack(room);
            _video.Encode(room, timeMs, Told(_picture.Body));
        }
    }

    private static BodyBox Told(in Matting.BodyBox body) => new(body.Left, body.Top, body.Right, body.Bottom);

    private void PassOver(uint number, string words = "") => Reply(new OwnMatte(number, null, State(words)));

    private MattingState State(string words) => _state = new MattingState(
        (PlateHealth)_picture.Health,
        _meter.Fps,
        _meter.LatencyMs,
        _governor.Scale switch { MatteScale.Full => 1f, MatteScale.Reduced => 0.75f, _ => 0.5f },
        words.Length > 0 ? words : _governor.Words);

    private void Tell(PlateVerdict verdict) =>
        Reply(new PlateJudged(verdict.IsAccepted, verdict.ToDo.Length > 0 ? $"{verdict.Words}: {verdict.ToDo}" : verdict.Words));

    private void Reply(IPerformerReply reply) => _reply(MessagePackSerializer.Serialize(reply, ContractResolver.Options));
}
