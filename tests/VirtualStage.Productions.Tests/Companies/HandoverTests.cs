using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Casting;
using VirtualStage.Productions.Companies;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Companies;

public sealed class HandoverTests
{
    private static readonly CastingSheet _sheet = CastingSheet.Of(CheckedCompany.Production);

    [Fact]
    public void The_card_says_where_to_stand_and_what_comes_next()
    {
        var production = CheckedCompany.Production;
        var centre = production.Plan.FindMark("centre")!;

        var card = Handovers.Of(
            production, _sheet, "hamlet", "3.1.97", nextCue: null, new RolePlace("hamlet", "centre", null));

        Assert.Equal(("Hamlet", true, "centre"), (card.RoleName, card.IsOn, card.Mark));
        Assert.Null(card.Entrance);
        var next = production.Play.Lines.SkipWhile(line => line.Id != "3.1.97").Skip(1)
            .First(line => production.RolesOf(production.SpeechOf(line.Id)).Any(role => role.Id == "hamlet"));
        Assert.Equal((next.Id, next.Text), (card.NextLine, card.NextLineText));
        var before = production.Play.Lines.TakeWhile(line => line.Id != next.Id).ToList();
        Assert.Equal(before[^1].Text, card.CueLine);
        Assert.Equal(before.SkipWhile(line => line.Id != "3.1.97").Count() - 1, card.LinesUntil);
    }

    [Fact]
    public void The_next_cue_is_the_one_that_moves_or_calls_the_role()
    {
        var production = CheckedCompany.Production;
        var first = production.Cues[0].Number;

        var card = Handovers.Of(production, _sheet, "ghost", null, first, null);

        var entrance = production.Cues.First(cue => cue.Action is BlockingAction blocking && blocking.Steps.Any(step => step.Role == "ghost")
            || cue.Action is CallAction call && (call.Roles.Count == 0 || call.Roles.Contains("ghost")));
        Assert.Equal((entrance.Number, entrance.Line), (card.NextCue, card.NextCueLine));
        Assert.False(card.IsOn);
        Assert.Null(card.NextLine);
        Assert.Null(card.CueLine);
    }

    [Fact]
    public void Off_stage_it_names_the_entrance_to_wait_at()
    {
        var production = CheckedCompany.Production;
        var entrance = production.Plan.Entrances[0];

        var card = Handovers.Of(production, _sheet, "fortinbras", "1.1.1", null, new RolePlace("fortinbras", null, entrance.Id));

        Assert.Equal((false, null, entrance.Id), (card.IsOn, card.Mark, card.Entrance));
        Assert.Null(card.NextCue);
    }
}
