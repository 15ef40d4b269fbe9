using VirtualStage.Bots.Voices;
using VirtualStage.Client;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Bots;

/// <summary>
/// Plays one role while nobody else does, through the same door and the same client as a person: walks the blocking and
/// speaks its lines in time, aloud where it has a voice.
/// </summary>
internal sealed class Understudy(string performance, string role, TheatreApi api, BotScript script, TroupeVoices? voices) : IDisposable
{
    private const long OpeningMs = 4000;
    private const long SpeakAgainMs = 3000;

    /// <summary>Lines that are got ready to be said, from the current one on.</summary>
    private const int LinesAhead = 6;

    private static readonly TimeSpan _knockAgain = TimeSpan.FromSeconds(2);

    private readonly Mouth _mouth = new();
    private StageClient? _client;
    private Walker? _walker;
    private StagePlan? _plan;
    private Task<StageSession?>? _knocking;
    private DateTimeOffset _knockAt;
    private BlockingCall? _blocking;
    private bool _isThere;
    private long _steppedMs;
    private long? _runsSinceMs;
    private (int Place, long AtMs) _spoken = (-1, 0);
    private int _prepared = -1;

    /// <summary>One turn of the bot's loop.</summary>
    public void Step(DateTimeOffset now, CancellationToken cancel)
    {
        if (_client is null or { IsOver: true })
        {
            Knock(now, cancel);
            return;
        }

        if (!ReferenceEquals(_plan, script.Newest.Plan))
        {
            _plan = script.Newest.Plan;
            _client.Self.Ground = new StageGround(_plan);
        }

        _client.Update();
        if (_client.Welcome is not null)
        {
            Move(_client);
            Speak(_client, cancel);
            _mouth.Step(_client);
            _client.SendInputs();
        }
    }

    public void Dispose() => _client?.Dispose();

    private void Knock(DateTimeOffset now, CancellationToken cancel)
    {
        if (_knocking is null)
        {
            if (now >= _knockAt)
            {
                _knockAt = now + _knockAgain;
                _knocking = api.Exchange(performance, role, cancel);
            }
        }
        else if (_knocking.IsCompleted)
        {
#pragma warning disable RS0030 // The task is complete: nothing waits.
            if (_knocking is { IsCompletedSuccessfully: true, Result: { } session })
#pragma warning restore RS0030
            {
                Enter(session);
            }

            _knocking = null;
        }
    }

    private void Enter(StageSession session)
    {
        _client?.Dispose();
        _plan = script.Newest.Plan;
        _client = new StageClient(session, new StageGround(_plan));
        _walker = new Walker(_client.Self);
        _client.BlockingCalled += call => (_blocking, _isThere) = (call, false);
        _steppedMs = 0;
        _client.Connect();
    }

    private void Move(StageClient client)
    {
        var now = client.Clock.NowMs;
        if (_steppedMs == 0 || now < _steppedMs)
        {
            _steppedMs = now;
        }

        var ticks = (int)((now - _steppedMs) * Movement.TicksPerSecond / 1000);
        if (ticks == 0)
        {
            return;
        }

        _steppedMs += ticks * 1000L / Movement.TicksPerSecond;
        if (_blocking is not { } blocking || _isThere || now < blocking.StartMs)
        {
            return;
        }

        if (blocking is { X: { } x, Z: { } z })
        {
            if (_walker!.Go(blocking, new Spot(x, z), ticks))
            {
                return;
            }
        }

        _isThere = true;
        client.Show(blocking.Emote);
    }

    private void Speak(StageClient client, CancellationToken cancel)
    {
        var scene = client.Scene!;
        var now = client.Clock.NowMs;
        var isNewest = script.Has(scene.PlanVersion, cancel);
        var lines = script.Newest.Lines;
        var current = lines.Of(scene.Surtitle?.Line);
        Prepare(lines, current);
        if (!isNewest || scene.Show != ShowState.Running)
        {
            _runsSinceMs = null;
            _mouth.Stop();
            return;
        }

        _runsSinceMs ??= now;
        if (lines.At(current + 1) is not { } next || next.Roles.Length == 0 || next.Roles[0] != role)
        {
            return;
        }

        var dueMs = scene.Surtitle is { } spoken ? spoken.SinceMs + Math.Max(lines.At(current)!.DurationMs, voices?.DurationOf(spoken.Line) ?? 0) : _runsSinceMs.Value + OpeningMs;
        var isSaid = _spoken.Place == current + 1 && now < _spoken.AtMs + (SpeakAgainMs * client.Clock.Rate);
        if (now >= dueMs && !isSaid)
        {
            client.Speak(next.Id);
            if (voices?.Begin(role, next.Id, next.Text) is { } line)
            {
                _mouth.Begin(line, now);
            }

            _spoken = (current + 1, now);
        }
    }

    private void Prepare(LineOrder lines, int current)
    {
        if (voices is null || _prepared == current)
        {
            return;
        }

        _prepared = current;
        for (var ahead = 1; ahead <= LinesAhead; ahead++)
        {
            if (lines.At(current + ahead) is { Roles: [var first, ..] } line && first == role)
            {
                voices.Prepare(role, line.Text);
            }
        }
    }
}
