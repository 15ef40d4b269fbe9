using System.Collections.Immutable;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Effects;

public sealed partial record SceneState
{
    /// <summary>How long a look that was edited takes to be seen.</summary>
    private const int RevisedFadeMs = 500;

    /// <summary>The same state on a stage that was edited: what is left of it stays as it is.</summary>
    /// <param name="cueNumber">The number that a cue has from now on.</param>
    /// <param name="timeMs">Performance time of the change.</param>
    public SceneState Revised(StageSetup setup, Func<string, string> cueNumber, long timeMs)
    {
        var scenery = Movable(setup).Select(piece => Scene.Scenery.FirstOrDefault(move => move.Piece == piece.Piece) ?? piece);
        return With(Scene with
        {
            Light = Revised(setup, Setup, Scene.Light, timeMs),
            Scenery = [.. scenery],
            Performers = [.. Scene.Performers.Where(move => setup.Plan.Roles.Any(role => role.Id == move.Role))],
            PlanVersion = setup.Plan.Version,
            Props = PropsOf(setup) is { } props ? [.. props.Select(prop => Scene.Props?.FirstOrDefault(former => former.Prop == prop.Prop) ?? prop)] : null,
        }) with
        {
            Setup = setup,
            Owners = Owners.ToImmutableDictionary(owned => owned.Key, owned => cueNumber(owned.Value)),
            Paused = [.. Paused.Select(cueNumber)],
        };
    }

    private SceneState Panic(PanicEffect effect)
    {
        var stopped = Stopped(effect.StartMs, part => part.Kind is ScenePartKind.Piece or ScenePartKind.Performer);
        return stopped.With(stopped.Scene with
        {
            Light = Fade(Setup.SafeLook, effect.StartMs, effect.FadeMs),
            Sounds = [.. Scene.Sounds.SelectMany(sound => sound.StoppedAt(effect.StartMs, effect.FadeMs))],
        }) with
        {
            Owners = Owners.Clear(),
            Paused = [],
        };
    }

    private SceneState Set(SetStageEffect effect)
    {
        var entering = effect.Performers
            .Where(place => Scene.Performers.All(move => move.Role != place.Key))
            .OrderBy(place => place.Key, StringComparer.Ordinal)
            .Select(place => PerformerMoves.Between(place.Key, place.Value with { Opacity = 0 }, place.Value, effect.StartMs, effect.FadeMs));
        var moving = Scene.Performers.Select(move => PerformerMoves.Between(
            move.Role, move.PlaceAt(effect.StartMs), effect.Performers.GetValueOrDefault(move.Role), effect.StartMs, effect.FadeMs));
        return With(Scene with
        {
            Light = Setup.Looks.ContainsKey(effect.Look) ? Fade(effect.Look, effect.StartMs, effect.FadeMs) : Scene.Light,
            Scenery = [.. Scene.Scenery.Select(move => move.To(effect.PiecesIn.Contains(move.Piece), effect.StartMs, effect.FadeMs))],
            Performers = [.. moving, .. entering],
            Props = effect.PropsAtPreset ? PropsOf(Setup) : Scene.Props,
        }) with
        {
            Owners = Owners.RemoveRange(Owners.Keys.Where(part => part.Kind != ScenePartKind.Sound)),
        };
    }

    private SceneState Reset()
    {
        var preset = Preset(Setup);
        return preset with { Scene = preset.Scene with { Revision = Scene.Revision + 1, Players = Scene.Players, Fights = Scene.Fights } };
    }

    private static LightFade Revised(StageSetup setup, StageSetup former, LightFade light, long timeMs)
    {
        int[] places = [.. setup.Plan.Lamps.Select(lamp => Array.FindIndex(former.Plan.Lamps, other => other.Id == lamp.Id))];
        var (from, to) = (Mapped(light.From), Mapped(light.To));
        var wanted = setup.Looks.GetValueOrDefault(light.Look) ?? to;
        return light.Fade.ProgressAt(timeMs) < 1 ? new LightFade(light.Look, from, wanted, light.Fade)
            : to.SequenceEqual(wanted) ? new LightFade(light.Look, wanted, wanted, _still)
            : new LightFade(light.Look, to, wanted, new Transition(timeMs, RevisedFadeMs, null));

        LampLevel[] Mapped(LampLevel[] levels) => [.. places.Select(place => place < 0 ? new LampLevel(0, 0) : levels[place])];
    }
}
