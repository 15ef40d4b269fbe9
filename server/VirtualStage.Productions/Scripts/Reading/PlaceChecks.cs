using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Sees that somebody can stand on every mark, with the pieces that stay and those that can be in.</summary>
internal sealed class PlaceChecks(StagePlan plan, ErrorList errors)
{
    private static readonly StageBounds _anywhere = new(-StageBounds.Farthest, StageBounds.Farthest, -StageBounds.Farthest, StageBounds.Farthest);

    public void Check(IReadOnlyDictionary<string, Place> places)
    {
        var fixedPieces = plan.Pieces.Where(piece => piece.Flight is null).ToList();
        var stays = new StageGround(_anywhere, [.. fixedPieces.Select(piece => piece.ToWire())]);
        var all = new StageGround(_anywhere, [.. plan.Pieces.Select(piece => piece.ToWire())]);
        foreach (var mark in plan.Marks)
        {
            var place = places.GetValueOrDefault(mark.Id);
            if (mark.Y > 0 && Math.Abs(all.HeightAt(mark.X, mark.Z, mark.Y) - mark.Y) > StageGround.StepHeight)
            {
                errors.Add(place, $"mark '{mark.Id}' is {mark.Y} m up, and no set piece there is that high to stand on");
            }
            else if (!stays.IsFree(mark.X, mark.Z, mark.Y) && fixedPieces.FirstOrDefault(piece => Stops(piece, mark)) is { } piece)
            {
                errors.Add(place, $"mark '{mark.Id}' is inside of set piece '{piece.Id}', which stays: nobody can stand there{Higher(piece)}");
            }
        }
    }

    private static bool Stops(SetPiece piece, Mark mark) =>
        !new StageGround(_anywhere, [piece.ToWire()]).IsFree(mark.X, mark.Z, mark.Y);

    private static string Higher(SetPiece piece) =>
        piece.Shape == PieceShape.Cone ? "" : $"; on top of it is 'y: {Math.Round(piece.Position.Y + piece.Size.Y, 3)}'";
}
