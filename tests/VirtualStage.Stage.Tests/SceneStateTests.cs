using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Effects;

namespace VirtualStage.Stage.Tests;

public sealed class SceneStateTests
{
    private static readonly SceneState _preset = SceneState.Preset(A.Setup);

    [Fact]
    public void The_preset_shows_its_look_and_its_scenery_where_they_start()
    {
        Assert.Equal("dark", _preset.Scene.Light.Look);
        Assert.Equal([A.Off, A.Off], _preset.Scene.Light.LevelsAt(0));
        Assert.Equal(0, Assert.Single(_preset.Scene.Scenery).PlaceAt(0));
    }

    [Fact]
    public void A_fade_starts_at_its_stamp_and_ends_after_its_duration()
    {
        var light = _preset.With(new LightEffect("LX 1", "blue", 1000, 2000)).Scene.Light;
        Assert.Equal([A.Off, A.Off], light.LevelsAt(1000));
        Assert.Equal([A.Blue with { Intensity = 0.5f }, A.Blue with { Intensity = 0.5f }], light.LevelsAt(2000));
        Assert.Equal([A.Blue, A.Blue], light.LevelsAt(3000));
    }

    [Fact]
    public void An_interrupted_fade_goes_on_from_where_it_is()
    {
        var light = _preset
            .With(new LightEffect("LX 1", "red", 0, 1000))
            .With(new LightEffect("LX 1", "dark", 500, 1000))
            .Scene.Light;
        Assert.Equal(0.5f, light.LevelsAt(500)[0].Intensity);
        Assert.Equal(0.25f, light.LevelsAt(1000)[0].Intensity);
        Assert.Equal(0xff0000, light.LevelsAt(1000)[0].Colour);
        Assert.Equal(0, light.LevelsAt(1500)[0].Intensity);
    }

    [Fact]
    public void Colours_meet_half_way()
    {
        var light = _preset.With(new LightEffect("LX 1", "red", 0, 0)).With(new LightEffect("LX 1", "blue", 0, 1000)).Scene.Light;
        Assert.Equal(new LampLevel(0x800080, 1), light.LevelsAt(500)[0]);
    }

    [Fact]
    public void A_hold_stops_fades_and_scenery_and_a_resume_lets_them_go_on()
    {
        var held = _preset
            .With(new ShowEffect(ShowState.Running, 0))
            .With(new LightEffect("LX 1", "red", 1000, 1000))
            .With(new SceneryEffect("SC 1", "cloth", true, 1000, 2000))
            .With(new ShowEffect(ShowState.Held, 1500));
        Assert.Equal(0.5f, held.Scene.Light.LevelsAt(60_000)[0].Intensity);
        Assert.Equal(0.25f, held.Scene.Scenery[0].PlaceAt(60_000));

        var resumed = held.With(new ShowEffect(ShowState.Running, 61_500));
        Assert.Equal(0.5f, resumed.Scene.Light.LevelsAt(61_500)[0].Intensity);
        Assert.Equal(1, resumed.Scene.Light.LevelsAt(62_000)[0].Intensity);
        Assert.Equal(1, resumed.Scene.Scenery[0].PlaceAt(63_000));
    }

    [Fact]
    public void What_was_complete_or_not_begun_when_the_show_was_held_is_not_lost()
    {
        var held = _preset
            .With(new ShowEffect(ShowState.Running, 0))
            .With(new LightEffect("LX 1", "red", 0, 100))
            .With(new SceneryEffect("SC 1", "cloth", true, 1000, 500))
            .With(new ShowEffect(ShowState.Held, 900));
        Assert.Equal(1, held.Scene.Light.LevelsAt(5000)[0].Intensity);
        Assert.Equal(0, held.Scene.Scenery[0].PlaceAt(5000));
        Assert.Equal(1, held.With(new ShowEffect(ShowState.Running, 5000)).Scene.Scenery[0].PlaceAt(5600));
    }

    [Fact]
    public void Scenery_that_turns_back_starts_from_where_it_is()
    {
        var move = _preset
            .With(new SceneryEffect("SC 1", "cloth", true, 0, 1000))
            .With(new SceneryEffect("SC 1", "cloth", false, 250, 1000))
            .Scene.Scenery[0];
        Assert.Equal(0.25f, move.PlaceAt(250));
        Assert.Equal(0, move.PlaceAt(1250));
    }

