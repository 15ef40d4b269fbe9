using System.Buffers;
using System.Threading.Channels;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Performers;
using VirtualStage.Contracts.Wire;
using VirtualStage.Server.Performers.Video;
using VirtualStage.Server.Stage;
using VirtualStage.Server.StageDoor;
using VirtualStage.Server.StageDoor.Limits;

namespace VirtualStage.Server.Performers;

/// <summary>
/// One performer: what their page sends goes to the matting, what that answers goes to the page and, when they show
/// themselves, to those who look at the stage.
/// </summary>
internal sealed class PerformerLink : IMattingListener, IDisposable
{
    private const int PictureTag = 2;
    private const int ReportTag = 5;

    /// <summary>Cameras give 60 pictures a second at most; what is more is not looked at.</summary>
    private static readonly Allowance _messages = new(130, 260);
    private static readonly Allowance _bytes = new(16 << 20, 32 << 20);

    /// <summary>Replies that wait for the page; the oldest makes room.</summary>
    private const int MostReplies = 16;

    private const int MostUnreadable = 10;

    private readonly Channel<byte[]> _replies = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(MostReplies) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly StageHost _stage;
    private readonly MattingHost _matting;
    private readonly int _number;
    private readonly PerformerVoice _voice;
    private readonly VideoLine _video;
    private readonly Lock _showing = new();
    private readonly MattingTimes _times = new();
    private TokenBucket _messageBucket = new(_messages, Now);
    private TokenBucket _byteBucket = new(_bytes, Now);
    private byte[]? _plate;
    private int _unreadable;
    private volatile bool _isShown;
    private volatile bool _asAvatar;
    private volatile MattingState _state = new(PlateHealth.None, 0, 0, 1, "");
    private volatile MattingStepTimes[] _steps = [];

    public PerformerLink(CastActor cast, StageHost stage, MattingHost matting)
    {
        (Cast, _stage, _matting) = (cast, stage, matting);
        _video = new VideoLine(cast.Role, stage.Pictures, TimeProvider.System, () => Pass(VideoMessages.Wanted.Span, isAnswered: false));
        _number = matting.Add(this);
        _voice = new PerformerVoice(cast.Person, stage, Reply);
    }

    public CastActor Cast { get; }

    public PerformerView View => new(Cast.Role, Cast.Name, _isShown, _state, _steps, _video.Words(_isShown, _asAvatar));

    private static TimeSpan Now => TimeSpan.FromMilliseconds(Environment.TickCount64);

    /// <summary>What goes to the page, IPerformerReplies in MessagePack.</summary>
    public IAsyncEnumerable<byte[]> Replies(CancellationToken cancel) => _replies.Reader.ReadAllAsync(cancel);

    /// <summary>Takes an IPerformerMessage in MessagePack; false when too many could not be read.</summary>
    public bool Take(ReadOnlyMemory<byte> message)
    {
        if (!_messageBucket.TryTake(Now) || !_byteBucket.TryTake(Now, message.Length))
        {
            return true;
        }

        if (TagOf(message) is not { } tag)
        {
            return ++_unreadable < MostUnreadable;
        }

        switch (tag)
        {
            case 0 when Stamped(message, out var number) is { } frame:
                _times.Begin(number);
                Pass(frame.Span);
                return true;
            case 1:
                _plate = null;
                Pass(message.Span, isAnswered: false);
                return true;
            case 2:
                _plate = message.ToArray();
                Pass(_plate);
                return true;
            case 3 when Read(message) is Showing showing:
                Show(showing.IsShown);
                return true;
            case 4 when Read(message) is VoiceFrame frame:
                _voice.Say(frame);
                return true;
            case 5 when Read(message) is Appearing appearing:
                Appear(appearing.AsAvatar);
                return true;
            default:
                return ++_unreadable < MostUnreadable;
        }
    }

    public void Heard(ReadOnlyMemory<byte> reply)
    {
        var reader = new MessagePackReader(reply);
        reader.ReadArrayHeader();
        var tag = reader.ReadInt32();
        lock (_showing)
        {
            if (_video.Heard(tag, ref reader, _isShown && !_asAvatar))
            {
                return;
            }
        }

        switch (tag)
        {
            case PictureTag:
                reader.ReadArrayHeader();
                var number = reader.ReadUInt32();
                var picture = reader.TryReadNil() ? default : reader.ReadRaw();
                _state = ContractResolver.Options.Resolver.GetFormatterWithVerify<MattingState>().Deserialize(ref reader, ContractResolver.Options);
                if (picture.IsEmpty)
                {
                    break;
                }

                _times.End(number);
                if (Show(picture))
                {
                    _video.IsWanted();
                }

                break;
            case ReportTag when Answered(reply) is MattingReport report:
                _steps = report.Steps;
                break;
        }

        _replies.Writer.TryWrite(reply.ToArray());
    }

