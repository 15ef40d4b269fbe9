using System.Runtime.Intrinsics;
using VirtualStage.Matting.Networks;

namespace VirtualStage.Matting.Plates;

/// <summary>
/// Brings the plate's colours to those of the frame: for each channel frame = gain · plate + offset, fitted over what is
/// surely background, where pixels that do not fit (shadows, things that were moved) count less and less.
/// </summary>
internal sealed class PlateAlignment
{
    private const int Rounds = 4;

    /// <summary>Every second pixel of every second row is enough.</summary>
    private const int Step = 2;

    /// <summary>Fewer pixels than this say nothing.</summary>
    private const int LeastPixels = 300;

    /// <summary>What the fit may say; beyond it something else has happened than a change of light.</summary>
    private const float MostGain = 2.2f;
    private const float MostOffset = 0.3f;

    /// <summary>A pixel that is further off than this does not fit.</summary>
    private const float Misfitting = 0.06f;

    /// <summary>How much of a small new difference is taken over a frame, so that noise in the fit does not flicker.</summary>
    private const float Pace = 0.35f;

    private readonly float[] _fitGain = [1, 1, 1];
    private readonly float[] _fitOffset = new float[3];
    private bool _isFresh = true;

    public float[] Gain { get; } = [1, 1, 1];

    public float[] Offset { get; } = new float[3];

    /// <summary>Which part of the sure background does not fit the aligned plate, 0 to 1; of no meaning without any.</summary>
    public float Misfit { get; private set; }

    /// <summary>Which part of the looked-at pixels is sure background.</summary>
    public float Background { get; private set; }

    /// <summary>Whether the light is other than when the plate was taken.</summary>
    public bool IsCorrecting => IsOff(0) || IsOff(1) || IsOff(2);

    public Vector128<float> GainVector => Vector128.Create(Gain[0], Gain[1], Gain[2], 1);

    public Vector128<float> OffsetVector => Vector128.Create(Offset[0], Offset[1], Offset[2], 0);

    public void Reset()
    {
        Gain.AsSpan().Fill(1);
        Offset.AsSpan().Clear();
        (Misfit, _isFresh) = (0, true);
    }

    /// <summary>Fits to a frame.</summary>
    /// <param name="frame">The small frame, interleaved red, green, blue.</param>
    /// <param name="plate">The small plate.</param>
    /// <param name="isBody">Above 0 where a body is or may be.</param>
    public void Fit(ReadOnlySpan<float> frame, ReadOnlySpan<float> plate, ReadOnlySpan<byte> isBody)
    {
        Background = CountBackground(isBody) / (float)(BodyNetwork.Pixels / Step / Step);
        if (Background * (BodyNetwork.Pixels / Step / Step) < LeastPixels)
        {
            return;
        }

        for (var channel = 0; channel < 3; channel++)
        {
            (_fitGain[channel], _fitOffset[channel]) = FitChannel(frame, plate, isBody, channel, _isFresh ? 1 : Gain[channel], _isFresh ? 0 : Offset[channel]);
        }

        // A lamp that was switched on is followed at once; what flickers a little is smoothed.
        var fitted = MisfitOf(frame, plate, isBody, _fitGain, _fitOffset);
        var former = MisfitOf(frame, plate, isBody, Gain, Offset);
        var pace = _isFresh || former > fitted + 0.02f ? 1 : Pace;
        for (var channel = 0; channel < 3; channel++)
        {
            Gain[channel] += pace * (_fitGain[channel] - Gain[channel]);
            Offset[channel] += pace * (_fitOffset[channel] - Offset[channel]);
        }

        (Misfit, _isFresh) = (pace < 1 ? MisfitOf(frame, plate, isBody, Gain, Offset) : fitted, false);
    }

    /// <summary>Judges the fit anew, when more is known of where the body is.</summary>
    public void Measure(ReadOnlySpan<float> frame, ReadOnlySpan<float> plate, ReadOnlySpan<byte> isBody)
    {
        Background = CountBackground(isBody) / (float)(BodyNetwork.Pixels / Step / Step);
        Misfit = MisfitOf(frame, plate, isBody, Gain, Offset);
    }

    /// <summary>Which part of the background is off from the plate by more than noise.</summary>
    private static float MisfitOf(ReadOnlySpan<float> frame, ReadOnlySpan<float> plate, ReadOnlySpan<byte> isBody, float[] gain, float[] offset)
    {
        var (count, off) = (0, 0);
        for (var y = 0; y < BodyNetwork.Side; y += Step)
        {
            for (var x = 0; x < BodyNetwork.Side; x += Step)
            {
                var i = (y * BodyNetwork.Side) + x;
                if (isBody[i] == 0)
                {
                    var most = 0f;
                    for (var c = 0; c < 3; c++)
                    {
                        most = Math.Max(most, Math.Abs(frame[(3 * i) + c] - Math.Clamp((gain[c] * plate[(3 * i) + c]) + offset[c], 0, 1)));
                    }

                    count++;
                    off += most > Misfitting ? 1 : 0;
                }
            }
        }

        return count == 0 ? 0 : off / (float)count;
    }

    /// <summary>Whether a middle grey is another one now.</summary>
    private bool IsOff(int channel) => Math.Abs((0.5f * (Gain[channel] - 1)) + Offset[channel]) > 0.05f;

    private static int CountBackground(ReadOnlySpan<byte> isBody)
    {
        var count = 0;
        for (var y = 0; y < BodyNetwork.Side; y += Step)
        {
            for (var x = 0; x < BodyNetwork.Side; x += Step)
            {
                count += isBody[(y * BodyNetwork.Side) + x] == 0 ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>Least squares, weighted anew each round by how well a pixel fitted (Geman and McClure's weights).</summary>
    private static (float Gain, float Offset) FitChannel(
        ReadOnlySpan<float> frame, ReadOnlySpan<float> plate, ReadOnlySpan<byte> isBody, int channel, float gain, float offset)
    {
        // Wide at first, so that a change of light is found from afar; then narrow.
        var scale = 0.3f;
        for (var round = 0; round < Rounds; round++)
        {
            var (n, sp, sf, spp, spf) = (1e-3f, 0f, 0f, 0f, 0f);
            for (var y = 0; y < BodyNetwork.Side; y += Step)
            {
                for (var x = 0; x < BodyNetwork.Side; x += Step)
                {
                    var i = (y * BodyNetwork.Side) + x;
                    var (p, f) = (plate[(3 * i) + channel], frame[(3 * i) + channel]);
                    // What is clipped in either says nothing of the light.
                    if (isBody[i] != 0 || p is < 0.01f or > 0.985f || f is < 0.01f or > 0.985f)
                    {
                        continue;
                    }

                    var off = (f - (gain * p) - offset) / scale;
                    var weight = 1 / ((1 + (off * off)) * (1 + (off * off)));
                    n += weight;
                    sp += weight * p;
                    sf += weight * f;
                    spp += weight * p * p;
                    spf += weight * p * f;
                }
            }

            // A plain wall cannot tell gain from offset: a little is held to the gain of before.
            var hold = 0.002f * n;
            var spread = spp - (sp * sp / n);
            gain = Math.Clamp((spf - (sp * sf / n) + (hold * gain)) / (spread + hold), 1 / MostGain, MostGain);
            offset = Math.Clamp((sf - (gain * sp)) / n, -MostOffset, MostOffset);
            scale = Math.Max(0.03f, scale * 0.4f);
        }

        return (gain, offset);
    }
}
