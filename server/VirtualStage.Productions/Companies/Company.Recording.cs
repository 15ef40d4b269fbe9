using VirtualStage.Contracts.Company;

namespace VirtualStage.Productions.Companies;

public sealed partial class Company
{
    /// <summary>Nobody consents for somebody else.</summary>
    private static string? Consent(Draft draft, bool consents)
    {
        var person = draft.Sender.Person;
        if (draft.NoMember(person) is { } refusal)
        {
            return refusal;
        }

        if (draft.State.Recorded.Contains(person) != consents)
        {
            draft.Happens(new RecordingConsentChanged(person, consents));
        }

        return null;
    }

    private static string? Record(Draft draft, SwitchRecording recording)
    {
        if (draft.NotTonight(recording.Performance) is { } refusal)
        {
            return refusal;
        }

        if (draft.State.RunOf(recording.Performance).IsRecordingPaused == recording.IsOn)
        {
            draft.Happens(new RecordingSwitched(recording.Performance, recording.IsOn));
        }

        return null;
    }
}
