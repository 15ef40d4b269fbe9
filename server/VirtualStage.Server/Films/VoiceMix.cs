using VirtualStage.Client;
using VirtualStage.Contracts.Actors;

namespace VirtualStage.Server.Films;

/// <summary>
/// All voices on one tape that runs in performance time: each frame of a voice is decoded and laid where its stamp says.
/// Frames of a phrase follow one another without a seam. One thread.
/// </summary>
/// <param name="codec">Makes a decoder for a speaker.</param>
internal sealed class VoiceMix(Func<IVoiceCodec> codec) : IDisposable
{
    private const int SamplesInAMs = FilmFormat.SamplesInASecond / 1000;

    /// <summary>So much of the tape is there: what is heard now, and what was read ahead.</summary>
    private const int Length = 20 * FilmFormat.SamplesInASecond;

    /// <summary>A stamp that is farther off its place in the phrase begins a new one.</summary>
    private const long MostOff = 60 * SamplesInAMs;

    /// <summary>So many lost frames are glossed over.</summary>
    private const uint MostGlossed = 3;
    private const int MostSpeakers = 64;

    private readonly float[] _tape = new float[Length];
    private readonly Dictionary<ushort, Speaker> _speakers = [];
    private readonly short[] _samples = new short[VoiceFrame.Samples];
    private long? _from;

    /// <summary>Frames that could not be decoded, or came too late to be heard.</summary>
    public long Lost { get; private set; }

    /// <summary>Lays a frame on the tape; one that lies before where the tape is, or far ahead, is lost.</summary>
    public void Hear(VoiceHeard voice)
    {
        if (!_speakers.TryGetValue(voice.Actor, out var speaker))
        {
            if (_speakers.Count >= MostSpeakers)
            {
                Lost++;
                return;
            }

            _speakers[voice.Actor] = speaker = new Speaker(codec());
        }

        var stamped = voice.TimeMs * SamplesInAMs;
        var ahead = (int)(voice.Sequence - speaker.Next);
        var follows = speaker.Has && ahead is >= 0 and < 50 && Math.Abs(stamped - (speaker.At + (ahead * (long)VoiceFrame.Samples))) <= MostOff;
        if (speaker.Has && ahead is < 0 and > -50)
        {
            // It was here before, or came after the one that follows it: the decoder is past it.
            return;
        }

        if (!follows)
        {
            speaker.At = stamped;
        }
        else
        {
            for (var missing = 0; missing < ahead; missing++, speaker.At += VoiceFrame.Samples)
            {
                if (ahead <= MostGlossed)
                {
                    Lay(speaker, []);
                }
            }
        }

        (speaker.Has, speaker.Next) = (true, voice.Sequence + 1);
        Lay(speaker, voice.Data);
        speaker.At += VoiceFrame.Samples;
    }

    /// <summary>Winds the tape on to a sample of performance time; what lies before it is not heard any more. Back, it is wiped.</summary>
    public void MoveTo(long sample)
    {
        if (_from is { } from && sample >= from && sample - from < _tape.Length)
        {
            Wipe(from, (int)(sample - from));
        }
        else if (_from is not null)
        {
            Array.Clear(_tape);
        }

        _from = sample;
    }

    /// <summary>Adds what is on the tape from here on, and goes on behind it.</summary>
    public void AddTo(Span<float> into)
    {
        var from = _from ?? 0;
        for (var i = 0; i < into.Length; i++)
        {
            into[i] += _tape[PlaceOf(from + i)];
        }

        Wipe(from, into.Length);
        _from = from + into.Length;
    }

    public void Dispose()
    {
        foreach (var speaker in _speakers.Values)
        {
            speaker.Codec.Dispose();
        }
    }

    private void Wipe(long from, int count)
    {
        var place = PlaceOf(from);
        var first = Math.Min(count, _tape.Length - place);
        Array.Clear(_tape, place, first);
        Array.Clear(_tape, 0, count - first);
    }

    private static int PlaceOf(long sample) => (int)(((sample % Length) + Length) % Length);

    private void Lay(Speaker speaker, ReadOnlySpan<byte> packet)
    {
        if (_from is not { } from || speaker.At < from || speaker.At + VoiceFrame.Samples > from + _tape.Length)
        {
            Lost++;
            return;
        }

        try
        {
            speaker.Codec.Decode(packet, _samples);
        }
        catch (VoiceCodecException)
        {
            Lost++;
            return;
        }

        for (var i = 0; i < _samples.Length; i++)
        {
            _tape[PlaceOf(speaker.At + i)] += _samples[i];
        }
    }

    private sealed class Speaker(IVoiceCodec codec)
    {
        public IVoiceCodec Codec { get; } = codec;

        public bool Has { get; set; }

        public uint Next { get; set; }

        /// <summary>Where the next frame of the phrase lies.</summary>
        public long At { get; set; }
    }
}
