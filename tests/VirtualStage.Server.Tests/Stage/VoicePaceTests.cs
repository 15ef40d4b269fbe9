using VirtualStage.Contracts.Actors;
using VirtualStage.Productions.Companies;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Tests.Stage;

public sealed class VoicePaceTests
{
    [Fact]
    public void A_voice_in_real_time_goes_on_for_as_long_as_it_likes()
    {
        var pace = new VoicePace(0);
        for (var frame = 1; frame <= 10_000; frame++)
        {
            Assert.True(pace.Allows(110, frame * VoiceFrame.Milliseconds), $"frame {frame}");
        }
    }

    [Fact]
    public void What_a_network_held_back_for_a_second_passes_at_once_and_no_more()
    {
        var pace = new VoicePace(0);

        Assert.All(Enumerable.Range(0, VoicePace.FramesAtOnce), _ => Assert.True(pace.Allows(80, 0)));
        Assert.False(pace.Allows(80, 0));
        Assert.True(pace.Allows(80, VoiceFrame.Milliseconds));
        Assert.False(pace.Allows(80, VoiceFrame.Milliseconds));
    }

    [Fact]
    public void Frames_as_large_as_they_may_be_are_too_much_for_a_voice()
    {
        var pace = new VoicePace(0);
        var passed = Enumerable.Range(1, 500).Count(frame => pace.Allows(VoiceFrame.MaxBytes, frame * VoiceFrame.Milliseconds));

        Assert.InRange(passed * VoiceFrame.MaxBytes, VoicePace.BytesPerSecond * 9, VoicePace.BytesAtOnce + (VoicePace.BytesPerSecond * 10));
    }

    [Fact]
    public void Every_department_of_a_company_has_a_channel_of_its_name() =>
        Assert.Equal(CompanyDepartments.All.Prepend(nameof(VoiceChannel.Stage)), Enum.GetNames<VoiceChannel>());
}
