using VirtualStage.Bots;
using VirtualStage.Bots.Voices;
using VirtualStage.Contracts.Actors;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Bots;

/// <summary>What understudies say aloud: by espeak-ng and libopus, where both are there.</summary>
public sealed class SpeechTests
{
    private const string Role = "hamlet";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Roles_have_voices_of_their_own_and_keep_them()
    {
        string[] roles = ["hamlet", "claudius", "gertrude", "horatio", "polonius", "ophelia", "laertes", "osric", "ghost", "bernardo"];

        Assert.Equal(roles.Length, roles.Select(RoleVoice.Of).Distinct().Count());
        Assert.Equal(RoleVoice.Of("hamlet"), RoleVoice.Of("hamlet"));
        Assert.All(roles.Select(RoleVoice.Of), voice => Assert.True(voice is { Pitch: >= 35 and <= 65, WordsPerMinute: >= 145 and <= 170 }));
    }

    [Fact]
    public async Task A_line_is_spoken_for_as_long_as_its_words_take()
    {
        SkipWithoutVoices();
        var few = await SpeechProgram.Speak("Who's there?", RoleVoice.Of(Role), Cancel);
        var many = await SpeechProgram.Speak("To be, or not to be: that is the question: whether 'tis nobler in the mind to suffer", RoleVoice.Of(Role), Cancel);

        Assert.InRange(few!.Length, WaveFile.VoiceRate / 4, WaveFile.VoiceRate * 3);
        Assert.InRange(many!.Length, few.Length * 2, WaveFile.VoiceRate * 15);
        Assert.InRange(many.Max(sample => (int)sample), 2000, short.MaxValue);
    }

    [Fact]
    public async Task What_looks_like_an_option_is_text_and_no_text_is_no_line_that_hurts()
    {
        SkipWithoutVoices();

        Assert.NotNull(await SpeechProgram.Speak("--help; -w /etc/passwd | $(reboot) <speak>", RoleVoice.Of(Role), Cancel));
        Assert.InRange((await SpeechProgram.Speak("", RoleVoice.Of(Role), Cancel))?.Length ?? 0, 0, WaveFile.VoiceRate);
    }

    [Fact]
    public async Task Speaking_ends_when_it_is_told_to()
    {
        SkipWithoutVoices();
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SpeechProgram.Speak("Never", RoleVoice.Of(Role), gone.Token));
    }

    [Fact]
    public async Task Lines_are_got_ready_ahead_and_kept()
    {
        SkipWithoutVoices();
        var lines = new SpokenLines();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var working = lines.Work(end.Token);
        Assert.Null(lines.Find(Role, "Words, words, words."));

        await Eventually.So(() => lines.Find(Role, "Words, words, words.") is not null);

        var line = lines.Find(Role, "Words, words, words.")!;
        Assert.Same(line, lines.Find(Role, "Words, words, words."));
        Assert.InRange(line.DurationMs, 500, 5000);
        Assert.All(line.Packets, packet => Assert.True(OpusPacket.IsVoice(packet)));
        await end.CancelAsync();
        await working;
    }

    private static void SkipWithoutVoices() =>
        Assert.SkipWhen(BotTroupe.MissingForVoices is not null, BotTroupe.MissingForVoices ?? "");
}