    [Fact]
    public void A_panic_fades_to_the_safe_look_stops_scenery_and_sounds_and_no_hold_stops_it()
    {
        var panicked = _preset
            .With(new ShowEffect(ShowState.Running, 0))
            .With(new SceneryEffect("SC 1", "cloth", true, 0, 1000))
            .With(new SoundEffect("S 1", "storm", 0, 60_000))
            .With(new PanicEffect(500, 1000))
            .With(new ShowEffect(ShowState.Held, 500));
        Assert.Equal((500, 1000, null), (panicked.Scene.Sounds[0].StopMs, panicked.Scene.Sounds[0].FadeMs, panicked.Scene.Sounds[0].HeldAtMs));
        Assert.Equal(0.5f, panicked.Scene.Scenery[0].PlaceAt(9000));
        Assert.Equal([A.DimWhite, A.DimWhite], panicked.Scene.Light.LevelsAt(1500));
    }

    [Fact]
    public void A_second_panic_is_safe_at_once()
    {
        var panicked = _preset.With(new PanicEffect(500, 3000)).With(new PanicEffect(700, 0));
        Assert.Equal([A.DimWhite, A.DimWhite], panicked.Scene.Light.LevelsAt(700));
    }

    [Fact]
    public void A_cue_after_a_panic_can_be_held_again()
    {
        var held = _preset
            .With(new PanicEffect(0, 0))
            .With(new ShowEffect(ShowState.Running, 100))
            .With(new LightEffect("LX 1", "dark", 1000, 1000))
            .With(new ShowEffect(ShowState.Held, 1500));
        Assert.Equal(0.25f, held.Scene.Light.LevelsAt(9000)[0].Intensity);
    }

    [Fact]
    public void Sounds_that_have_ended_are_forgotten_when_the_next_one_starts()
    {
        var scene = _preset
            .With(new SoundEffect("S 1", "bell", 0, 1000))
            .With(new SoundEffect("S 1", "storm", 500, 9000))
            .With(new SoundEffect("S 1", "trumpet", 2000, 500))
            .Scene;
        Assert.Equal(["storm", "trumpet"], scene.Sounds.Select(sound => sound.Sound));
    }

    [Fact]
    public void A_sound_that_lasts_as_long_as_its_file_is_kept_for_who_joins_later()
    {
        var scene = _preset.With(new SoundEffect("S 1", "bell", 0, 0)).With(new SoundEffect("S 1", "trumpet", 90_000, 500)).Scene;
        Assert.Equal(["bell", "trumpet"], scene.Sounds.Select(sound => sound.Sound));
    }

    [Fact]
    public void What_is_to_be_loaded_takes_the_place_of_what_was_and_the_same_again_changes_nothing()
    {
        var state = _preset.With(new PreloadEffect(["bell"])).With(new PreloadEffect(["storm", "trumpet"]));
        Assert.Equal(["storm", "trumpet"], state.Scene.Preload);
        Assert.Same(state, state.With(new PreloadEffect(["storm", "trumpet"])));
    }

    [Fact]
    public void Every_change_has_a_revision_of_its_own_and_what_changes_nothing_has_none()
    {
        var surtitle = new Surtitle("1.1.1", "BARNARDO", "Who's there?", 10);
        var state = _preset.With(new LineEffect(surtitle, ["barnardo"])).With(new ShowEffect(ShowState.HouseOpen, 20));
        Assert.Equal(_preset.Scene.Revision + 2, state.Scene.Revision);
        Assert.Same(state, state.With(new ShowEffect(ShowState.HouseOpen, 30)));
        Assert.Equal(surtitle, state.Scene.Surtitle);
    }

    [Fact]
    public void An_effect_on_what_is_not_there_is_passed_over()
    {
        Assert.Same(_preset, _preset.With(new LightEffect("LX 1", "green", 0, 0)));
        Assert.Same(_preset, _preset.With(new SceneryEffect("SC 1", "rock", true, 0, 0)));
        Assert.Same(_preset, _preset.With(new PerformerEffect("P 1", "ghost", null, 0, 0)));
    }
}
