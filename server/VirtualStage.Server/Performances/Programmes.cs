using VirtualStage.Contracts.Stage;
using VirtualStage.Plays;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Performances;

/// <summary>What the programme of a performance tells: the play, and who is on the stage now.</summary>
internal static class Programmes
{
    public static ProgrammeView Of(StageHost stage, People people) => new(
        stage.Production.Title,
        stage.Production.Synopsis,
        [.. stage.Production.Play.Divisions.SelectMany(ScenesOf)],
        [.. stage.Production.Roles.Select(role =>
        {
            var player = stage.PlayerOf(role.Id);
            var person = player is { IsBot: false } && stage.PersonOf(player) is { } id ? people.Find(id) : null;
            return new ProgrammeRole(role.Id, role.Name, role.Colour.ToString(), player is { IsBot: false } ? player.Name : "", person?.Pronouns ?? "", player?.IsBot ?? false);
        })]);

    private static IEnumerable<ProgrammeScene> ScenesOf(Division division) => division.Kind == DivisionKind.Act
        ? division.Divisions.Select(scene => new ProgrammeScene(scene.Id, $"{division.Title}, {scene.Title}"))
        : [new ProgrammeScene(division.Id, division.Title)];
}
