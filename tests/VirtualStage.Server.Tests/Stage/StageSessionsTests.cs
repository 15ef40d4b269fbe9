using Microsoft.Extensions.Time.Testing;
using VirtualStage.Server.StageDoor;

namespace VirtualStage.Server.Tests.Stage;

public sealed class StageSessionsTests
{
    private static readonly CastActor _hamlet = new("p-anna", "Anna", "hamlet", IsBot: false);

    private readonly FakeTimeProvider _time = new();
    private readonly StageSessions _sessions;

    public StageSessionsTests() => _sessions = new StageSessions(_time);

    [Fact]
    public void A_session_is_bound_to_the_actor_and_the_performance_it_was_made_for()
    {
        var anna = _sessions.Admit("hamlet-1", _hamlet)!;
        var bert = _sessions.Admit("hamlet-1", _hamlet with { Person = "p-bert" })!;

        Assert.Same(anna, _sessions.Find(anna.SessionId));
        Assert.Equal(("hamlet-1", _hamlet), (anna.Performance, anna.Actor));
        Assert.NotEqual(anna.SessionId, bert.SessionId);
        Assert.NotEqual(anna.Key, bert.Key);
    }

    [Fact]
    public void A_session_is_used_once()
    {
        var session = _sessions.Admit("hamlet-1", _hamlet)!;

        Assert.True(_sessions.Use(session));
        Assert.False(_sessions.Use(session));
        Assert.Null(_sessions.Find(session.SessionId));
    }

    [Fact]
    public void A_session_waits_for_thirty_seconds()
    {
        var session = _sessions.Admit("hamlet-1", _hamlet)!;

        _time.Advance(StageSessions.Patience - TimeSpan.FromMilliseconds(1));
        Assert.NotNull(_sessions.Find(session.SessionId));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(_sessions.Find(session.SessionId));
    }

    [Fact]
    public void Nobody_is_found_under_an_id_that_was_not_given()
    {
        _sessions.Admit("hamlet-1", _hamlet);

        Assert.Null(_sessions.Find(new byte[16]));
        Assert.Null(_sessions.Find([]));
    }

    [Fact]
    public void A_crowd_at_the_door_is_turned_away_until_those_who_waited_are_gone()
    {
        for (var i = 0; i < StageSessions.MostWaiting; i++)
        {
            Assert.NotNull(_sessions.Admit("hamlet-1", _hamlet));
        }

        Assert.Null(_sessions.Admit("hamlet-1", _hamlet));
        _time.Advance(StageSessions.Patience);
        Assert.NotNull(_sessions.Admit("hamlet-1", _hamlet));
    }
}
