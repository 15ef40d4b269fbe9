using VirtualStage.Bots;
using VirtualStage.Client;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Stage;
using VirtualStage.Server.Tests.Support;
using SetPiece = VirtualStage.Contracts.Stage.SetPiece;
using StagePlan = VirtualStage.Contracts.Stage.StagePlan;

namespace VirtualStage.Server.Tests.Bots;

/// <summary>Bots find their way among set pieces.</summary>
public sealed class WalkerTests
{
    private const double NearEnough = 0.03;

    [Fact]
    public void Everybody_in_the_bundled_production_arrives_where_each_cue_sends_them_with_the_scenery_that_is_in_then()
    {
        var production = ProductionLoader.Load(BundledProduction.Hamlet);
        var plan = StageSetups.Of(production, 1).Plan;
        var (actors, stage, arrived) = (new Dictionary<string, (OwnActor Self, Walker Walker)>(), TrackedStage.Preset(production), 0);
        foreach (var cue in production.Cues)
        {
            stage = stage.After(cue.Action);
            var scenery = production.Plan.Pieces.Where(piece => piece.Flight is not null)
                .Select(piece => (piece.Id, Place: stage.PiecesIn.Contains(piece.Id) ? 1f : 0f))
                .Select(piece => new SceneryMove(piece.Id, piece.Place, piece.Place, new Transition(0, 0, null))).ToArray();
            foreach (var step in (cue.Action as BlockingAction)?.Steps ?? [])
            {
                if (step.From is { } way)
                {
                    var self = new OwnActor(new StageGround(plan));
                    var entrance = production.Plan.FindEntrance(way)!;
                    var pose = new ActorPose { Actor = 1, X = ActorBody.Quantise(entrance.X), Z = ActorBody.Quantise(entrance.Z) };
                    self.Correct(pose, 0);
                    actors[step.Role] = (self, new Walker(self));
                }

                if (step.To is null && step.By is null)
                {
                    continue;
                }

                var (x, z, y) = step.To is { } mark && production.Plan.FindMark(mark) is { } place
                    ? (place.X, place.Z, place.Y)
                    : production.Plan.FindEntrance(step.By!) is { } exit ? (exit.X, exit.Z, exit.Y) : default;
                var (actor, walker) = actors[step.Role];
                actor.Ground.Update(scenery, 0);
                var call = new BlockingCall(step.Role, (float)x, (float)z, 30, step.Gait, step.Emote, 0, (float?)step.Speed, (float)y);
                var ticks = 0;
                while (walker.Go(call, new Spot(call.X!.Value, call.Z!.Value), 2))
                {
                    ticks += 2;
                    Assert.True(ticks < 30 * 60, $"{cue.Number}: {step.Role} walks and walks");
                }

                var body = actor.Body;
                Assert.True(
                    Math.Abs(body.X - x) < NearEnough && Math.Abs(body.Z - z) < NearEnough && Math.Abs(body.Y - y) < 0.35,
                    $"{cue.Number}: {step.Role} is at {body.X:0.00} {body.Y:0.00} {body.Z:0.00}, not at {x} {y} {z}");
                Assert.True(
                    ticks * 1000.0 / Movement.TicksPerSecond <= cue.DurationMs + (step.By is null ? 3000 : 6000),
                    $"{cue.Number}: {step.Role} takes {ticks / 30.0:0.0} s");
                arrived++;
            }
        }

        Assert.InRange(arrived, 100, 1000);
    }

    [Fact]
    public void A_way_leads_around_a_wall_and_up_the_stairs_behind_it()
    {
        var ground = new StageGround(Plan(
            Piece("wall", PieceShape.Box, 0, 0, 4, 3, 0.2f),
            Piece("platform", PieceShape.Box, 0, -3, 3, 0.9f, 1),
            Piece("stairs", PieceShape.Stairs, 2.2f, -3, 1, 0.9f, 1.4f) with { RotationDegrees = 90 }));
        var self = new OwnActor(ground);
        self.Correct(new ActorPose { Actor = 1, Z = 2 * 256 }, 0);
        Arrive(self, new BlockingCall("anna", -1, -3, 0, Gait.Walk, Emote.None, 0, null, 0.9f));
        Assert.Equal((-1, -3, 0.9), (Math.Round(self.Body.X, 1), Math.Round(self.Body.Z, 1), Math.Round(self.Body.Y, 1)));
        Arrive(self, new BlockingCall("anna", 0, 2, 0, Gait.Run, Emote.None, 0, null));
        Assert.Equal((0, 2, 0), (Math.Round(self.Body.X, 1), Math.Round(self.Body.Z, 1), self.Body.Y));
    }

    [Fact]
    public void Where_no_way_leads_it_stops_as_near_as_it_gets_and_faces_as_it_was_told()
    {
        var self = new OwnActor(new StageGround(Plan(Piece("block", PieceShape.Box, 0, 0, 3, 2, 3))));
        self.Correct(new ActorPose { Actor = 1, Z = 4 * 256 }, 0);
        Arrive(self, new BlockingCall("anna", 0, 0, 90, Gait.Run, Emote.None, 0, null));
        Assert.InRange(self.Body.Z, 1.7, 1.9);
        Assert.Equal((64, Gait.Stand), (self.Body.Facing, self.Body.Gait));
    }

    private static void Arrive(OwnActor self, BlockingCall call)
    {
        var walker = new Walker(self);
        for (var turn = 0; walker.Go(call, new Spot(call.X!.Value, call.Z!.Value), 3); turn++)
        {
            Assert.True(turn < 1000, "it does not arrive");
        }
    }

    private static StagePlan Plan(params SetPiece[] pieces) => new("", 12, 9, pieces, [], [], [], [], [], 1);

    private static SetPiece Piece(string id, PieceShape shape, float x, float z, float width, float height, float depth) =>
        new(id, shape, new Point3(x, 0, z), new Point3(width, height, depth), 0, "#ffffff", null);
}
