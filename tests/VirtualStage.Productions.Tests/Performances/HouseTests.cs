using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;

namespace VirtualStage.Productions.Tests.Performances;

/// <summary>Whom the doors admit, whether the house is heard, and when it may chat.</summary>
public sealed class HouseTests
{
    [Fact]
    public void A_new_performance_lets_in_everybody_and_hears_them()
    {
        var state = Rehearsal.In(ShowState.Preset).State;
        Assert.Equal((DoorsFor.Everybody, null, true, ChatMode.Automatic), (state.Admits, state.Capacity, state.ReactionsTaken, state.Chat));
    }

    [Fact]
    public void Doors_are_set_without_the_book_whoever_calls_the_show()
    {
        var rehearsal = Rehearsal.In(ShowState.Running).Do(new TakeCalling());
        Assert.True(rehearsal.Send(new SetDoors(DoorsFor.Invited, 120), Rehearsal.Other).Answer.Accepted);
        Assert.True(rehearsal.Send(new SetReactions(false), Rehearsal.Other).Answer.Accepted);
        Assert.True(rehearsal.Send(new SetChat(ChatMode.Open), Rehearsal.Other).Answer.Accepted);
        var state = rehearsal.State;
        Assert.Equal((DoorsFor.Invited, 120, false, ChatMode.Open), (state.Admits, state.Capacity, state.ReactionsTaken, state.Chat));
        Assert.Equal(Rehearsal.Caller.Person, state.Caller!.Person);
    }

    [Fact]
    public void What_is_so_already_does_not_happen_again()
    {
        var rehearsal = Rehearsal.In(ShowState.HouseOpen);
        Assert.Empty(rehearsal.Send(new SetDoors(DoorsFor.Everybody, null)).Events);
        Assert.Empty(rehearsal.Send(new SetReactions(true)).Events);
        Assert.Empty(rehearsal.Send(new SetChat(ChatMode.Automatic)).Events);
        Assert.Single(rehearsal.Send(new SetDoors(DoorsFor.Everybody, 5)).Events);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(SetDoors.MostCapacity + 1)]
    public void A_house_has_some_places(int capacity) =>
        Assert.Equal("a house has 1 to 100000 places, or no limit", Rehearsal.In(ShowState.Preset).Refused(new SetDoors(DoorsFor.Everybody, capacity)));

    [Fact]
    public void Doors_for_nobody_known_are_refused() =>
        Assert.Contains("3 is none of them", Rehearsal.In(ShowState.Preset).Refused(new SetDoors((DoorsFor)3, null)));

    [Fact]
    public void A_chat_that_is_neither_open_nor_closed_is_refused() =>
        Assert.Equal("the chat is Automatic, Open, Closed: 3 is none of them", Rehearsal.In(ShowState.Preset).Refused(new SetChat((ChatMode)3)));

    [Fact]
    public void When_the_performance_is_over_there_are_no_doors_to_mind()
    {
        var rehearsal = Rehearsal.In(ShowState.Closed);
        Assert.Equal("the performance is over", rehearsal.Refused(new SetDoors(DoorsFor.Company, null)));
        Assert.Equal("the performance is over", rehearsal.Refused(new SetReactions(false)));
        Assert.Equal("the performance is over", rehearsal.Refused(new SetChat(ChatMode.Open)));
    }

    [Fact]
    public void A_rehearsal_that_is_reset_or_ends_leaves_the_doors_as_they_were_set()
    {
        var rehearsal = Rehearsal.In(ShowState.Preset).Do(new SetDoors(DoorsFor.Company, 7), new SetReactions(false), new SetChat(ChatMode.Closed), new BeginRehearsal(), new ResetShow(), new EndRehearsal());
        var state = rehearsal.State;
        Assert.Equal((DoorsFor.Company, 7, false, ChatMode.Closed), (state.Admits, state.Capacity, state.ReactionsTaken, state.Chat));
    }

    [Fact]
    public void Doors_reactions_and_chat_need_the_right_to_call()
    {
        Assert.All<IPerformanceCommand>(
            [new SetDoors(DoorsFor.Company, null), new SetReactions(false), new SetChat(ChatMode.Open)],
            command => Assert.Equal(CommandScopes.Call, CommandScopes.Of(command)));
    }
}
