using System.Numerics;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Scripts;

/// <summary>
/// The stage. Metres; the origin is the centre of the floor, +X stage left, +Y up, +Z towards the audience.
/// Angles are degrees about +Y: 0 faces the audience, 90 stage left.
/// </summary>
/// <param name="Width">From stage right to stage left, in metres.</param>
/// <param name="Depth">From upstage to downstage, in metres.</param>
/// <param name="Pieces">The set pieces.</param>
/// <param name="Entrances">Where roles come from and go to.</param>
/// <param name="Marks">The named places; all lie on the stage.</param>
public sealed record StagePlan(
    double Width,
    double Depth,
    IReadOnlyList<SetPiece> Pieces,
    IReadOnlyList<Entrance> Entrances,
    IReadOnlyList<Mark> Marks)
{
    /// <summary>The mark with this id; null when there is none.</summary>
    public Mark? FindMark(string id) => Marks.FirstOrDefault(mark => mark.Id == id);

    /// <summary>The entrance with this id; null when there is none.</summary>
    public Entrance? FindEntrance(string id) => Entrances.FirstOrDefault(entrance => entrance.Id == id);

    /// <summary>The set piece with this id; null when there is none.</summary>
    public SetPiece? FindPiece(string id) => Pieces.FirstOrDefault(piece => piece.Id == id);
}

/// <summary>A piece of scenery.</summary>
/// <param name="Id">How the sheet calls it.</param>
/// <param name="Shape">A cylinder and a cone fill their box and stand upright; stairs rise from its front to its back.</param>
/// <param name="Size">Width, height and depth in metres, before it is turned.</param>
/// <param name="Position">The middle of its base when it is in.</param>
/// <param name="Rotation">Degrees about +Y.</param>
/// <param name="Colour">Its colour under white light.</param>
/// <param name="Flight">How it leaves the stage; null for a piece that stays.</param>
/// <param name="Model">What it is drawn as in place of its shape, which still says where actors walk; null for the shape.</param>
public sealed record SetPiece(
    string Id,
    PieceShape Shape,
    Vector3 Size,
    Vector3 Position,
    double Rotation,
    Colour Colour,
    Flight? Flight,
    ProductionFile? Model = null)
{
    /// <summary>The piece as clients build it.</summary>
    public Contracts.Stage.SetPiece ToWire() => new(
        Id, Shape, PointOf(Position), PointOf(Size), (float)Rotation, Colour.ToString(), Flight is { } flight ? PointOf(flight.Travel) : null, Model?.ToModelInfo());

    private static Point3 PointOf(Vector3 vector) => new(vector.X, vector.Y, vector.Z);
}

/// <summary>How a set piece flies, or is drawn off to a side.</summary>
/// <param name="Travel">From where it stands when it is in to where it hangs when it is out, in metres.</param>
/// <param name="StartsIn">True when it is in at the preset.</param>
public sealed record Flight(Vector3 Travel, bool StartsIn);

/// <summary>A point out of sight where roles wait to enter; a trap or a door in a wall may be in sight.</summary>
/// <param name="Y">How high it lies; 0 on the floor.</param>
public sealed record Entrance(string Id, double X, double Z, double Y = 0);

/// <summary>A named place on the stage.</summary>
/// <param name="Id">How the sheet calls it.</param>
/// <param name="X">Metres to stage left.</param>
/// <param name="Z">Metres towards the audience.</param>
/// <param name="Facing">Which way a role turns that arrives there, in degrees: 0 faces the audience, 90 stage left.</param>
/// <param name="Y">How high it lies: on a platform, a gallery; 0 on the floor.</param>
public sealed record Mark(string Id, double X, double Z, double Facing, double Y = 0);
