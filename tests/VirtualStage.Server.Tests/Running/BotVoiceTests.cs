using VirtualStage.Bots;
using VirtualStage.Client;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Console;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Understudies who speak their lines aloud, in a theatre that runs.</summary>
public sealed class BotVoiceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Understudies_speak_their_lines_aloud_one_after_the_other_in_time()
    {
        Assert.SkipWhen(BotTroupe.MissingForVoices is not null, BotTroupe.MissingForVoices ?? "");
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--bot-voices", "on");
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-director", "call"));
        using var listener = await VoiceSocket.Listen(theatre, ticket: theatre.Ticket("p-director", "call"));
        await director.Do(new TakeCalling());
        await director.Do(new OpenHouse());
        await director.Do(new CallBeginners());
        await Eventually.So(async () => (await director.View()).Roles.All(role => role is { OnStage: true, ByBot: true }));
        await director.Do(new StartShow());

        var first = await listener.Hear();
        var heard = new List<VoiceHeard> { first };
        while (heard[^1].Actor == first.Actor)
        {
            heard.Add(await listener.Hear());
        }

        // The first line is a second or so of speech without a gap; then somebody else answers.
        var line = heard.TakeWhile((voice, frame) => voice.Sequence == first.Sequence + (uint)frame && voice.Actor == first.Actor).ToList();
        Assert.InRange(line.Count, 10, 200);
        Assert.All(line.Index(), frame => Assert.Equal(first.TimeMs + (frame.Index * VoiceFrame.Milliseconds), frame.Item.TimeMs));
        Assert.InRange(heard[^1].TimeMs, line[^1].TimeMs + VoiceFrame.Milliseconds, long.MaxValue);
        Assert.InRange(LoudestOf(line), 2000, short.MaxValue);
        Assert.All(heard, voice => Assert.Equal(VoiceChannel.Stage, voice.Channel));
    }

    public void Dispose() => _folder.Dispose();

    private static int LoudestOf(IEnumerable<VoiceHeard> line)
    {
        using var codec = new OpusVoiceCodec();
        var samples = new short[VoiceFrame.Samples];
        return line.Max(voice =>
        {
            codec.Decode(voice.Data, samples);
            return samples.Max(sample => (int)sample);
        });
    }
}
