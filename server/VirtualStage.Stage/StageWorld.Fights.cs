using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Actors;
using VirtualStage.Stage.Effects;
using VirtualStage.Stage.Fights;

namespace VirtualStage.Stage;

public sealed partial class StageWorld
{
    private readonly List<Fight> _fights = [];

    private void Begin(FightEffect effect)
    {
        List<StageActor> actors = [.. effect.Parts.Select(part => Find(part.Role)).OfType<StageActor>().Distinct()];
        var endMs = effect.StartMs + effect.DurationMs;
        if (endMs <= TimeMs || actors.Count < 2 || actors.Count < effect.Parts.Count || actors.Exists(actor => actor.Fighter is not null || actor.IsFrozen))
        {
            return;
        }

        List<Fighter> fighters = [.. effect.Parts.Select((part, i) => new Fighter(actors[i], actors[(i + 1) % actors.Count], part.Moves, effect.StartMs))];
        fighters.ForEach(fighter => fighter.Actor.Fighter = fighter);
        var told = new StageFight(effect.Fight, [.. effect.Parts.Select(part => part.Role)], effect.StartMs, endMs);
        _fights.Add(new Fight(effect.Cue, told, fighters));
        foreach (var part in effect.Parts.Where(part => part.Prop is not null))
        {
            Arm(part);
        }

        TellFights();
    }

    /// <summary>Gives a role what it fights with, from wherever that is.</summary>
    private void Arm(FightPart part)
    {
        if (Props.FirstOrDefault(prop => prop.Prop == part.Prop) is { } prop && Find(part.Role) is { } actor && HeldBy(actor).Count() < Hands)
        {
            _state = _state.With(prop with { Role = part.Role });
        }
    }

    private void EndFights()
    {
        for (var i = _fights.Count - 1; i >= 0; i--)
        {
            if (_fights[i].Told.EndMs <= TimeMs)
            {
                End(_fights[i], isCut: false);
            }
        }
    }

    /// <summary>Whatever stops the show or its cue stops a fight, safely: it does not go on by itself.</summary>
    private void StopFights(StageEffect effect)
    {
        switch (effect)
        {
            case ShowEffect { Show: not ShowState.Running } or PanicEffect or SetStageEffect or ResetEffect:
                Cut(_ => true);
                break;
            case HoldCueEffect held:
                Cut(fight => fight.Cue == held.Cue);
                break;
            case StopCueEffect stopped:
                Cut(fight => fight.Cue == stopped.Cue);
                break;
        }
    }

    private void Cut(Predicate<Fight> which) => _fights.FindAll(which).ForEach(fight => End(fight, isCut: true));

    private void End(Fight fight, bool isCut)
    {
        fight.End(isCut);
        _fights.Remove(fight);
        TellFights();
    }

    private void TellFights() => _state = _state.With(_fights.ConvertAll(fight => fight.Told));
}
