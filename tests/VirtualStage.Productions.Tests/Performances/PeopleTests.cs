using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;

namespace VirtualStage.Productions.Tests.Performances;

public sealed class PeopleTests
{
    /// <summary>What only who calls the show may do, and the state of the show in which it is possible.</summary>
    public static TheoryData<IPerformanceCommand, ShowState> Calling { get; } = new()
    {
        { new OpenHouse(), ShowState.Preset },
        { new CallBeginners(), ShowState.HouseOpen },
        { new StartShow(), ShowState.Beginners },
        { new Hold(""), ShowState.Running },
        { new Resume(), ShowState.Held },
        { new TakeInterval(), ShowState.Running },
        { new EndInterval(), ShowState.Interval },
        { new TakeCurtainCall(), ShowState.Running },
        { new CloseShow(), ShowState.CurtainCall },
        { new StandBy("1"), ShowState.Running },
        { new Go("5"), ShowState.Running },
    };

    [Theory]
    [MemberData(nameof(Calling))]
    public void While_a_person_calls_nobody_else_does_by_mistake(IPerformanceCommand command, ShowState show)
    {
        var rehearsal = Ready(show).Do(new TakeCalling());
        Assert.Equal("somebody else calls the show: take the book first", rehearsal.Refused(command, Rehearsal.Other));
        Assert.Equal("somebody else calls the show: take the book first", rehearsal.Refused(command, Rehearsal.Bot));
        Assert.True(rehearsal.Send(command).Answer.Accepted);
    }

    [Theory]
    [MemberData(nameof(Calling))]
    public void A_person_who_calls_displaces_the_bot(IPerformanceCommand command, ShowState show)
    {
        var rehearsal = CalledBy(Rehearsal.Bot, Ready(show));
        Assert.Equal("another bot calls the show", rehearsal.Refused(command, Rehearsal.OtherBot));
        var decision = rehearsal.Send(command, Rehearsal.Other);
        Assert.Equal(new CallingTaken(Rehearsal.Other.Person, false), decision.Events[0].Event);
        Assert.Equal(new Caller(Rehearsal.Other.Person, false), rehearsal.State.Caller);
    }

    [Theory]
    [MemberData(nameof(Calling))]
    public void Who_calls_while_nobody_does_has_the_book(IPerformanceCommand command, ShowState show)
    {
        var rehearsal = Ready(show);
        rehearsal.Do(new LeaveCalling());
        Assert.True(rehearsal.Send(command, Rehearsal.Bot).Answer.Accepted);
        Assert.Equal(new Caller(Rehearsal.Bot.Person, true), rehearsal.State.Caller);
    }

    [Fact]
    public void A_person_takes_the_book_from_a_bot_and_from_a_person()
    {
        var rehearsal = CalledBy(Rehearsal.Bot, Rehearsal.In(ShowState.Running));
        rehearsal.Do(new TakeCalling());
        Assert.Equal(new Caller(Rehearsal.Caller.Person, false), rehearsal.State.Caller);
        Assert.True(rehearsal.Send(new TakeCalling(), Rehearsal.Other).Answer.Accepted);
        Assert.Equal(new Caller(Rehearsal.Other.Person, false), rehearsal.State.Caller);
    }

    [Fact]
    public void A_bot_takes_no_book_from_a_person()
    {
        var rehearsal = Rehearsal.In(ShowState.Running).Do(new TakeCalling());
        Assert.Equal("a person calls the show", rehearsal.Refused(new TakeCalling(), Rehearsal.Bot));
        rehearsal.Do(new LeaveCalling());
        Assert.Null(rehearsal.State.Caller);
        Assert.True(rehearsal.Send(new TakeCalling(), Rehearsal.Bot).Answer.Accepted);
    }

    [Fact]
    public void Only_who_calls_can_leave_the_book()
    {
        var rehearsal = Rehearsal.In(ShowState.Preset);
        Assert.Equal("nobody calls the show", rehearsal.Refused(new LeaveCalling()));
        rehearsal.Do(new TakeCalling());
        Assert.Equal("somebody else calls the show", rehearsal.Refused(new LeaveCalling(), Rehearsal.Other));
    }

    [Fact]
    public void A_role_is_given_given_to_another_and_taken_back()
    {
        var rehearsal = Rehearsal.In(ShowState.Preset).Do(new CastRole("anna", "p1"));
        Assert.Equal("p1", rehearsal.State.Casting["anna"]);
        rehearsal.Do(new CastRole("anna", "p2"), new CastRole("bert", new string('p', 64)));
        Assert.Equal("p2", rehearsal.State.Casting["anna"]);
        rehearsal.Do(new UncastRole("anna"));
        Assert.Equal(["bert"], rehearsal.State.Casting.Keys);
    }

