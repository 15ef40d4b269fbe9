using VirtualStage.Contracts.Company;

namespace VirtualStage.Productions.Tests.Companies;

public sealed class ModerationTests
{
    private const string Tonight = CheckedCompany.Performance;
    private readonly CheckedCompany _company = new("p-ann");

    [Fact]
    public void Everything_that_a_moderator_does_can_be_undone()
    {
        _company
            .Do(new SetMuted("p-ann", true, "shouting"))
            .Do(new SetFrozen("p-ann", true, "running about"))
            .Do(new Eject(Tonight, "p-ann", "shooting"))
            .Do(new Ban("p-ann", true, "again"))
            .Do(new LockStage(Tonight, true));
        Assert.True(_company.State.Muted.Contains("p-ann") && _company.State.Frozen.Contains("p-ann") && _company.State.IsKeptOut("p-ann"));
        Assert.True(_company.Run.Ejected.ContainsKey("p-ann") && _company.Run.IsLocked);
        Assert.Equal((true, "again", CheckedCompany.Director), (_company.State.Bans["p-ann"].WithAddress, _company.State.Bans["p-ann"].Reason, _company.State.Bans["p-ann"].By));

        _company
            .Do(new SetMuted("p-ann", false, ""))
            .Do(new SetFrozen("p-ann", false, ""))
            .Do(new Readmit(Tonight, "p-ann"))
            .Do(new LiftBan("p-ann"))
            .Do(new LockStage(Tonight, false));

        Assert.Empty(_company.State.Muted);
        Assert.Empty(_company.State.Frozen);
        Assert.Empty(_company.State.Bans);
        Assert.Empty(_company.Run.Ejected);
        Assert.False(_company.Run.IsLocked);
    }

    [Fact]
    public void Nobody_restrains_themselves_the_owner_or_a_stranger()
    {
        _company.Join(CheckedCompany.Owner, "moderate");
        foreach (Func<string, ICompanyCommand> restraint in new Func<string, ICompanyCommand>[]
        {
            person => new SetMuted(person, true, ""), person => new SetFrozen(person, true, ""), person => new Eject(Tonight, person, ""),
            person => new Ban(person, false, ""),
        })
        {
            Assert.Equal("you cannot do that to yourself", _company.Try(restraint(CheckedCompany.Director)));
            Assert.Equal("nobody can do that to the theatre's owner", _company.Try(restraint(CheckedCompany.Owner)));
            Assert.Equal("this person is not of the company and does not audition for it", _company.Try(restraint("p-stranger")));
            Assert.Equal("your ticket does not allow to moderate", _company.Try(restraint("p-ann"), "p-ann", ["call", "cast", "notes", "edit", "act"]));
        }
    }

    [Fact]
    public void Who_auditions_can_be_restrained_as_well()
    {
        _company.Do(new OpenAudition("Hamlet", "", [], null, 10, 20));
        _company.SignUp("p-new");

        _company.Do(new Ban("p-new", false, "no actor"));

        Assert.True(_company.State.IsKeptOut("p-new"));
    }

    [Fact]
    public void What_was_not_done_cannot_be_undone_and_what_was_done_changes_nothing_again()
    {
        Assert.Equal("this person was not ejected", _company.Try(new Readmit(Tonight, "p-ann")));
        Assert.Equal("this person is not banned", _company.Try(new LiftBan("p-ann")));
        Assert.Contains("a reason has", _company.Try(new Ban("p-ann", false, new string('x', 201))));
        _company.Do(new SetMuted("p-ann", true, ""));
        var revision = _company.State.Revision;
        _company.Do(new SetMuted("p-ann", true, ""));
        Assert.Equal(revision, _company.State.Revision);
    }
}
