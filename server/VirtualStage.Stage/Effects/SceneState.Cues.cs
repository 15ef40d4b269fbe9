using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Effects;

public sealed partial record SceneState
{
    private SceneState Hold(HoldCueEffect effect) =>
        Turned(effect.Cue, transition => transition.HeldAt(effect.TimeMs), sound => sound.HeldAt(effect.TimeMs)) with
        {
            Paused = Paused.Add(effect.Cue),
        };

    private SceneState Resume(ResumeCueEffect effect)
    {
        var state = this with { Paused = Paused.Remove(effect.Cue) };
        return Scene.Show == ShowState.Running
            ? state.Turned(effect.Cue, transition => transition.ResumedAt(effect.TimeMs), sound => sound.ResumedAt(effect.TimeMs))
            : state;
    }

    private SceneState Stop(StopCueEffect effect)
    {
        var stopped = Owners.ContainsValue(effect.Cue) ? Stopped(effect.TimeMs, part => IsOf(effect.Cue, part)) : this;
        return stopped with { Paused = Paused.Remove(effect.Cue) };
    }

    private SceneState Fade(FadeSoundEffect effect) => With(Scene with
    {
        Sounds = [.. Scene.Sounds.Select(sound => IsOf(effect.Cue, ScenePart.Sound(sound.Id)) ? sound.FadedFrom(effect.StartMs, effect.FadeMs) : sound)],
    });

    private SceneState Show(ShowEffect effect)
    {
        var runs = effect.Show == ShowState.Running;
        return With(Scene with { Show = effect.Show, ShowEndsMs = effect.EndsMs }).Turned(
            part => Owners.TryGetValue(part, out var cue) && !(runs && Paused.Contains(cue)),
            transition => runs ? transition.ResumedAt(effect.TimeMs) : transition.HeldAt(effect.TimeMs),
            sound => runs ? sound.ResumedAt(effect.TimeMs) : sound.HeldAt(effect.TimeMs));
    }

    private bool IsOf(string cue, ScenePart part) => Owners.TryGetValue(part, out var owner) && owner == cue;

    private SceneState Turned(string cue, Func<Transition, Transition> turn, Func<SoundStart, SoundStart> turnSound) =>
        Owners.ContainsValue(cue) ? With(Scene).Turned(part => IsOf(cue, part), turn, turnSound) : this;

    private SceneState Turned(
        Func<ScenePart, bool> which, Func<Transition, Transition> turn, Func<SoundStart, SoundStart> turnSound) => this with
        {
            Scene = Scene with
            {
                Light = which(ScenePart.Light) ? Scene.Light with { Fade = turn(Scene.Light.Fade) } : Scene.Light,
                Scenery = [.. Scene.Scenery.Select(move => which(ScenePart.Piece(move.Piece)) ? move with { Move = turn(move.Move) } : move)],
                Sounds = [.. Scene.Sounds.Select(sound => which(ScenePart.Sound(sound.Id)) ? turnSound(sound) : sound)],
                Performers = [.. Scene.Performers.Select(move => which(ScenePart.Performer(move.Role)) ? move with { Move = turn(move.Move) } : move)],
            },
        };

    /// <summary>Parts stand where they are at a time, and belong to no cue any more.</summary>
    private SceneState Stopped(long timeMs, Func<ScenePart, bool> which)
    {
        var scene = Scene with
        {
            Light = which(ScenePart.Light) ? Scene.Light.StoppedAt(timeMs) : Scene.Light,
            Scenery = [.. Scene.Scenery.Select(move => which(ScenePart.Piece(move.Piece)) ? move.StoppedAt(timeMs) : move)],
            Sounds = [.. Scene.Sounds.SelectMany(sound => which(ScenePart.Sound(sound.Id)) ? sound.StoppedAt(timeMs, 0) : [sound])],
            Performers = [.. Scene.Performers.Select(move => which(ScenePart.Performer(move.Role)) ? move.StoppedAt(timeMs) : move)],
        };
        return With(scene) with { Owners = Owners.RemoveRange(Owners.Keys.Where(which)) };
    }
}
