using VirtualStage.Contracts.Company;

namespace VirtualStage.Productions.Companies;

public sealed partial class Company
{
    private static string? PromptRole(Draft draft, GivePrompt prompt)
    {
        if ((draft.NotTonight(prompt.Performance) ?? draft.NoRole(prompt.Role)) is { } refusal)
        {
            return refusal;
        }

        if (PromptWords.NextLine(draft.Moment.Production, prompt.Role, draft.Moment.Tonight!.CurrentLine) is not { } line)
        {
            return "this role has no line any more";
        }

        var former = draft.State.RunOf(prompt.Performance).Prompts.GetValueOrDefault(prompt.Role);
        var level = former?.Line == line.Id ? Math.Min(former.Level + 1, PromptWords.Whole) : 1;
        draft.Happens(new PromptGiven(prompt.Performance, prompt.Role, line.Id, level));
        return null;
    }

    /// <summary>What is said stands in no event: it can be erased.</summary>
    private static string? Say(Draft draft, SendMessage message)
    {
        var sender = draft.Sender.Person;
        if ((draft.NotTonight(message.Performance)
            ?? Draft.BadText("a message", message.Text, CompanyLimits.Text, least: 1)) is { } refusal)
        {
            return refusal;
        }

        if (!draft.State.Members.ContainsKey(sender))
        {
            return "you are not of the company";
        }

        if (draft.State.Muted.Contains(sender))
        {
            return "you are muted";
        }

        return message.ToKind switch
        {
            AddressKind.Person => draft.NoMember(message.To),
            AddressKind.Department when !CompanyDepartments.All.Contains(message.To) => $"there is no department {message.To}",
            AddressKind.Everybody when message.To.Length > 0 => "a message to everybody names nobody",
            _ => null,
        };
    }

    private static string? Note(Draft draft, NoteLine note)
    {
        if ((draft.NotTonight(note.Performance) ?? draft.NoRole(note.Role)) is { } refusal)
        {
            return refusal;
        }

        var production = draft.Moment.Production;
        if (production.FindLine(note.Line) is null)
        {
            return $"there is no line {note.Line} in the text that is played";
        }

        if (!production.RolesOf(production.SpeechOf(note.Line)).Any(role => role.Id == note.Role))
        {
            return $"{note.Role} does not speak line {note.Line}";
        }

        var run = draft.State.RunOf(note.Performance);
        if (run.NotesMade >= CompanyLimits.LineNotes)
        {
            return $"a performance holds at most {CompanyLimits.LineNotes} line notes";
        }

        var person = draft.Moment.Tonight!.Casting.GetValueOrDefault(note.Role);
        draft.Happens(new LineNoted(note.Performance, run.NotesMade + 1, note.Line, note.Role, person, note.Kind));
        return null;
    }

    private static string? TakeBackNote(Draft draft, TakeBackLineNote note)
    {
        if (!draft.State.RunOf(note.Performance).LineNotes.Exists(made => made.Id == note.Note))
        {
            return "there is no such line note";
        }

        draft.Happens(new LineNoteTakenBack(note.Performance, note.Note));
        return null;
    }

    private static string? Digest(Draft draft, string performance)
    {
        if (!draft.State.RunOf(performance).LineNotes.Exists(note => note.Person is not null))
        {
            return "there is no line note for anybody";
        }

        draft.Happens(new DigestsSent(performance));
        return null;
    }
}
