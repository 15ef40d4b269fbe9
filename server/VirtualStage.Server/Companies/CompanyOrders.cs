using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Company;
using VirtualStage.Productions.Companies;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Companies;

/// <summary>What an event of a company means for stages, doors and pages. Never on replay.</summary>
public sealed class CompanyOrders(
    Stages stages, Repertoire repertoire, BannedAddresses addresses, OpenPages pages, CompanyMessages messages, CompanyFeed feed)
{
    /// <summary>Marks a company as changed.</summary>
    public void Changed(string production)
    {
        foreach (var performance in repertoire.NewestFirst.Where(id => Repertoire.ProductionOf(id) == production))
        {
            feed.Changed(performance);
        }
    }

    /// <summary>Does what an event says, after it was written down.</summary>
    public void Do(CompanyHappening happening, CompanyState state)
    {
        try
        {
            Carry(happening, state);
        }
        finally
        {
            if (happening.Event is PersonEjected or StageLockChanged or AuditionMoved or PersonBanned or MemberRemoved)
            {
                // The register knows already: nobody comes in behind this.
                foreach (var stage in stages.All)
                {
                    stage.Order(host => host.LetGo());
                }
            }
        }
    }

    private void Carry(CompanyHappening happening, CompanyState state)
    {
        switch (happening.Event)
        {
            case PromptGiven prompt:
                Prompt(prompt);
                break;
            case CallGiven call:
                Call(call, happening);
                break;
            case DigestsSent digests:
                SendDigests(digests.Performance, state, happening);
                break;
            case MovedToWings moved:
                stages.Find(moved.Performance)?.Order(stage => stage.MoveToWings(moved.Person));
                break;
            case RecordingConsentChanged:
                // A recording shows what holds from its next keyframe on.
                foreach (var stage in stages.All)
                {
                    stage.House.AskForKeyframe();
                }

                break;
            case PersonBanned ban:
                ShowOut(ban.Person);
                if (ban.WithAddress)
                {
                    addresses.Add(ban.Person);
                    pages.CloseFrom(addresses.Contains);
                }

                break;
            case BanLifted lifted:
                addresses.Remove(lifted.Person);
                break;
            case MemberRemoved removed:
                ShowOut(removed.Person);
                break;
        }
    }

    /// <summary>Keeps what was said, and tells those whom it is for.</summary>
    public void Say(SendMessage message, string sender, string commandId, long atMs) => Say(
        message.Performance,
        new SaidMessage(0, atMs, sender, message.ToKind, message.To, message.IsNote ? MessageKind.Note : MessageKind.Said, message.Text),
        commandId);

    private void Say(string performance, SaidMessage message, string commandId)
    {
        if (messages.Add(performance, message, commandId) is { } kept)
        {
            feed.Said(performance, kept);
        }
    }

    private void ShowOut(string person)
    {
        addresses.ShowOut(person);
        pages.CloseAll(person);
    }

    private void Prompt(PromptGiven prompt)
    {
        if (stages.Find(prompt.Performance) is { } stage && stage.Production.FindLine(prompt.Line) is { } line)
        {
            var words = new Prompt(prompt.Role, prompt.Line, PromptWords.Of(line.Text, prompt.Level), prompt.Level);
            stage.Order(host => host.Tell(prompt.Role, words));
        }
    }

    private void Call(CallGiven call, CompanyHappening happening)
    {
        var words = call.Call switch
        {
            CompanyCall.Half => "This is the half.",
            CompanyCall.Quarter => "This is the quarter.",
            CompanyCall.Five => "This is the five.",
            _ => "Beginners, please.",
        };
        stages.Find(call.Performance)?.Order(host => host.TellAll(new ActorCall(words)));
        Say(
            call.Performance,
            new SaidMessage(0, happening.AtMs, happening.Person, AddressKind.Everybody, "", MessageKind.Call, words),
            happening.CommandId ?? Guid.NewGuid().ToString());
    }

    private void SendDigests(string performance, CompanyState state, CompanyHappening happening)
    {
        if (stages.Find(performance) is not { } stage)
        {
            return;
        }

        foreach (var (person, text) in Digests.Of(state.RunOf(performance).LineNotes, stage.Production))
        {
            Say(
                performance,
                new SaidMessage(0, happening.AtMs, happening.Person, AddressKind.Person, person, MessageKind.Note, text),
                $"{happening.CommandId}/{person}");
        }
    }
}
