using System.Text.Json.Nodes;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Tests;
using VirtualStage.Stage;

namespace VirtualStage.Client.Tests.Netcode;

/// <summary>What the stage tells a client over a way that loses some: the browser must understand the same of it.</summary>
public sealed class GoldenSnapshotTests
{
    private readonly StageWorld _world = new(
        new StageSetup(
            new StagePlan("A stage", 10, 8, [], [], [], [], [], [], 1),
            new Dictionary<string, LampLevel[]> { ["dark"] = [] },
            "dark",
            "dark",
            new HashSet<string>()),
        0);

    private readonly byte[] _bits = new byte[StageWorld.MaxSnapshotBytes];

    [Fact]
    public void The_golden_snapshots_are_what_the_stage_tells_and_the_client_understands()
    {
        var random = new Random(12);
        var receiver = _world.Join(["receiver"], "A", isBot: false);
        ushort[] others = [.. Enumerable.Range(0, 5).Select(i => _world.Join([$"role {i}"], "B", isBot: false))];
        var wishes = others.Select((_, i) => new Wishes(i)).ToArray();
        var poses = new StagePoses();
        var vectors = new JsonArray();
        for (uint tick = 1; tick <= 120; tick++)
        {
            for (var i = 0; i < others.Length; i++)
            {
                _world.QueueInputs(others[i], new ActorInputs(tick, [wishes[i].Next()], 0));
            }

            if (tick == 60)
            {
                _world.Leave(others[2]);
            }

            _world.Tick();
            var coded = _world.EncodeFor(receiver, _bits)!.Value;
            if (random.Next(4) == 0)
            {
                continue;
            }

            var snapshot = new StageSnapshot(tick, tick * 33, coded.BaseTick, 0, _bits[..coded.Length]);
            Assert.True(poses.Take(snapshot));
            _world.QueueInputs(receiver, new ActorInputs(0, [], poses.NewestTick, poses.ReceivedBits));
            vectors.Add(new JsonObject
            {
                ["tick"] = tick,
                ["baseTick"] = coded.BaseTick,
                ["data"] = Convert.ToHexStringLower(snapshot.Data),
                ["actors"] = new JsonArray([.. poses.Tracks.Where(track => track.IsOn)
                    .Select(track => new JsonArray(track.Actor, track.Newest.X, track.Newest.Z))]),
            });
        }

        Golden.Matches("stage-snapshots.json", vectors);
    }
}
