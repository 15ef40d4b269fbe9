using MessagePack;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>
    /// Everything that a client needs to build the stage. It changes only with the production: the scene says its version.
    /// Metres, Y up, +X stage left, +Z towards the audience; the origin is centre stage on the floor.
    /// </summary>
    /// <param name="Version">Version of the production that this plan came with.</param>
    /// <param name="Props">What can be held; null for nothing.</param>
    /// <param name="Costumes">The wardrobe; null for none: a role without a costume wears its colour.</param>
    /// <param name="Language">What the play is spoken in, as BCP 47 has languages; null in plans from before it was told.</param>
    /// <param name="Translations">The languages that surtitles can be read in besides; null for none.</param>
    [MessagePackObject]
    public sealed record StagePlan(
        [property: Key(0)] string Title,
        [property: Key(1)] float Width,
        [property: Key(2)] float Depth,
        [property: Key(3)] SetPiece[] Pieces,
        [property: Key(4)] StageMark[] Marks,
        [property: Key(5)] StageMark[] Entrances,
        [property: Key(6)] Lamp[] Lamps,
        [property: Key(7)] RoleInfo[] Roles,
        [property: Key(8)] SoundInfo[] Sounds,
        [property: Key(9)] int Version,
        [property: Key(10)] PropInfo[]? Props = null,
        [property: Key(11)] CostumeInfo[]? Costumes = null,
        [property: Key(12)] string? Language = null,
        [property: Key(13)] TranslationInfo[]? Translations = null);

    /// <summary>A language that a production is translated into.</summary>
    /// <param name="Language">As BCP 47 has it, such as "de" or "pt-BR".</param>
    /// <param name="Name">As its readers call it.</param>
    [MessagePackObject]
    public sealed record TranslationInfo([property: Key(0)] string Language, [property: Key(1)] string Name);

    /// <summary>A point in metres.</summary>
    [MessagePackObject]
    public sealed record Point3([property: Key(0)] float X, [property: Key(1)] float Y, [property: Key(2)] float Z);

    /// <summary>The primitive that a set piece is drawn as.</summary>
    public enum PieceShape
    {
        Box = 0,
        Cylinder = 1,
        Cone = 2,
        Stairs = 3,
    }

    /// <summary>A piece of scenery.</summary>
    /// <param name="Position">Centre of its foot when it is in.</param>
    /// <param name="Size">Width, height and depth.</param>
    /// <param name="RotationDegrees">About the vertical, counter-clockwise seen from above.</param>
    /// <param name="Colour">"#rrggbb".</param>
    /// <param name="OutOffset">Where it is when it is out, from Position; null for a piece that never moves.</param>
    /// <param name="Model">Drawn in place of the shape, its origin at Position and turned with it; null for the shape. Actors walk by the shape.</param>
    [MessagePackObject]
    public sealed record SetPiece(
        [property: Key(0)] string Id,
        [property: Key(1)] PieceShape Shape,
        [property: Key(2)] Point3 Position,
        [property: Key(3)] Point3 Size,
        [property: Key(4)] float RotationDegrees,
        [property: Key(5)] string Colour,
        [property: Key(6)] Point3? OutOffset,
        [property: Key(7)] ModelInfo? Model = null);

    /// <summary>
    /// A binary glTF file of the production, drawn in place of primitives: metres, Y up, its front towards +Z. Those stay
    /// where it cannot be had. It was checked when it was taken in.
    /// </summary>
    /// <param name="Hash">What it is fetched by, from /api/models: SHA-256 of its bytes, in small hexadecimal digits.</param>
    /// <param name="Bytes">How large it is.</param>
    [MessagePackObject]
    public sealed record ModelInfo([property: Key(0)] string Hash, [property: Key(1)] int Bytes)
    {
        /// <summary>No model has more bytes.</summary>
        public const int MaxBytes = 4 << 20;
    }

    /// <summary>A thing that can be held.</summary>
    /// <param name="Name">How people call it.</param>
    /// <param name="Size">Width, height and depth.</param>
    /// <param name="Colour">"#rrggbb".</param>
    /// <param name="Model">Drawn in place of the shape: its origin is the middle of its foot, in a hand where it is held, and +Z leads away from the hand; null for the shape.</param>
    [MessagePackObject]
    public sealed record PropInfo(
        [property: Key(0)] string Id,
        [property: Key(1)] string Name,
        [property: Key(2)] PieceShape Shape,
        [property: Key(3)] Point3 Size,
        [property: Key(4)] string Colour,
        [property: Key(5)] ModelInfo? Model = null);

    /// <summary>A named place: a mark on the stage, or an entrance beside it.</summary>
    /// <param name="FacingDegrees">0 faces the audience (+Z), 90 faces stage left (+X).</param>
    /// <param name="Y">How high it lies: on a platform, a gallery; 0 on the floor.</param>
    [MessagePackObject]
    public sealed record StageMark(
        [property: Key(0)] string Id,
        [property: Key(1)] float X,
        [property: Key(2)] float Z,
        [property: Key(3)] float FacingDegrees,
        [property: Key(4)] float Y = 0);

    /// <summary>What a lamp does with its light.</summary>
    public enum LampKind
    {
        /// <summary>The same light from everywhere.</summary>
        Ambient = 0,

        /// <summary>Light from above, dim from below.</summary>
        Sky = 1,

        /// <summary>A cone with a hard edge.</summary>
        Spot = 2,

        /// <summary>A cone with a soft edge.</summary>
        Wash = 3,
    }

    /// <summary>A lamp; its index in the plan is the index of its level in a look.</summary>
    /// <param name="AngleDegrees">Full opening angle of a spot.</param>
    [MessagePackObject]
    public sealed record Lamp(
        [property: Key(0)] string Id,
        [property: Key(1)] LampKind Kind,
        [property: Key(2)] Point3 Position,
        [property: Key(3)] Point3 Target,
        [property: Key(4)] float AngleDegrees);

    /// <summary>A part in the play, as it is shown.</summary>
    /// <param name="Colour">The costume's "#rrggbb".</param>
    [MessagePackObject]
    public sealed record RoleInfo(
        [property: Key(0)] string Id,
        [property: Key(1)] string Name,
        [property: Key(2)] string Colour);

    /// <summary>A sound of the production.</summary>
    /// <param name="Description">In words, for captions.</param>
    /// <param name="Hash">What its file is fetched by, from /api/sounds; null where the sound exists in words only.</param>
    /// <param name="Bytes">How large its file is.</param>
    /// <param name="Loop">True when it goes round until its cue ends.</param>
    /// <param name="Gain">Decibels that it is played louder by; less than 0 for quieter.</param>
    [MessagePackObject]
    public sealed record SoundInfo(
        [property: Key(0)] string Id,
        [property: Key(1)] string Description,
        [property: Key(2)] string? Hash,
        [property: Key(3)] int Bytes,
        [property: Key(4)] bool Loop,
        [property: Key(5)] float Gain);
}
