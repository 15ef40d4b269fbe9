using System.Numerics;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads the stage plan.</summary>
internal sealed class PlanReader(ErrorList errors, ModelReader models)
{
    private const double Furthest = 200;
    private const double Wings = 20;
    private const double Highest = 20;

    private readonly Dictionary<string, Place> _placeOf = new(StringComparer.Ordinal);

    public Names Entrances { get; } = new("entrance", errors);

    public Names Marks { get; } = new("mark", errors);

    public Names Pieces { get; } = new("set piece", errors);

    public StagePlan Read(SheetNode node)
    {
        var stage = new Fields(node, SheetKeys.Stage, errors);
        var (width, depth) = (stage.Number("width", 2, 100, missing: 100), stage.Number("depth", 2, 100, missing: 100));
        var plan = new StagePlan(
            width,
            depth,
            [.. Pieces.Define(stage.Named("pieces")).Select(entry => Piece(entry.Name, entry.Value))],
            [.. Entrances.Define(stage.Named("entrances")).Select(entry => Entrance(entry.Name, entry.Value, width, depth))],
            [.. Marks.Define(stage.Named("marks")).Select(entry => Mark(entry.Name, entry.Value, width, depth))]);
        new PlaceChecks(plan, errors).Check(_placeOf);
        return plan;
    }

    private SetPiece Piece(string id, SheetNode node)
    {
        var piece = new Fields(node, SheetKeys.Piece, errors);
        return new SetPiece(
            id,
            piece.Choice<PieceShape>("shape"),
            piece.Point("size", 0.01, 100),
            piece.Point("position", -Furthest, Furthest),
            piece.Number("rotation", -360, 360),
            piece.Colour("colour"),
            piece.Node("flown") is { } flown ? Flight(flown) : null,
            models.Read(piece));
    }

    private Flight Flight(SheetNode node)
    {
        var flown = new Fields(node, SheetKeys.Flown, errors);
        var travel = flown.Point("out", -Furthest, Furthest);
        if (travel == Vector3.Zero && flown.Has("out"))
        {
            errors.Add(flown.PlaceOf("out"), "'out' is how far the piece travels; [0, 6, 0] flies it six metres up");
        }

        return new Flight(travel, flown.Choice("start", Whereabouts.In) == Whereabouts.In);
    }

    private Entrance Entrance(string id, SheetNode node, double width, double depth)
    {
        var entrance = new Fields(node, SheetKeys.Entrance, errors);
        var (acrossMost, alongMost) = ((width / 2) + Wings, (depth / 2) + Wings);
        return new Entrance(
            id,
            entrance.Number("x", -acrossMost, acrossMost),
            entrance.Number("z", -alongMost, alongMost),
            entrance.Number("y", 0, Highest));
    }

    private Mark Mark(string id, SheetNode node, double width, double depth)
    {
        var mark = new Fields(node, SheetKeys.Mark, errors);
        var (x, z) = (mark.Number("x", -Furthest, Furthest), mark.Number("z", -Furthest, Furthest));
        if (Math.Abs(x) > width / 2 || Math.Abs(z) > depth / 2)
        {
            errors.Add(
                mark.Place,
                $"mark '{id}' lies outside of the stage: x goes from {-width / 2} to {width / 2}, z from {-depth / 2} to {depth / 2}");
        }

        _placeOf.TryAdd(id, mark.Place);
        return new Mark(id, x, z, mark.Number("facing", -360, 360), mark.Number("y", 0, Highest));
    }
}

/// <summary>Where a set piece is.</summary>
internal enum Whereabouts
{
    In,
    Out,
}
