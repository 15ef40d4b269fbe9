using VirtualStage.Contracts.Company;
using VirtualStage.Productions.Companies;

namespace VirtualStage.Productions.Tests.Companies;

public sealed class AuditionTests
{
    private readonly CheckedCompany _company = new("p-ann");

    [Fact]
    public void Somebody_signs_up_reads_is_offered_a_role_accepts_and_is_cast()
    {
        Open("hamlet", "ophelia");
        Assert.Null(_company.SignUp("p-new", wish: "ophelia"));
        _company.Do(new CallToRead("hamlet-a1", "p-new", "ophelia"));
        Assert.Equal("ophelia", _company.State.ReadingOf("p-new"));
        _company.Do(new EndReading("hamlet-a1", "p-new")).Do(new OfferRole("hamlet-a1", "p-new", "ophelia"));
        Assert.Null(_company.State.ReadingOf("p-new"));

        _company.Do(new AnswerOffer("hamlet-a1", Accept: true), "p-new");

        Assert.Equal("p-new", _company.State.Cast["ophelia"]);
        Assert.Equal(["act", "watch"], _company.State.Members["p-new"].Scopes);
        Assert.Equal(AuditionStep.Accepted, _company.State.Auditions[0].People["p-new"].Step);
    }

    [Fact]
    public void Who_declines_is_not_cast_and_can_be_offered_another_role()
    {
        Open();
        _company.SignUp("p-new");
        _company.Do(new OfferRole("hamlet-a1", "p-new", "ophelia")).Do(new AnswerOffer("hamlet-a1", Accept: false), "p-new");

        Assert.Empty(_company.State.Cast);
        Assert.Equal("you are offered no role", _company.Try(new AnswerOffer("hamlet-a1", Accept: true), "p-new"));
        _company.Do(new OfferRole("hamlet-a1", "p-new", "gertrude")).Do(new AnswerOffer("hamlet-a1", Accept: true), "p-new");
        Assert.Equal("p-new", _company.State.Cast["gertrude"]);
    }

    [Fact]
    public void A_role_that_somebody_has_by_now_is_neither_offered_nor_accepted()
    {
        Open();
        _company.SignUp("p-one");
        _company.SignUp("p-two");
        _company.Do(new OfferRole("hamlet-a1", "p-one", "ophelia")).Do(new OfferRole("hamlet-a1", "p-two", "ophelia"));
        _company.Do(new AnswerOffer("hamlet-a1", Accept: true), "p-one");

        Assert.Equal("the role was given to somebody else in the meantime", _company.Try(new AnswerOffer("hamlet-a1", Accept: true), "p-two"));
        _company.Do(new WithdrawOffer("hamlet-a1", "p-two"));
        Assert.Equal("somebody has this role: take it back first", _company.Try(new OfferRole("hamlet-a1", "p-two", "ophelia")));
    }

    [Fact]
    public void Slots_are_taken_once_and_a_queue_has_none()
    {
        var first = _company.NowMs + 60_000;
        _company.Do(new OpenAudition("Slots", "", [], first, 10, 3));

        Assert.Equal([first, first + 600_000, first + 1_200_000], _company.State.Auditions[0].Slots);
        Assert.Equal("choose a slot", _company.SignUp("p-new"));
        Assert.Equal("there is no such slot", _company.SignUp("p-new", slotMs: first + 1));
        Assert.Null(_company.SignUp("p-new", slotMs: first));
        Assert.Equal("this slot is taken by now: choose another one", _company.SignUp("p-other", slotMs: first));
        Open();
        Assert.Equal("this audition has a queue and no slots", _company.SignUp("p-new", slotMs: first, audition: "hamlet-a2"));
    }

    [Fact]
    public void An_audition_is_full_when_its_places_are_held_and_closed_when_it_is_closed()
    {
        _company.Do(new OpenAudition("Small", "", [], null, 10, 1));
        _company.SignUp("p-one");
        Assert.Equal("this audition is full", _company.SignUp("p-two"));
        _company.Do(new LeaveAudition("hamlet-a1"), "p-one");
        Assert.Null(_company.SignUp("p-two"));

        _company.Do(new CloseAudition("hamlet-a1"));

        Assert.Equal("this audition is closed", _company.SignUp("p-three"));
        Assert.Equal("the audition is closed already", _company.Try(new CloseAudition("hamlet-a1")));
        Assert.Equal("this audition is closed", _company.SignUp("p-three", audition: "hamlet-a9"));
    }

    [Fact]
    public void Nobody_fills_the_journal_by_signing_up_and_leaving()
    {
        _company.Do(new OpenAudition("Small", "", [], null, 10, 1));
        string? refusal = null;
        for (var i = 0; i <= CompanyLimits.Places * 5 && refusal is null; i++)
        {
            refusal = _company.Company.SignUp("hamlet-a1", $"p-{i}", null, null, Moment()) is { Answer.Accepted: true } signedUp
                ? Commit(signedUp)
                : "full";
            if (refusal is null)
            {
                Commit(_company.Company.Decide($"l{i}", new CompanySender($"p-{i}", []), new LeaveAudition("hamlet-a1"), Moment()));
            }
        }

        Assert.Equal("full", refusal);

        CompanyMoment Moment() => new(1_000_000, CheckedCompany.Production, null, null, () => "x");
        string? Commit(CompanyDecision decision)
        {
            _company.Company.Commit(decision);
            return decision.Answer.Reason;
        }
    }

