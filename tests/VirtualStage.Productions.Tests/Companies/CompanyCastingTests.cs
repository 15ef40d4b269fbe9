using VirtualStage.Contracts.Company;
using VirtualStage.Productions.Companies;

namespace VirtualStage.Productions.Tests.Companies;

public sealed class CompanyCastingTests
{
    private readonly CheckedCompany _company = new("p-ann", "p-ben", "p-cid");

    [Fact]
    public void The_cast_is_given_taken_back_and_given_to_somebody_else()
    {
        _company.Do(new GiveRole("hamlet", "p-ann")).Do(new GiveRole("ghost", "p-ann")).Do(new GiveRole("hamlet", "p-ben"));
        Assert.Equal(("p-ben", "p-ann"), (_company.State.Cast["hamlet"], _company.State.Cast["ghost"]));

        _company.Do(new TakeRoleBack("hamlet"));

        Assert.False(_company.State.Cast.ContainsKey("hamlet"));
        Assert.Equal("nobody has the role hamlet", _company.Try(new TakeRoleBack("hamlet")));
    }

    [Fact]
    public void What_is_not_there_cannot_be_cast_and_nothing_changes()
    {
        Assert.Equal("there is no role king-lear", _company.Try(new GiveRole("king-lear", "p-ann")));
        Assert.Equal("this person is not of the company", _company.Try(new GiveRole("hamlet", "p-stranger")));
        Assert.Equal("this person is not of the company", _company.Try(new SetCovers("hamlet", ["p-ann", "p-stranger"])));
        Assert.Equal("a person covers a role once", _company.Try(new SetCovers("hamlet", ["p-ann", "p-ann"])));
        Assert.Equal("a role has at most 20 covers", _company.Try(new SetCovers("hamlet", [.. Enumerable.Repeat("p-ann", 21)])));
        Assert.Contains("there is no department Wigs", _company.Try(new SetDepartments("p-ann", ["Wigs"])));
    }

    [Theory]
    [InlineData("cast", true)]
    [InlineData("call", false)]
    [InlineData("notes", false)]
    [InlineData("moderate", false)]
    [InlineData("act", false)]
    public void A_role_is_given_by_who_may_cast(string scope, bool may)
    {
        var refusal = _company.Try(new GiveRole("hamlet", "p-ann"), "p-ben", [scope]);

        Assert.Equal(may ? null : "your ticket does not allow to cast", refusal);
    }

    [Fact]
    public void A_command_that_is_sent_again_changes_nothing_more()
    {
        Assert.Null(_company.Try(new GiveRole("hamlet", "p-ann"), id: "once"));
        Assert.Null(_company.Try(new GiveRole("hamlet", "p-ben"), id: "once"));

        Assert.Equal("p-ann", _company.State.Cast["hamlet"]);
    }

    [Fact]
    public void A_swing_covers_many_roles_and_the_first_who_is_there_takes_one_over()
    {
        _company
            .Do(new SetCovers("hamlet", ["p-ann", "p-ben"]))
            .Do(new SetCovers("laertes", ["p-ben"]))
            .Do(new SignIn(CheckedCompany.Performance), "p-ben");

        _company.Do(new CoverRole(CheckedCompany.Performance, "hamlet", null));

        Assert.Equal("p-ben", _company.Run.Covering["hamlet"]);
        _company.Do(new UncoverRole(CheckedCompany.Performance, "hamlet"));
        Assert.Empty(_company.Run.Covering);
        Assert.Equal("nobody covers hamlet in this performance", _company.Try(new UncoverRole(CheckedCompany.Performance, "hamlet")));
    }

    [Fact]
    public void Nobody_takes_a_role_over_who_is_needed_in_another_one_unless_they_are_named()
    {
        _company.Do(new SetCovers("hamlet", ["p-ben"])).Do(new SignIn(CheckedCompany.Performance), "p-ben");
        _company.Casting["laertes"] = "p-ben";

        var refusal = _company.Try(new CoverRole(CheckedCompany.Performance, "hamlet", null));

        Assert.Contains("is needed in another one at the same time", refusal);
        _company.Do(new CoverRole(CheckedCompany.Performance, "hamlet", "p-ben"));
        Assert.Equal("p-ben", _company.Run.Covering["hamlet"]);
    }

    [Fact]
    public void Without_covers_who_are_there_nobody_takes_over()
    {
        Assert.Equal("nobody covers this role", _company.Try(new CoverRole(CheckedCompany.Performance, "hamlet", null)));
        _company.Do(new SetCovers("hamlet", ["p-ann"]));
        Assert.Equal("nobody who covers this role is signed in", _company.Try(new CoverRole(CheckedCompany.Performance, "hamlet", null)));
        Assert.Equal("there is no such performance of this company", _company.Try(new CoverRole("hamlet-9", "hamlet", "p-ann")));
    }

    [Fact]
    public void Who_is_taken_out_of_the_company_leaves_nothing_behind_and_comes_in_no_more()
    {
        _company
            .Do(new GiveRole("hamlet", "p-ann"))
            .Do(new SetCovers("laertes", ["p-ann", "p-ben"]))
            .Do(new SetCovers("osric", ["p-ann"]));

        _company.Do(new RemoveMember("p-ann"));

        Assert.Empty(_company.State.Cast);
        Assert.Equal(["p-ben"], _company.State.Covers["laertes"]);
        Assert.False(_company.State.Covers.ContainsKey("osric"));
        Assert.True(_company.State.IsKeptOut("p-ann"));
        Assert.Equal("you cannot do that to yourself", _company.Try(new RemoveMember(CheckedCompany.Director)));
    }

    [Fact]
    public void Departments_are_the_companys_and_the_cast_belongs_to_its_own_by_itself()
    {
        _company.Do(new SetDepartments("p-ann", ["Lights", "Sound"])).Do(new GiveRole("hamlet", "p-ben"));

        Assert.True(_company.State.IsIn("Sound", "p-ann"));
        Assert.False(_company.State.IsIn("Scenery", "p-ann"));
        Assert.True(_company.State.IsIn(CompanyDepartments.Cast, "p-ben"));
        Assert.False(_company.State.IsIn(CompanyDepartments.Cast, "p-cid"));
    }

    [Fact]
    public void The_calling_line_holds_those_who_may_call()
    {
        _company.Join("p-deputy", "call");

        Assert.Equal("who calls the show needs a ticket that allows to call", _company.Try(new SetCallingLine(["p-ann"])));
        Assert.Equal("this person is not of the company", _company.Try(new SetCallingLine(["p-stranger"])));
        Assert.Equal("a person stands in the calling line once", _company.Try(new SetCallingLine(["p-deputy", "p-deputy"])));
        _company.Do(new SetCallingLine([CheckedCompany.Director, "p-deputy"]));

        Assert.Equal([CheckedCompany.Director, "p-deputy"], _company.State.CallingLine);
        _company.Do(new RemoveMember("p-deputy"));
        Assert.Equal([CheckedCompany.Director], _company.State.CallingLine);
    }

    [Fact]
    public void A_ticket_that_allows_more_is_remembered()
    {
        _company.Join("p-ann", "notes", "act");
        _company.Join("p-ann", "act");

        Assert.Equal(["act", "notes"], _company.State.Members["p-ann"].Scopes);
    }
}
