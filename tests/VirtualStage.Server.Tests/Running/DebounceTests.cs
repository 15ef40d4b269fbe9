using VirtualStage.Contracts.Console;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

public sealed class DebounceTests(DebouncedTheatre debounced) : IClassFixture<DebouncedTheatre>
{
    [Fact]
    public async Task A_go_from_a_second_console_just_after_the_first_is_taken_for_the_same_press()
    {
        await using var first = await Director.Enter(debounced.Theatre, debounced.Theatre.Ticket("p-caller", "call"));
        await using var second = await Director.Enter(debounced.Theatre, debounced.Theatre.Ticket("p-caller", "call"));
        await first.Do(new StandBy("LX 4"));
        await first.Do(new Go("LX 4"));
        await second.Do(new StandBy("LX 7"));

        var same = await second.Send(new Go("LX 7"));

        Assert.False(same.Accepted);
        Assert.EndsWith("within 2000 ms it is taken for the same press", same.Reason);
        Assert.Equal("LX 7", (await first.View()).Standby);
        await Eventually.So(async () => (await second.Send(new Go("LX 7"))).Accepted);
    }
}

/// <summary>A running show in which two GOs have to be two seconds apart.</summary>
public sealed class DebouncedTheatre : OpenTheatre
{
    protected override string[] Options => ["--go-debounce", "2000"];
}
