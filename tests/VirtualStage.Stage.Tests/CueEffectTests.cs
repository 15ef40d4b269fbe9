using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Effects;

namespace VirtualStage.Stage.Tests;

/// <summary>What happens to the parts of a scene with the cue that set them.</summary>
public sealed class CueEffectTests
{
    private static readonly SceneState _running = SceneState.Preset(A.Setup).With(new ShowEffect(ShowState.Running, 0));

    [Fact]
    public void A_paused_cue_stands_still_and_goes_on_from_there_while_others_run()
    {
        var paused = _running
            .With(new LightEffect("LX 1", "red", 0, 1000))
            .With(new SceneryEffect("SC 1", "cloth", true, 0, 1000))
            .With(new HoldCueEffect("LX 1", 500));
        Assert.Equal((0.5f, 1f), (Red(paused, 9000), Cloth(paused, 9000)));

        var resumed = paused.With(new ResumeCueEffect("LX 1", 9000));
        Assert.Equal((0.5f, 0.75f, 1f), (Red(resumed, 9000), Red(resumed, 9250), Red(resumed, 9500)));
    }

    [Fact]
    public void A_show_that_goes_on_leaves_a_paused_cue_paused()
    {
        var state = _running
            .With(new LightEffect("LX 1", "red", 0, 1000))
            .With(new SceneryEffect("SC 1", "cloth", true, 0, 1000))
            .With(new HoldCueEffect("LX 1", 250))
            .With(new ShowEffect(ShowState.Held, 500))
            .With(new ShowEffect(ShowState.Running, 2000));
        Assert.Equal((0.25f, 1f), (Red(state, 9000), Cloth(state, 2500)));
        Assert.Equal(1f, Red(state.With(new ResumeCueEffect("LX 1", 9000)), 9750));
    }

    [Fact]
    public void A_cue_that_is_let_go_on_while_the_show_is_held_goes_on_with_the_show()
    {
        var state = _running
            .With(new LightEffect("LX 1", "red", 0, 1000))
            .With(new HoldCueEffect("LX 1", 250))
            .With(new ShowEffect(ShowState.Held, 500))
            .With(new ResumeCueEffect("LX 1", 1000));
        Assert.Equal(0.25f, Red(state, 9000));
        Assert.Equal(0.75f, Red(state.With(new ShowEffect(ShowState.Running, 9000)), 9500));
    }

    [Fact]
    public void An_interval_says_when_it_is_meant_to_be_over_and_nothing_else_does()
    {
        var interval = _running.With(new ShowEffect(ShowState.Interval, 500, 900_500));

        Assert.Equal(900_500, interval.Scene.ShowEndsMs);
        Assert.Null(interval.With(new ShowEffect(ShowState.Running, 800_000)).Scene.ShowEndsMs);
        Assert.Null(_running.With(new ShowEffect(ShowState.Interval, 500)).Scene.ShowEndsMs);
    }

    [Fact]
    public void A_stopped_cue_leaves_its_parts_where_they_are_and_those_of_others_alone()
    {
        var state = _running
            .With(new LightEffect("LX 1", "red", 0, 1000))
            .With(new SceneryEffect("SC 1", "cloth", true, 0, 1000))
            .With(new StopCueEffect("SC 1", 250));
        Assert.Equal((1f, 0.25f), (Red(state, 9000), Cloth(state, 9000)));
    }

    [Fact]
    public void A_cue_whose_light_another_one_took_over_stops_nothing()
    {
        var state = _running
            .With(new LightEffect("LX 1", "red", 0, 1000))
            .With(new LightEffect("LX 2", "dark", 500, 1000))
            .With(new HoldCueEffect("LX 1", 600))
            .With(new StopCueEffect("LX 1", 700));
        Assert.Equal(0f, Red(state, 1500));
    }

    [Fact]
    public void A_paused_sound_goes_on_where_it_was_and_keeps_its_id()
    {
        var started = _running.With(new SoundEffect("S 1", "storm", 1000, 60_000));
        var id = started.Scene.Sounds[0].Id;
        var paused = started.With(new HoldCueEffect("S 1", 3000));
        Assert.Equal(new SoundStart("storm", 1000, 60_000, id, 3000, null, 0), paused.Scene.Sounds[0]);

        var resumed = paused.With(new ResumeCueEffect("S 1", 10_000));
        Assert.Equal(new SoundStart("storm", 8000, 60_000, id, null, null, 0), resumed.Scene.Sounds[0]);
    }

    [Fact]
    public void A_hold_of_the_show_holds_its_sounds_and_the_fade_that_they_are_in()
    {
        var state = _running
            .With(new SoundEffect("S 1", "storm", 1000, 60_000))
            .With(new FadeSoundEffect("S 1", 5000, 4000))
            .With(new ShowEffect(ShowState.Held, 6000));
        Assert.Equal(6000, state.Scene.Sounds[0].HeldAtMs);
        var sound = state.With(new ShowEffect(ShowState.Running, 16_000)).Scene.Sounds[0];
        Assert.Equal((11_000, 15_000L, 4000, null), (sound.StartMs, sound.StopMs!.Value, sound.FadeMs, sound.HeldAtMs));
    }

