namespace VirtualStage.Productions.Companies;

/// <summary>More than this no company needs: a boundary, so that nobody can fill the journal.</summary>
public static class CompanyLimits
{
    public const int Members = 1000;
    public const int Covers = 20;
    public const int CallingLine = 20;
    public const int Auditions = 200;
    public const int Places = 200;
    public const int SlotMinutes = 240;
    public const int Title = 100;
    public const int Note = 1000;
    public const int Reason = 200;
    public const int Word = 80;
    public const int Text = 1000;
    public const int LineNotes = 5000;
    public const int CallsOfAKind = 20;
}
