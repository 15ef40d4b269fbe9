using System.Numerics;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Scripts;
using VirtualStage.Stage;
using Wire = VirtualStage.Contracts.Stage;

namespace VirtualStage.Server.Stage;

/// <summary>A production's stage as the world and its clients build it.</summary>
internal static class StageSetups
{
    public static StageSetup Of(Production production, double rate) => new(
        PlanOf(production),
        production.Looks.ToDictionary(look => look.Name, look => LevelsOf(look, production), StringComparer.Ordinal),
        production.PresetLook,
        production.PanicLook,
        production.Plan.Pieces.Where(piece => piece.Flight is { StartsIn: false }).Select(piece => piece.Id).ToHashSet(),
        (float)rate,
        [.. production.Props.Select(prop => new PropPlace(prop.Id, prop.Role, prop.Position.X, prop.Position.Y, prop.Position.Z))]);

    private static Wire.StagePlan PlanOf(Production production) => new(
        production.Title,
        (float)production.Plan.Width,
        (float)production.Plan.Depth,
        [.. production.Plan.Pieces.Select(piece => piece.ToWire())],
        [.. production.Plan.Marks.Select(mark => new StageMark(mark.Id, (float)mark.X, (float)mark.Z, (float)mark.Facing, (float)mark.Y))],
        [.. production.Plan.Entrances.Select(entrance => new StageMark(entrance.Id, (float)entrance.X, (float)entrance.Z, 0, (float)entrance.Y))],
        [.. production.Lamps.Select(lamp => new Wire.Lamp(
            lamp.Id, lamp.Kind, PointOf(lamp.Position), PointOf(lamp.Target), (float)lamp.Angle))],
        [.. production.Roles.Select(role => new RoleInfo(role.Id, role.Name, role.Colour.ToString()))],
        [.. production.Sounds.Select(sound => new SoundInfo(
            sound.Name, sound.Description, sound.File?.Hash, sound.File?.Bytes.Length ?? 0, sound.Loop, (float)sound.Gain))],
        production.Version,
        production.Props.Count == 0 ? null : [.. production.Props.Select(prop => new PropInfo(prop.Id, prop.Name, prop.Shape, PointOf(prop.Size), prop.Colour.ToString(), prop.Model?.ToModelInfo()))],
        production.Costumes.Count == 0 ? null : [.. production.Costumes.Select(costume => new CostumeInfo(
            costume.Id, costume.Role, costume.Name, costume.Garment, costume.Colour.ToString(), costume.Trim.ToString(), costume.Cloak, costume.Head, costume.Model?.ToModelInfo()))],
        production.Language,
        production.Translations.Count == 0 ? null : [.. production.Translations.Select(translation => new TranslationInfo(translation.Language, translation.Name))]);

    /// <summary>One level a lamp, in the plan's order; lamps that the look does not name are off.</summary>
    private static Wire.LampLevel[] LevelsOf(Look look, Production production) =>
        [.. production.Lamps.Select(lamp => look.Levels.FirstOrDefault(level => level.Lamp == lamp.Id) is { } level
            ? new Wire.LampLevel((level.Colour.Red << 16) | (level.Colour.Green << 8) | level.Colour.Blue, (float)level.Intensity)
            : new Wire.LampLevel(0, 0))];

    private static Point3 PointOf(Vector3 vector) => new(vector.X, vector.Y, vector.Z);
}
