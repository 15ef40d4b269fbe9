namespace VirtualStage.Stage.Effects;

/// <summary>A part of the scene that a cue can set.</summary>
internal readonly record struct ScenePart(ScenePartKind Kind, string Id)
{
    public static readonly ScenePart Light = new(ScenePartKind.Light, "");

    public static ScenePart Piece(string id) => new(ScenePartKind.Piece, id);

    public static ScenePart Sound(int id) => new(ScenePartKind.Sound, $"{id}");

    public static ScenePart Performer(string role) => new(ScenePartKind.Performer, role);
}

/// <summary>What a part of the scene is.</summary>
internal enum ScenePartKind
{
    Light,
    Piece,
    Sound,
    Performer,
}
