using VirtualStage.Contracts.Company;

namespace VirtualStage.Productions.Tests.Companies;

public sealed class RecordingConsentTests
{
    private const string Tonight = CheckedCompany.Performance;
    private readonly CheckedCompany _company = new("p-ann", "p-bob");

    [Fact]
    public void Nobody_is_recorded_who_did_not_say_so_and_who_did_can_take_it_back()
    {
        Assert.Empty(_company.State.Recorded);

        _company.Do(new ConsentToRecording(true), "p-ann").Do(new ConsentToRecording(true), "p-bob").Do(new ConsentToRecording(true), "p-bob");
        Assert.Equal(["p-ann", "p-bob"], _company.State.Recorded.Order());

        _company.Do(new ConsentToRecording(false), "p-ann");
        Assert.Equal(["p-bob"], _company.State.Recorded);
    }

    [Fact]
    public void Who_leaves_the_company_takes_the_consent_along()
    {
        _company.Do(new ConsentToRecording(true), "p-ann").Do(new RemoveMember("p-ann"));

        Assert.Empty(_company.State.Recorded);
    }

    [Fact]
    public void Who_calls_the_show_pauses_the_recording_and_nobody_else_does()
    {
        _company.Do(new SwitchRecording(Tonight, false));
        Assert.True(_company.Run.IsRecordingPaused);

        _company.Do(new SwitchRecording(Tonight, true));
        Assert.False(_company.Run.IsRecordingPaused);
        Assert.Equal("your ticket does not allow to call", _company.Try(new SwitchRecording(Tonight, false), "p-ann"));
        Assert.Equal("there is no such performance of this company", _company.Try(new SwitchRecording("hamlet-99", false)));
    }
}
