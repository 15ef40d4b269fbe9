using System.Collections.Concurrent;
using System.Globalization;
using VirtualStage.Client;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Load.Acting;

/// <summary>An actor who does as lines of text say.</summary>
internal sealed class ToldActor : IDisposable
{
    private const int TicksUntilTold = 6;

    private readonly StageClient _stage;
    private ActorInput _wish = new(1, 0, 0, 0, Gait.Stand);

    private ToldActor(StageClient stage) => _stage = stage;

    public static async Task<ToldActor> Enter(TheatreDoor door, string performance, string role, CancellationToken cancel)
    {
        var plan = await door.Plan(performance, cancel);
        var session = await door.Enter(performance, role, cancel);
        var actor = new ToldActor(new StageClient(session, new StageGround(plan), again => door.EnterAgain(performance, role, again)));
        actor._stage.Connect();
        return actor;
    }

    /// <summary>Plays until there are no more lines, or the theatre lets it go.</summary>
    public async Task Play(TextReader lines, Action<SeenStage> tell, CancellationToken cancel)
    {
        var told = new ConcurrentQueue<string>();
        var reading = Task.Run(
            async () =>
            {
                while (await lines.ReadLineAsync(cancel) is { } line)
                {
                    told.Enqueue(line);
                }
            },
            cancel);
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / Movement.TicksPerSecond));
        for (var tick = 0; !reading.IsCompleted && !_stage.IsOver && await ticks.WaitForNextTickAsync(cancel); tick++)
        {
            _stage.Update();
            while (told.TryDequeue(out var line))
            {
                Do(line.Split(' '));
            }

            if (_stage.Welcome is not null)
            {
                _stage.Move(_wish);
                _stage.SendInputs();
            }

            if (tick % TicksUntilTold == 0)
            {
                tell(Seen());
            }
        }
    }

    public void Dispose() => _stage.Dispose();

    private void Do(string[] words)
    {
        switch (words)
        {
            case ["walk", var x, var z]:
                var (moveX, moveZ) = (sbyte.Parse(x, CultureInfo.InvariantCulture), sbyte.Parse(z, CultureInfo.InvariantCulture));
                _wish = new ActorInput(1, moveX, moveZ, ActorBody.FacingOf(Math.Atan2(moveX, moveZ) * 180 / Math.PI), Gait.Walk);
                break;
            case ["stand"]:
                _wish = new ActorInput(1, 0, 0, _stage.Self.Body.Facing, Gait.Stand);
                break;
            case ["bow"]:
                _stage.Show(Emote.Bow);
                break;
            default:
                throw new ArgumentException($"nobody knows how to '{string.Join(' ', words)}'");
        }
    }

    private SeenStage Seen()
    {
        var players = _stage.Scene?.Players ?? [];
        var actors = players
            .Select(player => (player.Role, Pose: _stage.World.PoseOf(player.Actor)))
            .Where(one => one.Pose is not null)
            .Select(one => SeenOf(one.Role, one.Pose!.Value));
        return new SeenStage(
            _stage.Welcome is { } welcome && _stage.World.PoseOf(welcome.Actor) is not null,
            [.. actors],
            (_stage.Scene?.Props ?? []).ToDictionary(prop => prop.Prop, prop => prop.Role));
    }

    private static SeenActor SeenOf(string role, in ActorPose pose)
    {
        var body = ActorBody.Of(pose);
        return new SeenActor(role, body.X, body.Z, pose.Emote);
    }
}
