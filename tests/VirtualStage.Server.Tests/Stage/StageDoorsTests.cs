using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Stage;

/// <summary>What a stage knows of its house before its loop turns again.</summary>
public sealed class StageDoorsTests : IDisposable
{
    private readonly LoopTheatre _theatre = new();

    [Fact]
    public void Who_is_let_in_is_so_at_once_and_not_in_the_next_turn()
    {
        var stage = _theatre.Stage;
        stage.Show([Happened(new ShowMoved(ShowTrigger.OpenHouse, ShowState.HouseOpen))]);
        _theatre.Turn();
        Assert.True(stage.DoorsAreOpen);

        stage.Show([Happened(new DoorsSet(DoorsFor.Invited, 1)), Happened(new ReactionsSet(Taken: false))]);

        Assert.Equal((DoorsFor.Invited, false, true), (stage.DoorsAdmit, stage.DoorsAreOpen, stage.Places.HasLimit));
        Assert.True(stage.House.Life.AreReactionsOff);
        _theatre.Turn();
        Assert.Equal((DoorsFor.Invited, false, true), (stage.DoorsAdmit, stage.DoorsAreOpen, stage.Places.HasLimit));
    }

    public void Dispose() => _theatre.Dispose();

    private static Happening Happened(PerformanceEvent what) => new(null, null, 0, 0, what);
}
