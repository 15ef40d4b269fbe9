using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Actors;

namespace VirtualStage.Stage.Fights;

/// <summary>A fight that is on, or begins in a moment.</summary>
internal sealed record Fight(string Cue, StageFight Told, IReadOnlyList<Fighter> Fighters)
{
    /// <summary>Those who fight follow the script no more. Who was stopped in the middle lowers the blade.</summary>
    public void End(bool isCut)
    {
        foreach (var fighter in Fighters.Where(fighter => fighter.Actor.Fighter == fighter))
        {
            fighter.Actor.Fighter = null;
            fighter.Actor.Body.Gait = Gait.Stand;
            fighter.Actor.Emote = isCut || !IsRest(fighter.Actor.Emote) ? Emote.None : fighter.Actor.Emote;
        }
    }

    public bool Has(StageActor actor) => Fighters.Any(fighter => fighter.Actor == actor);

    /// <summary>What a body can go on doing when the fight is over.</summary>
    private static bool IsRest(Emote emote) => emote is not (Emote.Guard or Emote.Lunge or Emote.Parry or Emote.Hit);
}
