using System.Globalization;
using VirtualStage.Client;
using VirtualStage.Contracts.Stage;

// One actor who goes on, walks to and fro, bows and goes off, by the client's core alone. It prints one line of JSON:
// what came and what it did.
const int SettledTicks = 60;
if (args is not [var theatre, var performance, var role, var seconds]
    || Environment.GetEnvironmentVariable("VIRTUALSTAGE_TICKET") is not { Length: > 0 } ticket)
{
    Console.Error.WriteLine("THEATRE PERFORMANCE ROLE SECONDS, and a ticket in VIRTUALSTAGE_TICKET");
    return 2;
}

using var door = new TheatreDoor(new Uri(theatre), ticket);
var plan = await door.Plan(performance, CancellationToken.None);
var book = await door.Book(performance, CancellationToken.None);
var session = await door.Enter(performance, role, CancellationToken.None);
using var stage = new StageClient(session, new StageGround(plan), cancel => door.EnterAgain(performance, role, cancel));
var pacer = new TickPacer();
var end = TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
var (corrected, bowed, ticks) = (0.0, false, 0);
var watch = System.Diagnostics.Stopwatch.StartNew();
double least = double.MaxValue, most = double.MinValue;
stage.Connect();
while (watch.Elapsed < end && !stage.IsOver)
{
    stage.Update();
    if (stage.Welcome is not null)
    {
        for (var due = pacer.Due(stage.Clock.NowMs); due > 0; due--)
        {
            // Two seconds one way, two the other.
            stage.Move(WalkWish.Of(aside: ticks++ / 60 % 2 == 0 ? 1 : -1, ahead: 0, lookDegrees: 0, runs: false, facing: 0));
        }

        stage.SendInputs();
        if (!bowed && watch.Elapsed > end / 2)
        {
            bowed = true;
            stage.Show(Emote.Bow);
        }

        // The first pose puts the actor where they came on; what comes after corrects a prediction.
        corrected = ticks > SettledTicks ? Math.Max(corrected, stage.Self.CorrectedBy) : 0;
        if (stage.World.PoseOf(stage.Welcome.Actor) is { } pose)
        {
            (least, most) = (Math.Min(least, pose.X / ActorPose.UnitsPerMetre), Math.Max(most, pose.X / ActorPose.UnitsPerMetre));
        }
    }

    await Task.Delay(5);
}

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{{\"lines\":{book.Items.Length},\"actors\":{stage.World.Tracks.Count},\"walkedMetres\":{Math.Max(0, most - least):0.00},\"correctedMetres\":{corrected:0.000},\"malformed\":{stage.Malformed},\"bytes\":{stage.BytesReceived}}}"));
return 0;
