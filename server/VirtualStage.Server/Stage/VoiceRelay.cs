using System.Buffers;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.House;

namespace VirtualStage.Server.Stage;

/// <summary>
/// Passes voices on, as they are: the stage's to everybody on it and to the house, backstage talk to the members of a
/// department alone. Each frame is written once for all who hear it. On the theatre's loop only.
/// </summary>
internal sealed class VoiceRelay(StageHost stage, List<StageActor> actors)
{
    private const byte ArrayOfTwo = 0x92;
    private const byte VoiceHeardTag = 8;
    private const int UnionBytes = 2;
    private const int MostBackstage = 500;

    /// <summary>What a frame's stamp may be off, in real milliseconds: a line's delay, and a clock that is not yet set well.</summary>
    private const int LateMs = 2000;
    private const int EarlyMs = 500;

    private static readonly string[] _departments = Enum.GetNames<VoiceChannel>();

    private readonly ArrayBufferWriter<byte> _frame = new(VoiceFrame.MaxBytes + 64);
    private readonly List<Speaker> _backstage = [];
    private ushort _lastBackstage = VoiceHeard.FirstBackstage;

    /// <summary>What the house hears. From any thread.</summary>
    public VoiceTrack House { get; } = new();

    /// <summary>Lets somebody of the company talk and listen who is not on the stage; false when there are too many.</summary>
    public bool Join(Speaker speaker)
    {
        if (_backstage.Count == MostBackstage)
        {
            return false;
        }

        do
        {
            _lastBackstage = _lastBackstage == ushort.MaxValue ? VoiceHeard.FirstBackstage : (ushort)(_lastBackstage + 1);
        }
        while (_backstage.Exists(other => other.Id == _lastBackstage));
        speaker.Id = _lastBackstage;
        _backstage.Add(speaker);
        return true;
    }

    public void Leave(Speaker speaker) => _backstage.Remove(speaker);

    /// <summary>Passes on what somebody says, or tells them why not.</summary>
    public void Take(Speaker speaker, VoiceFrame frame)
    {
        var nowMs = (long)(stage.Clock.NowMs / stage.Clock.Rate);
        if (Refuse(speaker, frame, nowMs) is { } reason)
        {
            speaker.Refuse(reason, nowMs);
        }
        else if (frame.Channel == VoiceChannel.Stage)
        {
            var bytes = Write(speaker.Id, frame, frame.TimeMs);
            House.Add(bytes.AsSpan(UnionBytes));
            if (stage.Tape is { } tape && (speaker.IsBot || stage.Rules.MayRecord(speaker.Person)))
            {
                tape.Hear(bytes.AsMemory(UnionBytes));
            }

            foreach (var actor in actors)
            {
                // A bot listens to nobody.
                if (actor.Voice != speaker && !actor.Cast.IsBot)
                {
                    actor.Link.SendVoice(bytes);
                }
            }
        }
        else
        {
            TalkBackstage(speaker, Write(speaker.Id, frame, stage.Clock.NowMs), _departments[(int)frame.Channel]);
        }
    }

    /// <summary>Sends the house what was said in this turn of the loop.</summary>
    public void Publish() => House.Publish(toGuests: stage.HouseIsOpen);

    private void TalkBackstage(Speaker speaker, byte[] bytes, string department)
    {
        foreach (var actor in actors)
        {
            if (actor.Voice != speaker && actor.Cast is { IsBot: false, Reads: false } && stage.Rules.IsIn(department, actor.Cast.Person))
            {
                actor.Link.SendVoice(bytes);
            }
        }

        foreach (var other in _backstage)
        {
            if (other != speaker && stage.Rules.IsIn(department, other.Person))
            {
                other.Link.SendVoice(bytes);
            }
        }
    }

    private string? Refuse(Speaker speaker, VoiceFrame frame, long nowMs) => frame switch
    {
        _ when !speaker.HasBreathFor(frame, nowMs) => "your client sends more than a voice",
        _ when !OpusPacket.IsVoice(frame.Data) => "your client sends what is no voice",
        _ when stage.Rules.IsMuted(speaker.Person) => "you are muted",
        _ when stage.Rules.IsFrozen(speaker.Person) => "you are frozen",
        { Channel: VoiceChannel.Stage } when !speaker.IsOnStage => "you are not on the stage",
        { Channel: VoiceChannel.Stage } => IsTimely(stage, frame.TimeMs) ? null : "your client's clock does not tell the performance's time",
        _ => stage.Rules.MayTalkTo(_departments[(int)frame.Channel], speaker.Person) ? null : $"you are not of {_departments[(int)frame.Channel]}",
    };

    /// <summary>True for a stamp that is of now, as far as lines and clocks allow. From any thread.</summary>
    internal static bool IsTimely(StageHost stage, long timeMs)
    {
        var aheadMs = timeMs - stage.Clock.NowMs;
        return aheadMs <= EarlyMs * stage.Clock.Rate && aheadMs >= -LateMs * stage.Clock.Rate;
    }

    /// <summary>Writes the union that VoiceHeard's formatter would, without the record.</summary>
    private byte[] Write(ushort actor, VoiceFrame frame, long timeMs)
    {
        _frame.ResetWrittenCount();
        var writer = new MessagePackWriter(_frame);
        writer.WriteRaw([ArrayOfTwo, VoiceHeardTag]);
        writer.WriteArrayHeader(5);
        writer.Write(actor);
        writer.Write(frame.Sequence);
        writer.Write(timeMs);
        writer.Write((int)frame.Channel);
        writer.Write(frame.Data);
        writer.Flush();

        // Links keep it until it is sent, so it is a copy: one for all.
        return _frame.WrittenSpan.ToArray();
    }
}
