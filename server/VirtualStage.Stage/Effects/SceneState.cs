using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Effects;

/// <summary>The slow state of a stage as a pure function of its setup and the effects so far.</summary>
/// <param name="Setup">What the stage is.</param>
/// <param name="Scene">What clients are told.</param>
/// <param name="Speaking">Ids of the roles that speak the current line.</param>
/// <param name="IsPanicFade">True while the last light effect was a panic, which no hold stops.</param>
public sealed record SceneState(StageSetup Setup, StageScene Scene, IReadOnlyList<string> Speaking, bool IsPanicFade)
{
    private const int MaxSounds = 16;
    private static readonly Transition _still = new(0, 0, null);

    /// <summary>The preset: nothing has happened.</summary>
    public static SceneState Preset(StageSetup setup)
    {
        var levels = setup.Levels(setup.PresetLook);
        var scenery = setup.Plan.Pieces
            .Where(piece => piece.OutOffset is not null)
            .Select(piece => (piece.Id, Place: setup.PiecesOut.Contains(piece.Id) ? 0f : 1f))
            .Select(piece => new SceneryMove(piece.Id, piece.Place, piece.Place, _still));
        var light = new LightFade(setup.PresetLook, levels, levels, _still);
        return new SceneState(setup, new StageScene(1, ShowState.Preset, setup.Rate, light, [.. scenery], [], null, [], [], [], setup.Plan.Version), [], false);
    }

    /// <summary>The state after an effect.</summary>
    /// <exception cref="ArgumentException">The effect names a look or a movable piece that the stage does not have.</exception>
    public SceneState With(StageEffect effect) => effect switch
    {
        LightEffect light => With(Scene with { Light = Fade(light.Look, light.StartMs, light.DurationMs) }) with { IsPanicFade = false },
        SceneryEffect scenery => With(Scene with { Scenery = Move(scenery) }),
        SoundEffect sound => With(Scene with { Sounds = Start(sound) }),
        PreloadEffect preload when !preload.Sounds.SequenceEqual(Scene.Preload) => With(Scene with { Preload = [.. preload.Sounds] }),
        ShowEffect show when show.Show != Scene.Show => With(Show(show)),
        PanicEffect panic => Panic(panic),
        LineEffect line => With(Scene with { Surtitle = line.Surtitle }) with { Speaking = line.Roles },
        _ => this,
    };

    /// <summary>The state with other players.</summary>
    public SceneState With(Player[] players) => With(Scene with { Players = players });

    private SceneState With(StageScene scene) => this with { Scene = scene with { Revision = Scene.Revision + 1 } };

    private LightFade Fade(string look, long startMs, int durationMs) =>
        new(look, Scene.Light.LevelsAt(startMs), Setup.Levels(look), new Transition(startMs, durationMs, null));

    private SceneryMove[] Move(SceneryEffect effect)
    {
        var index = Array.FindIndex(Scene.Scenery, move => move.Piece == effect.Piece);
        if (index < 0)
        {
            throw new ArgumentException($"the stage has no movable piece '{effect.Piece}'", nameof(effect));
        }

        var (from, way) = (Scene.Scenery[index].PlaceAt(effect.StartMs), new Transition(effect.StartMs, effect.DurationMs, null));
        SceneryMove[] scenery = [.. Scene.Scenery];
        scenery[index] = new SceneryMove(effect.Piece, from, effect.In ? 1 : 0, way);
        return scenery;
    }

    /// <summary>A sound without a duration lasts as long as its file, which only clients know.</summary>
    private SoundStart[] Start(SoundEffect effect) =>
    [
        .. Scene.Sounds.Where(sound => sound.DurationMs == 0 || sound.StartMs + sound.DurationMs > effect.StartMs).TakeLast(MaxSounds - 1),
        new SoundStart(effect.Sound, effect.StartMs, effect.DurationMs, Scene.Revision, null, null, 0),
    ];

    private StageScene Show(ShowEffect effect)
    {
        var runs = effect.Show == ShowState.Running;
        return Scene with
        {
            Show = effect.Show,
            Light = IsPanicFade ? Scene.Light : Scene.Light with { Fade = Turn(Scene.Light.Fade) },
            Scenery = [.. Scene.Scenery.Select(move => move with { Move = Turn(move.Move) })],
        };

        Transition Turn(Transition transition) => runs ? transition.ResumedAt(effect.TimeMs) : transition.HeldAt(effect.TimeMs);
    }

    private SceneState Panic(PanicEffect effect)
    {
        var stopped = Scene.Scenery
            .Select(move => (move.Piece, Place: move.PlaceAt(effect.StartMs)))
            .Select(piece => new SceneryMove(piece.Piece, piece.Place, piece.Place, _still));
        var light = Fade(Setup.SafeLook, effect.StartMs, effect.FadeMs);
        return With(Scene with { Light = light, Scenery = [.. stopped], Sounds = [] }) with { IsPanicFade = true };
    }
}
