using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Plays;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Scripts;

/// <summary>The bundled production holds together as theatre.</summary>
public sealed class HamletTests
{
    private readonly Production _hamlet = ProductionLoader.Load(Repository.Hamlet);

    [Fact]
    public void It_has_a_full_sheet_with_cues_of_every_department_on_stage()
    {
        Assert.True(_hamlet.Cues.Count >= 40);
        // No performers are matted in it, and nothing outside is sent messages.
        Assert.Equal(
            [Department.Lights, Department.Sound, Department.Scenery, Department.Blocking, Department.Calls],
            _hamlet.Cues.Select(cue => cue.Department).Distinct().Order());
        Assert.Equal(Enum.GetValues<ContinueMode>(), _hamlet.Cues.Select(cue => cue.Continue).Distinct().Order());
    }

    [Fact]
    public void Everything_that_is_heard_is_a_file_and_every_sound_is_called()
    {
        Assert.All(_hamlet.Sounds, sound => Assert.Equal("audio/ogg", SoundFormat.MediaTypeOf(sound.File!.Bytes)));
        Assert.Equal(
            _hamlet.Sounds.Select(sound => sound.Name).Order(),
            _hamlet.Cues.Select(cue => cue.Action).OfType<SoundAction>().Select(action => action.Sound).Distinct().Order());
    }

    [Fact]
    public void It_plays_for_about_twenty_minutes() =>
        Assert.InRange(TimeSpan.FromMilliseconds(_hamlet.PlayingTimeMs).TotalMinutes, 18, 23);

    [Fact]
    public void It_has_three_scenes_with_the_numbers_of_the_whole_play()
    {
        Assert.Equal(
            ["1.1", "3.1", "5.2"],
            _hamlet.Play.AllDivisions.Where(division => division.Kind == DivisionKind.Scene).Select(division => division.Id));
        Assert.Equal("To be, or not to be: that is the question:", _hamlet.FindLine("3.1.64")!.Text);
        Assert.Equal("Go, bid the soldiers shoot.", _hamlet.FindLine("5.2.424")!.Text);
        Assert.Equal("CLAUDIUS", Assert.Single(_hamlet.SpeechOf("3.1.32").Speakers));
    }

    [Fact]
    public void Every_role_is_on_stage_when_it_speaks()
    {
        var stage = new StagePicture();
        foreach (var line in _hamlet.Play.Lines)
        {
            var seen = stage.Play(_hamlet.CuesAt(line.Id));
            var speakers = _hamlet.RolesOf(_hamlet.SpeechOf(line.Id)).Select(role => role.Id).ToList();
            Assert.NotEmpty(speakers);
            Assert.True(
                speakers.All(seen.Contains),
                $"{line.Id}: spoken by {string.Join(", ", speakers)}, on stage are {string.Join(", ", seen)}");
        }
    }

    [Fact]
    public void Nobody_enters_twice_leaves_twice_or_stands_where_another_stands()
    {
        var stage = new StagePicture();
        foreach (var line in _hamlet.Play.Lines)
        {
            stage.Play(_hamlet.CuesAt(line.Id));
            Assert.True(stage.CrowdedMarks.Count == 0, $"{line.Id}: {string.Join(", ", stage.CrowdedMarks)}");
        }

        Assert.Empty(stage.Mistakes);
    }

    [Fact]
    public void Nobody_meets_a_role_that_the_same_actor_plays()
    {
        var stage = new StagePicture();
        foreach (var cue in _hamlet.Cues)
        {
            stage.Play([cue]);
            foreach (var role in _hamlet.Roles)
            {
                Assert.True(role.Doubles.Append(role.Id).Count(stage.IsOn) <= 1, $"cue {cue.Number}: {role.Id} and its double");
            }
        }
    }

    [Fact]
    public void Scenery_flies_only_from_where_it_is()
    {
        var isIn = _hamlet.Plan.Pieces.Where(piece => piece.Flight is not null)
            .ToDictionary(piece => piece.Id, piece => piece.Flight!.StartsIn);
        foreach (var flight in _hamlet.Cues.Select(cue => cue.Action).OfType<FlyAction>().SelectMany(fly => fly.Pieces))
        {
            Assert.NotEqual(flight.In, isIn[flight.Piece]);
            isIn[flight.Piece] = flight.In;
        }
    }

    [Fact]
    public void Nothing_is_prepared_that_is_not_used()
    {
        var actions = _hamlet.Cues.Select(cue => cue.Action).ToList();
        var looks = actions.OfType<LookAction>().Select(action => action.Look).Append(_hamlet.PresetLook).Append(_hamlet.PanicLook);
        var steps = actions.OfType<BlockingAction>().SelectMany(action => action.Steps).ToList();

        Assert.Empty(_hamlet.Looks.Select(look => look.Name).Except(looks));
        Assert.Empty(_hamlet.Sounds.Select(sound => sound.Name).Except(actions.OfType<SoundAction>().Select(action => action.Sound)));
        var fights = actions.OfType<FightAction>().Select(action => action.Fight).ToList();
        Assert.Empty(_hamlet.Plan.Marks.Select(mark => mark.Id).Except(steps.Select(step => step.To)).Except(fights.SelectMany(fight => fight.Steps).Select(step => step.To)));
        Assert.Empty(_hamlet.Plan.Entrances.Select(entrance => entrance.Id).Except(steps.Select(step => step.From ?? step.By)));
        Assert.Empty(_hamlet.Roles.Select(role => role.Id).Except(steps.Select(step => step.Role)));
        Assert.Empty(_hamlet.Lamps.Select(lamp => lamp.Id).Except(_hamlet.Looks.SelectMany(look => look.Levels).Select(level => level.Lamp)));
    }

    [Fact]
    public void Scene_changes_are_over_before_the_next_scene_is_spoken()
    {
        foreach (var last in new[] { "1.1.189", "3.1.202" })
        {
            var startMs = 0;
            var endMs = 0;
            foreach (var cue in _hamlet.CuesAt(last))
            {
                endMs = Math.Max(endMs, startMs + cue.PreWaitMs + cue.DurationMs);
                startMs += cue.PreWaitMs + (cue.Continue == ContinueMode.AutoFollow ? cue.DurationMs : cue.PostWaitMs);
            }

            Assert.InRange(endMs, 10_000, SpeakingTime.OfMs(_hamlet.FindLine(last)!) + _hamlet.PauseAfterMs(last));
        }
    }

    [Fact]
    public void Everybody_can_walk_to_where_they_are_sent_in_the_time_that_the_cue_has()
    {
        var stage = new StagePicture();
        foreach (var cue in _hamlet.Cues)
        {
            foreach (var (step, metres) in stage.Walks(cue, _hamlet.Plan))
            {
                var metresASecond = step.Speed ?? (step.Gait == Gait.Run ? Movement.RunSpeed : Movement.WalkSpeed);
                var slackMs = step.By is null ? 1000 : 4000;
                Assert.True(
                    metres / metresASecond * 1000 <= cue.DurationMs + slackMs,
                    $"cue {cue.Number}: {step.Role} has {metres:0.0} m to go in {cue.DurationMs} ms");
            }

            stage.Play([cue]);
        }
    }
}
