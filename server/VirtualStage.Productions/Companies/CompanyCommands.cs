using VirtualStage.Contracts.Company;

namespace VirtualStage.Productions.Companies;

/// <summary>What is common to commands of a company.</summary>
public static class CompanyCommands
{
    /// <summary>The performance that a command is about; null for one that holds for all.</summary>
    public static string? PerformanceOf(ICompanyCommand command) => command switch
    {
        CoverRole cover => cover.Performance,
        UncoverRole uncover => uncover.Performance,
        MarkAttendance mark => mark.Performance,
        SignIn signIn => signIn.Performance,
        GiveCall call => call.Performance,
        AskReady ask => ask.Performance,
        AnswerReady answer => answer.Performance,
        GivePrompt prompt => prompt.Performance,
        SendMessage message => message.Performance,
        NoteLine note => note.Performance,
        TakeBackLineNote note => note.Performance,
        SendDigests digests => digests.Performance,
        MoveToWings move => move.Performance,
        Eject eject => eject.Performance,
        Readmit readmit => readmit.Performance,
        LockStage @lock => @lock.Performance,
        SwitchRecording recording => recording.Performance,
        _ => null,
    };
}
