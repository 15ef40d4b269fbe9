using System.Collections.Immutable;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Effects;

/// <summary>The slow state of a stage as a pure function of its setup and the effects so far.</summary>
/// <param name="Setup">What the stage is.</param>
/// <param name="Scene">What clients are told.</param>
/// <param name="Speaking">Ids of the roles that speak the current line.</param>
public sealed partial record SceneState(StageSetup Setup, StageScene Scene, IReadOnlyList<string> Speaking)
{
    private static readonly Transition _still = new(0, 0, null);

    /// <summary>The cue that set each part of the scene last; what no cue set is not in it, and no hold stops that.</summary>
    internal ImmutableDictionary<ScenePart, string> Owners { get; init; } = ImmutableDictionary<ScenePart, string>.Empty;

    /// <summary>Cues that are paused by themselves.</summary>
    internal ImmutableHashSet<string> Paused { get; init; } = [];

    /// <summary>The preset: nothing has happened.</summary>
    public static SceneState Preset(StageSetup setup)
    {
        var levels = setup.Levels(setup.PresetLook);
        var light = new LightFade(setup.PresetLook, levels, levels, _still);
        var scene = new StageScene(1, ShowState.Preset, setup.Rate, light, [.. Movable(setup)], [], null, [], [], [], setup.Plan.Version, PropsOf(setup));
        return new SceneState(setup, scene, []);
    }

    /// <summary>The state after an effect.</summary>
    public SceneState With(StageEffect effect) => effect switch
    {
        LightEffect light => Fade(light),
        SceneryEffect scenery => Move(scenery),
        SoundEffect sound => Start(sound),
        PreloadEffect preload when !preload.Sounds.SequenceEqual(Scene.Preload) => With(Scene with { Preload = [.. preload.Sounds] }),
        PerformerEffect performer => Move(performer),
        HoldCueEffect held => Hold(held),
        ResumeCueEffect resumed => Resume(resumed),
        StopCueEffect stopped => Stop(stopped),
        FadeSoundEffect faded => Fade(faded),
        SetStageEffect set => Set(set),
        ResetEffect => Reset(),
        ShowEffect show when show.Show != Scene.Show => Show(show),
        PanicEffect panic => Panic(panic),
        LineEffect line => With(Scene with { Surtitle = line.Surtitle }) with { Speaking = line.Roles },
        _ => this,
    };

    /// <summary>The state with other players.</summary>
    public SceneState With(Player[] players) => With(Scene with { Players = players });

    /// <summary>The state with a prop somewhere else; the same where there is no such prop.</summary>
    public SceneState With(PropPlace place) => Scene.Props is { } props && Array.FindIndex(props, prop => prop.Prop == place.Prop) is >= 0 and var at
        ? With(Scene with { Props = [.. props[..at], place, .. props[(at + 1)..]] })
        : this;

    /// <summary>The state with other fights.</summary>
    public SceneState With(IReadOnlyList<StageFight> fights) => With(Scene with { Fights = fights.Count == 0 ? null : [.. fights] });

    private SceneState With(StageScene scene) => this with { Scene = scene with { Revision = Scene.Revision + 1 } };

    private SceneState OwnedBy(string cue, ScenePart part) => this with { Owners = Owners.SetItem(part, cue) };

    private SceneState Fade(LightEffect effect) => Setup.Looks.ContainsKey(effect.Look)
        ? With(Scene with { Light = Fade(effect.Look, effect.StartMs, effect.DurationMs) }).OwnedBy(effect.Cue, ScenePart.Light)
        : this;

    private LightFade Fade(string look, long startMs, int durationMs) =>
        new(look, Scene.Light.LevelsAt(startMs), Setup.Levels(look), new Transition(startMs, durationMs, null));

    private SceneState Move(SceneryEffect effect) => Scene.Scenery.Any(move => move.Piece == effect.Piece)
        ? With(Scene with
        {
            Scenery = [.. Scene.Scenery.Select(move => move.Piece == effect.Piece ? move.To(effect.In, effect.StartMs, effect.DurationMs) : move)],
        }).OwnedBy(effect.Cue, ScenePart.Piece(effect.Piece))
        : this;

    private SceneState Move(PerformerEffect effect)
    {
        var at = Array.FindIndex(Scene.Performers, move => move.Role == effect.Role);
        if (at < 0 && effect.Place is null)
        {
            return this;
        }

        var from = at < 0 ? effect.Place! with { Opacity = 0 } : Scene.Performers[at].PlaceAt(effect.StartMs);
        var move = PerformerMoves.Between(effect.Role, from, effect.Place, effect.StartMs, effect.DurationMs);
        PerformerMove[] performers = at < 0
            ? [.. Scene.Performers, move]
            : [.. Scene.Performers[..at], move, .. Scene.Performers[(at + 1)..]];
        return With(Scene with { Performers = performers }).OwnedBy(effect.Cue, ScenePart.Performer(effect.Role));
    }

    private SceneState Start(SoundEffect effect)
    {
        var id = Scene.Revision;
        return With(Scene with { Sounds = Scene.Sounds.WithStarted(new SoundStart(effect.Sound, effect.StartMs, effect.DurationMs, id, null, null, 0)) })
            .OwnedBy(effect.Cue, ScenePart.Sound(id));
    }

    private static PropPlace[]? PropsOf(StageSetup setup) => setup.Props is { Count: > 0 } props ? [.. props] : null;

    private static IEnumerable<SceneryMove> Movable(StageSetup setup) => setup.Plan.Pieces
        .Where(piece => piece.OutOffset is not null)
        .Select(piece => (piece.Id, Place: setup.PiecesOut.Contains(piece.Id) ? 0f : 1f))
        .Select(piece => new SceneryMove(piece.Id, piece.Place, piece.Place, _still));
}