    public void Lost(string reason)
    {
        _state = _state with { Fps = 0, Plate = PlateHealth.None, Words = reason };
        _video.Lost();
        Tell(reason);
        if (_plate is { } plate)
        {
            // A picture of the room that was given is given again; one that was taken lies in the process that is gone.
            Pass(plate);
        }
    }

    private void Tell(string words) => Reply(new PerformerTold(words));

    private void Reply(IPerformerReply reply) => _replies.Writer.TryWrite(MessagePackSerializer.Serialize(reply, ContractResolver.Options));

    public void Dispose()
    {
        _matting.Remove(_number);
        _voice.Dispose();
        Show(false);
        _replies.Writer.TryComplete();
    }

    /// <returns>True when somebody looks who can decode a video of such pictures.</returns>
    private bool Show(in ReadOnlySequence<byte> picture)
    {
        lock (_showing)
        {
            if (!_isShown)
            {
                return false;
            }

            var isOn = _stage.HasOn(Cast.Role);
            var (message, isVideoWanted) = _stage.Pictures.Show(Cast.Role, _asAvatar ? AvatarPictures.Of(picture) : picture, isOn);
            _stage.Tape?.See(Cast.Role, isOn && _stage.Rules.MayRecord(Cast.Person) ? message.Bytes : (ReadOnlyMemory<byte>?)null);
            return isVideoWanted && !_asAvatar;
        }
    }

    /// <summary>
    /// From here on no picture of before comes any more, whoever is about to show one. Who showed none has none to take away: a
    /// camera that is not let in leaves alone what the role's other one shows.
    /// </summary>
    private void Show(bool isShown)
    {
        lock (_showing)
        {
            var wasShown = _isShown;
            _isShown = isShown;
            if (wasShown && !isShown)
            {
                _stage.Pictures.Remove(Cast.Role);
                _stage.Tape?.See(Cast.Role, null);
            }
        }
    }

    private void Appear(bool asAvatar)
    {
        lock (_showing)
        {
            _asAvatar = asAvatar;
            // The last picture is not to be seen any more: the next one comes in the other way.
            _stage.Pictures.Remove(Cast.Role);
            _stage.Tape?.See(Cast.Role, null);
        }
    }

    /// <summary>While the matting starts anew it takes nothing; the performer was told so.</summary>
    private void Pass(ReadOnlySpan<byte> message, bool isAnswered = true) => _matting.Send(_number, message, isAnswered);

    /// <summary>
    /// A camera's picture with the time at which it was taken: its own, or the present one where its clock does not tell the
    /// performance's time or it has none (0). Null for what is no picture.
    /// </summary>
    private ReadOnlyMemory<byte>? Stamped(ReadOnlyMemory<byte> message, out uint number)
    {
        number = 0;
        var reader = new MessagePackReader(message);
        try
        {
            reader.ReadArrayHeader();
            reader.ReadInt32();
            if (reader.ReadArrayHeader() != 3)
            {
                return null;
            }

            number = reader.ReadUInt32();
            var timeMs = reader.ReadInt64();
            if (reader.ReadBytes() is not { } jpeg)
            {
                return null;
            }

            return timeMs != 0 && VoiceRelay.IsTimely(_stage, timeMs)
                ? message
                : MessagePackSerializer.Serialize<IPerformerMessage>(new CameraFrame(number, _stage.Clock.NowMs, jpeg.ToArray()), ContractResolver.Options);
        }
        catch (Exception e) when (e is MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The union's tag; null for what is no such message.</summary>
    private static int? TagOf(ReadOnlyMemory<byte> message)
    {
        try
        {
            var reader = new MessagePackReader(message);
            return reader.ReadArrayHeader() == 2 ? reader.ReadInt32() : null;
        }
        catch (Exception e) when (e is MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            return null;
        }
    }

    private static IPerformerMessage? Read(ReadOnlyMemory<byte> message)
    {
        try
        {
            return MessagePackSerializer.Deserialize<IPerformerMessage?>(message, ContractResolver.Options);
        }
        catch (MessagePackSerializationException)
        {
            return null;
        }
    }

    private static IPerformerReply? Answered(ReadOnlyMemory<byte> reply) =>
        MessagePackSerializer.Deserialize<IPerformerReply?>(reply, ContractResolver.Options);
}