    [Fact]
    public void A_stopped_sound_ends_at_its_stamp_and_a_silent_one_is_forgotten()
    {
        var started = _running.With(new SoundEffect("S 1", "storm", 0, 60_000));
        Assert.Equal((5000, 0), (started.With(new StopCueEffect("S 1", 5000)).Scene.Sounds[0].StopMs, 0));
        Assert.Empty(started.With(new HoldCueEffect("S 1", 4000)).With(new StopCueEffect("S 1", 5000)).Scene.Sounds);
        Assert.Empty(started.With(new StopCueEffect("S 1", 70_000)).Scene.Sounds);
    }

    [Fact]
    public void Two_starts_of_one_sound_are_two_sounds()
    {
        var state = _running
            .With(new SoundEffect("S 1", "bell", 0, 9000))
            .With(new SoundEffect("S 2", "bell", 100, 9000))
            .With(new StopCueEffect("S 1", 200));
        Assert.Equal([(0, 200L), (100, null)], state.Scene.Sounds.Select(sound => (sound.StartMs, sound.StopMs)));
        Assert.NotEqual(state.Scene.Sounds[0].Id, state.Scene.Sounds[1].Id);
    }

    [Fact]
    public void A_performer_appears_walks_and_goes()
    {
        var appears = _running.With(new PerformerEffect("P 1", "ghost", new PerformerPlace(1, 2, 0, 1), 0, 1000));
        Assert.Equal(new PerformerPlace(1, 2, 0, 0.5f), appears.Scene.Performers[0].PlaceAt(500));

        var walks = appears.With(new PerformerEffect("P 2", "ghost", new PerformerPlace(3, 0, 270, 1), 2000, 1000));
        Assert.Equal(new PerformerPlace(2, 1, -45, 1), walks.Scene.Performers[0].PlaceAt(2500));

        var goes = walks.With(new PerformerEffect("P 3", "ghost", null, 4000, 1000));
        Assert.Equal(new PerformerPlace(3, 0, 270, 0), Assert.Single(goes.Scene.Performers).PlaceAt(5000));

        var again = goes.With(new PerformerEffect("P 4", "ghost", new PerformerPlace(-2, 0, 0, 1), 6000, 0));
        Assert.Equal(new PerformerPlace(-2, 0, 0, 1), Assert.Single(again.Scene.Performers).PlaceAt(6000));
    }

    [Fact]
    public void A_performer_is_paused_and_stopped_with_its_cue_and_stays_in_a_panic()
    {
        var walks = _running
            .With(new PerformerEffect("P 1", "ghost", new PerformerPlace(0, 0, 0, 1), 0, 0))
            .With(new PerformerEffect("P 2", "ghost", new PerformerPlace(4, 0, 0, 1), 0, 1000));
        Assert.Equal(2, walks.With(new HoldCueEffect("P 2", 500)).Scene.Performers[0].PlaceAt(9000).X);
        Assert.Equal(2, walks.With(new StopCueEffect("P 2", 500)).Scene.Performers[0].PlaceAt(9000).X);
        Assert.Equal((2, 1), walks.With(new PanicEffect(500, 3000)).Scene.Performers[0].PlaceAt(9000) is var place ? (place.X, place.Opacity) : default);
    }

    [Fact]
    public void A_stage_that_is_set_goes_there_from_where_it_is_and_no_hold_stops_it()
    {
        var state = _running
            .With(new LightEffect("LX 1", "red", 0, 1000))
            .With(new SceneryEffect("SC 1", "cloth", true, 0, 1000))
            .With(new PerformerEffect("P 1", "ghost", new PerformerPlace(1, 0, 0, 1), 0, 0))
            .With(new ShowEffect(ShowState.Held, 500))
            .With(new SetStageEffect("blue", new HashSet<string>(), new Dictionary<string, PerformerPlace> { ["cat"] = new(2, 0, 0, 1) }, 1000, 1000))
            .With(new ShowEffect(ShowState.Running, 1200));
        Assert.Equal((0.5f, 0.25f), (Cloth(state, 1000), Cloth(state, 1500)));
        Assert.Equal([A.Blue, A.Blue], state.Scene.Light.LevelsAt(2000));
        Assert.Equal([("ghost", 0f), ("cat", 1f)], state.Scene.Performers.Select(move => (move.Role, move.PlaceAt(2000).Opacity)));
    }

    [Fact]
    public void A_reset_is_the_preset_with_the_same_players()
    {
        var player = new Player(1, "anna", "Anna", false);
        var state = _running.With([player]).With(new LightEffect("LX 1", "red", 0, 0)).With(new ResetEffect());
        var preset = SceneState.Preset(A.Setup).Scene;
        Assert.Equal((ShowState.Preset, "dark", player), (state.Scene.Show, state.Scene.Light.Look, Assert.Single(state.Scene.Players)));
        Assert.Equal(preset.Scenery, state.Scene.Scenery);
        Assert.True(state.Scene.Revision > preset.Revision);
    }

    private static float Red(SceneState state, long timeMs) => state.Scene.Light.LevelsAt(timeMs)[0].Intensity;

    private static float Cloth(SceneState state, long timeMs) => state.Scene.Scenery[0].PlaceAt(timeMs);
}
