using VirtualStage.Client;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Films;

namespace VirtualStage.Server.Tests.Films;

/// <summary>Voices lie where their stamps say; sounds as the pages have them.</summary>
public sealed class FilmSoundTests : IDisposable
{
    private const int MsSamples = 48;
    private const int LateMs = 120;

    private readonly VoiceMix _voices = new(() => new LoudCodec());
    private readonly FilmSound _sound;

    public FilmSoundTests() => _sound = new FilmSound(_voices);

    [Fact]
    public void A_phrase_lies_at_its_stamp_without_a_seam_however_its_stamps_jitter()
    {
        _sound.Hear(Voice(1, 7, 1000, 5));
        _sound.Hear(Voice(1, 8, 1023, 5));
        _sound.Hear(Voice(1, 9, 1037, 5));

        var heard = Mix(900, 400);
        Assert.Equal((100 + LateMs) * MsSamples, Array.IndexOf(heard, (short)5));
        Assert.Equal(60 * MsSamples, heard.Count(sample => sample == 5));
    }

    [Fact]
    public void Speakers_are_added_up_and_never_louder_than_samples_can_be()
    {
        _sound.Hear(Voice(1, 1, 1000, 20_000));
        _sound.Hear(Voice(2, 1, 1000, 20_000));

        Assert.Contains(short.MaxValue, Mix(1000, 200));
    }

    [Fact]
    public void What_came_twice_or_too_late_or_cannot_be_decoded_is_left_out()
    {
        Mix(0, 1000);
        _sound.Hear(Voice(1, 50, 100, 9));
        _sound.Hear(Voice(2, 1, 1100, LoudCodec.Broken));
        _sound.Hear(Voice(3, 1, 1100, 4));
        _sound.Hear(Voice(3, 1, 1100, 4));

        var heard = Mix(1000, 400);
        Assert.DoesNotContain((short)9, heard);
        Assert.Equal(20 * MsSamples, heard.Count(sample => sample == 4));
        Assert.Equal(2, _sound.Lost);
    }

    [Fact]
    public void A_lost_frame_is_glossed_over_and_the_phrase_stays_in_time()
    {
        _sound.Hear(Voice(1, 1, 1000, 5));
        _sound.Hear(Voice(1, 3, 1040, 5));

        var heard = Mix(1000, 400);
        Assert.Equal(20 * MsSamples, heard.Count(sample => sample == LoudCodec.Glossed));
        Assert.Equal((LateMs + 59) * MsSamples, Array.LastIndexOf(heard, (short)5) / MsSamples * MsSamples);
    }

    [Fact]
    public void Behind_a_gap_what_was_read_ahead_is_heard()
    {
        Mix(0, 100);
        _sound.Hear(Voice(1, 1, 600_000, 5));

        Assert.Contains((short)5, Mix(600_000, 200));
    }

    [Fact]
    public void Voices_are_silent_at_another_speed_than_their_own()
    {
        _sound.Hear(Voice(1, 1, 1000, 5));
        var into = new short[400 * MsSamples];
        _sound.Mix(900, 2, into);

        Assert.All(into, sample => Assert.Equal(0, sample));
    }

    [Theory]
    [InlineData(0, null, null, 0, 999, 0)]
    [InlineData(0, null, null, 0, 1000, 100)]
    [InlineData(0, null, null, 0, 1099, 100)]
    [InlineData(0, null, null, 0, 1100, 0)]
    [InlineData(50, null, null, 0, 1060, 0)]
    [InlineData(0, 1020L, null, 0, 1030, 0)]
    [InlineData(0, null, 1020L, 40, 1040, 50)]
    [InlineData(0, null, 1020L, 0, 1020, 0)]
    public void A_sound_is_heard_as_the_pages_have_it(int durationMs, long? heldMs, long? stopMs, int fadeMs, double atMs, float expected)
    {
        var file = Enumerable.Repeat((short)100, 100 * MsSamples).ToArray();
        var part = SoundPart.Of(new SoundStart("bell", 1000, durationMs, 1, heldMs, stopMs, fadeMs), new SoundInfo("bell", "a bell", "h", 1, false, 0), file);

        Assert.Equal(expected, part.At(atMs), 0.001f);
    }

    [Fact]
    public void A_loop_goes_round_and_a_gain_is_bounded()
    {
        short[] file = [.. Enumerable.Range(0, 10 * MsSamples).Select(sample => (short)sample)];
        var part = SoundPart.Of(new SoundStart("sea", 0, 0, 1, null, null, 0), new SoundInfo("sea", "the sea", "h", 1, true, 100), file);

        Assert.Equal(part.At(1), part.At(11), 0.001f);
        Assert.Equal(MsSamples * Math.Pow(10, 0.6), part.At(1), 0.01);
    }

    [Fact]
    public void Scenes_change_what_is_heard_at_their_time()
    {
        var plan = new StagePlan("", 1, 1, [], [], [], [], [], [new SoundInfo("bell", "", "h", 1, true, 0), new SoundInfo("words", "", null, 0, false, 0)], 1);
        _sound.Play(0, [new SoundStart("bell", 0, 0, 1, null, null, 0), new SoundStart("words", 0, 0, 2, null, null, 0), new SoundStart("unknown", 0, 0, 3, null, null, 0)], plan, info => info.Hash is null ? null : [7]);
        _sound.Play(500, [], plan, _ => null);

        Assert.All(Mix(0, 100), sample => Assert.Equal(7, sample));
        Assert.All(Mix(500, 100), sample => Assert.Equal(0, sample));
    }

    public void Dispose() => _sound.Dispose();

    private short[] Mix(double fromMs, int ms)
    {
        var into = new short[ms * MsSamples];
        _sound.Mix(fromMs, 1, into);
        return into;
    }

    private static VoiceHeard Voice(ushort actor, uint sequence, long timeMs, short loudness) =>
        new(actor, sequence, timeMs, VoiceChannel.Stage, BitConverter.GetBytes(loudness));

    /// <summary>A packet says how loud it is.</summary>
    private sealed class LoudCodec : IVoiceCodec
    {
        public const short Broken = -1;
        public const short Glossed = 1;

        public int Encode(ReadOnlySpan<short> samples, Span<byte> packet) => throw new NotSupportedException();

        public void Decode(ReadOnlySpan<byte> packet, Span<short> samples)
        {
            var loudness = packet.IsEmpty ? Glossed : BitConverter.ToInt16(packet);
            if (loudness == Broken)
            {
                throw new VoiceCodecException("broken");
            }

            samples.Fill(loudness);
        }

        public void Dispose()
        {
        }
    }
}