    [Fact]
    public void Two_do_not_read_the_same_role_at_a_time()
    {
        Open();
        _company.SignUp("p-one");
        _company.SignUp("p-two");
        _company.Do(new CallToRead("hamlet-a1", "p-one", "hamlet"));

        Assert.Equal("somebody reads this role now", _company.Try(new CallToRead("hamlet-a1", "p-two", "hamlet")));
        _company.Do(new CallToRead("hamlet-a1", "p-two", "ophelia"));
        _company.Do(new EndReading("hamlet-a1", "p-one"));
        Assert.Equal("this is not possible for who has read", _company.Try(new EndReading("hamlet-a1", "p-one")));
    }

    [Fact]
    public void A_side_is_a_passage_of_the_role()
    {
        Open();

        Assert.Contains("there is no line 9.9.9", _company.Try(new ChooseSide("hamlet-a1", "hamlet", "9.9.9", "3.1.70")));
        Assert.Contains("does not follow", _company.Try(new ChooseSide("hamlet-a1", "hamlet", "3.1.70", "3.1.64")));
        Assert.Contains("does not follow", _company.Try(new ChooseSide("hamlet-a1", "hamlet", "1.1.1", "5.2.300")));
        Assert.Contains("francisco does not speak", _company.Try(new ChooseSide("hamlet-a1", "francisco", "3.1.64", "3.1.70")));
        _company.Do(new ChooseSide("hamlet-a1", "hamlet", "3.1.64", "3.1.70"));
        var side = Sides.Of(CheckedCompany.Production, "hamlet", "3.1.64", "3.1.70", isProposed: false);
        Assert.Equal(7, side.Lines.Length);
        Assert.All(side.Lines, line => Assert.True(line.Yours));
        Assert.Equal(new ChosenSide("3.1.64", "3.1.70"), _company.State.Auditions[0].Sides["hamlet"]);
    }

    [Fact]
    public void A_side_that_nobody_chose_is_the_roles_longest_speech_with_the_words_before_it()
    {
        var (from, to) = Sides.Propose(CheckedCompany.Production, "hamlet")!.Value;
        var side = Sides.Of(CheckedCompany.Production, "hamlet", from, to, isProposed: true);

        Assert.Equal("To be, or not to be: that is the question:", side.Lines.First(line => line.Yours).Text);
        Assert.Equal(2, side.Lines.TakeWhile(line => !line.Yours).Count());
        Assert.Equal(("Polonius", "I hear him coming: let's withdraw, my lord."), (side.Lines[1].Speaker, side.Lines[1].Text));
        Assert.InRange(side.Lines.Length, 10, 25);
        Assert.Null(Sides.Propose(CheckedCompany.Production, "ghost"));
    }

    [Theory]
    [InlineData("", "", 10, 1, "a title has 1 to 100 characters")]
    [InlineData("A\u202eB", "", 10, 1, "a title cannot hold characters that are not seen")]
    [InlineData("Title", "", 0, 1, "a slot has 1 to 240 minutes")]
    [InlineData("Title", "", 10, 0, "an audition has 1 to 200 places")]
    [InlineData("Title", "", 10, 201, "an audition has 1 to 200 places")]
    public void An_audition_has_limits(string title, string note, int minutes, int places, string refusal)
    {
        Assert.Equal(refusal, _company.Try(new OpenAudition(title, note, [], null, minutes, places)));
        Assert.Equal("there is no role king-lear", _company.Try(new OpenAudition("Title", "", ["king-lear"], null, 10, 1)));
        Assert.Equal("the first slot begins between now and a year from now", _company.Try(new OpenAudition("Title", "", [], 5, 10, 1)));
        Assert.Contains("a note has", _company.Try(new OpenAudition("Title", new string('x', 1001), [], null, 10, 1)));
    }

    [Fact]
    public void Only_roles_of_the_audition_are_wished_for_and_offered()
    {
        Open("ophelia");

        Assert.Equal("this role is not cast in this audition", _company.SignUp("p-new", wish: "hamlet"));
        Assert.Equal("there is no role king-lear", _company.SignUp("p-new", wish: "king-lear"));
        _company.SignUp("p-new");
        Assert.Equal("this role is not cast in this audition", _company.Try(new OfferRole("hamlet-a1", "p-new", "hamlet")));
        Assert.Equal("this person does not audition here", _company.Try(new OfferRole("hamlet-a1", "p-ann", "ophelia")));
        Assert.Equal("your ticket does not allow to cast", _company.Try(new OfferRole("hamlet-a1", "p-new", "ophelia"), "p-new", ["audition"]));
    }

    private void Open(params string[] roles) => _company.Do(new OpenAudition("Hamlet", "Bring your own skull.", roles, null, 10, 20));
}