    [Fact]
    public void Casting_that_makes_no_sense_is_refused()
    {
        var rehearsal = Rehearsal.In(ShowState.Running);
        Assert.Equal("there is no role cat", rehearsal.Refused(new CastRole("cat", "p1")));
        Assert.Equal("a person's id has 1 to 64 characters", rehearsal.Refused(new CastRole("anna", "")));
        Assert.Equal("a person's id has 1 to 64 characters", rehearsal.Refused(new CastRole("anna", new string('p', 65))));
        Assert.Equal("nobody is cast as anna", rehearsal.Refused(new UncastRole("anna")));
        Assert.Equal("nobody is cast as cat", rehearsal.Refused(new UncastRole("cat")));
    }

    [Fact]
    public void Casting_needs_no_book()
    {
        var rehearsal = Rehearsal.In(ShowState.Running).Do(new TakeCalling());
        Assert.True(rehearsal.Send(new CastRole("anna", "p1"), Rehearsal.Other).Answer.Accepted);
        Assert.Equal(new Caller(Rehearsal.Caller.Person, false), rehearsal.State.Caller);
    }

    [Fact]
    public void A_line_is_spoken_once_and_a_line_that_is_not_played_is_refused()
    {
        var rehearsal = Rehearsal.In(ShowState.Running).Pass(400).Do(new Advance("1.1.2"));
        Assert.Equal(("1.1.2", 10_400), (rehearsal.State.CurrentLine, rehearsal.State.CurrentLineMs));
        var again = rehearsal.Pass(100).Send(new Advance("1.1.2"), Rehearsal.Other);
        Assert.True(again.Answer.Accepted);
        Assert.Empty(again.Events);
        Assert.Equal(10_400, rehearsal.State.CurrentLineMs);
        Assert.Equal("there is no line 1.1.9 in the text that is played", rehearsal.Refused(new Advance("1.1.9")));
        rehearsal.Do(new Advance("1.1.1"));
        Assert.Equal("1.1.1", rehearsal.State.CurrentLine);
    }

    [Fact]
    public void Casting_needs_the_scope_cast_and_an_acknowledgement_none_passing_on_the_theatre_and_everything_else_the_scope_call()
    {
        var all = typeof(IPerformanceCommand).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IPerformanceCommand)) && type.IsClass);
        foreach (var type in all)
        {
            var command = (IPerformanceCommand)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
            var scope = command switch
            {
                CastRole or UncastRole => CommandScopes.Cast,
                AcknowledgeStandby => null,
                PassCalling => CommandScopes.Theatre,
                _ => CommandScopes.Call,
            };
            Assert.Equal(scope, CommandScopes.Of(command));
        }
    }

    [Fact]
    public void The_caller_alone_hands_the_show_over_and_it_is_passed_on_from_who_calls_it_alone()
    {
        var rehearsal = Rehearsal.In(ShowState.Running).Do(new TakeCalling());
        Assert.Equal("only who calls the show hands it over", rehearsal.Refused(new HandOverCalling("p-next"), Rehearsal.Other));
        Assert.Equal("a person's id has 1 to 64 characters", rehearsal.Refused(new HandOverCalling("")));
        rehearsal.Do(new HandOverCalling("p-next"));
        Assert.Equal("p-next", rehearsal.State.Caller!.Person);

        Assert.Equal("somebody else calls the show by now", rehearsal.Refused(new PassCalling("p-gone", "p-third"), Sender.Theatre));
        Assert.True(rehearsal.Send(new PassCalling("p-next", "p-third"), Sender.Theatre).Answer.Accepted);
        Assert.Equal("p-third", rehearsal.State.Caller!.Person);
    }

    private static Rehearsal CalledBy(Sender sender, Rehearsal rehearsal)
    {
        rehearsal.Send(new TakeCalling());
        rehearsal.Do(new LeaveCalling());
        Assert.True(rehearsal.Send(new TakeCalling(), sender).Answer.Accepted);
        return rehearsal;
    }

    /// <summary>A show in a state; with cue 5 on standby where that can be, as a GO needs it.</summary>
    private static Rehearsal Ready(ShowState show)
    {
        var rehearsal = Rehearsal.In(show).Do(new TakeCalling());
        return show is ShowState.CurtainCall ? rehearsal : rehearsal.Do(new StandBy("5"));
    }
}
