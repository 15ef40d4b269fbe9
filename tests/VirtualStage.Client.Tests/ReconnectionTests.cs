using VirtualStage.Contracts.Actors;

namespace VirtualStage.Client.Tests;

public sealed class ReconnectionTests : IDisposable
{
    private static readonly StageSession _session = new(new byte[16], new byte[32], "127.0.0.1", 9, "hamlet-1");

    private readonly List<(TaskCompletionSource<StageSession?> Answer, CancellationToken Cancel)> _asked = [];
    private readonly Reconnection _reconnection;

    public ReconnectionTests() => _reconnection = new Reconnection(cancel =>
    {
        var answer = new TaskCompletionSource<StageSession?>();
        _asked.Add((answer, cancel));
        return answer.Task;
    });

    [Fact]
    public void It_asks_at_once_and_gives_the_session()
    {
        _reconnection.Begin(1000);

        Assert.Equal(Reconnection.Outcome.Waits, Step(1000, out _));
        _asked.Single().Answer.SetResult(_session);

        Assert.Equal(Reconnection.Outcome.Session, Step(1010, out var session));
        Assert.Same(_session, session);
    }

    [Fact]
    public void It_asks_again_with_a_growing_pause_that_never_is_longer_than_half_a_second()
    {
        _reconnection.Begin(0);
        var asked = new List<long>();
        for (var now = 0L; now < 5000; now += 10)
        {
            var before = _asked.Count;
            Step(now, out _);
            if (_asked.Count > before)
            {
                asked.Add(now);
                _asked[^1].Answer.SetException(new HttpRequestException("nobody there"));
            }
        }

        var pauses = asked.Zip(asked.Skip(1), (one, next) => next - one).ToList();
        Assert.InRange(pauses[0], 10, 100);
        Assert.Equal(pauses.Order(), pauses);
        Assert.InRange(pauses[^1], 400, 520);
    }

    [Fact]
    public void An_answer_that_does_not_come_is_not_waited_for()
    {
        _reconnection.Begin(0);
        Step(0, out _);
        Step(Reconnection.AnswerWithinMs, out _);
        Assert.False(_asked[0].Cancel.IsCancellationRequested);

        Step(Reconnection.AnswerWithinMs + 1, out _);
        Assert.True(_asked[0].Cancel.IsCancellationRequested);
        Step(Reconnection.AnswerWithinMs + 500, out _);
        Step(Reconnection.AnswerWithinMs + 501, out _);

        Assert.Equal(2, _asked.Count);
        _asked[0].Answer.SetResult(_session);
        Assert.Equal(Reconnection.Outcome.Waits, Step(Reconnection.AnswerWithinMs + 502, out _));
    }

    [Fact]
    public void Whoever_is_not_let_in_any_more_is_told()
    {
        _reconnection.Begin(0);
        Step(0, out _);
        _asked[0].Answer.SetResult(null);

        Assert.Equal(Reconnection.Outcome.Refused, Step(1, out _));
    }

    [Fact]
    public void A_session_that_led_nowhere_is_followed_by_another_and_the_time_goes_on()
    {
        _reconnection.Begin(0);
        for (var now = 0L; now <= Reconnection.GiveUpAfterMs; now += 1000)
        {
            Step(now, out _);
            if (!_asked[^1].Answer.Task.IsCompleted)
            {
                _asked[^1].Answer.SetResult(_session);
                Assert.Equal(Reconnection.Outcome.Session, Step(now, out _));
                _reconnection.Begin(now);
            }
        }

        Assert.True(_asked.Count > 100);
        Assert.Equal(Reconnection.Outcome.GaveUp, Step(Reconnection.GiveUpAfterMs + 1, out _));
    }

    [Fact]
    public void After_the_return_a_later_loss_begins_anew()
    {
        _reconnection.Begin(0);
        Step(0, out _);
        _reconnection.End();
        _reconnection.Begin(Reconnection.GiveUpAfterMs * 2);

        Assert.Equal(Reconnection.Outcome.Waits, Step(Reconnection.GiveUpAfterMs * 2, out _));
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public void An_application_that_throws_at_once_is_asked_again()
    {
        var asked = 0;
        using var reconnection = new Reconnection(_ =>
        {
            asked++;
            throw new InvalidOperationException("no network");
        });
        reconnection.Begin(0);
        for (var now = 0L; now < 1000; now += 10)
        {
            Assert.Equal(Reconnection.Outcome.Waits, reconnection.Step(now, out _));
        }

        Assert.True(asked > 2);
    }

    public void Dispose() => _reconnection.Dispose();

    private Reconnection.Outcome Step(long nowMs, out StageSession? session) => _reconnection.Step(nowMs, out session);
}
