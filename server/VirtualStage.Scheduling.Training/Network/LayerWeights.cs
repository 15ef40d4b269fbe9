using VirtualStage.Scheduling.Training.Numbers;

namespace VirtualStage.Scheduling.Training.Network;

/// <summary>
/// The weights of a layer, or a rank's share of them: query, key, value and rise are parted by columns, output and fall by
/// rows, so that what the ranks make of them is to be added up. Gradients have the same form.
/// </summary>
public sealed record LayerWeights(Matrix Query, Matrix Key, Matrix Value, Matrix Output, Matrix Rise, Matrix Fall)
{
    public IReadOnlyList<Matrix> All => [Query, Key, Value, Output, Rise, Fall];

    public static LayerWeights Zero(NetworkSize size, int ranks)
    {
        var (width, hidden) = (size.Width / ranks, size.Hidden / ranks);
        return new(
            new(size.Width, width), new(size.Width, width), new(size.Width, width), new(width, size.Width), new(size.Width, hidden), new(hidden, size.Width));
    }

    /// <summary>A rank's share.</summary>
    public LayerWeights ShareOf(int rank, int ranks)
    {
        return new(Columns(Query), Columns(Key), Columns(Value), Rows(Output), Columns(Rise), Rows(Fall));

        Matrix Columns(Matrix whole) => whole.ColumnsFrom(rank * whole.Columns / ranks, whole.Columns / ranks);
        Matrix Rows(Matrix whole) => whole.RowsFrom(rank * whole.Rows / ranks, whole.Rows / ranks);
    }

    /// <summary>The whole of all ranks' shares.</summary>
    public static LayerWeights Joined(IReadOnlyList<LayerWeights> shares)
    {
        return new(
            Columns(share => share.Query), Columns(share => share.Key), Columns(share => share.Value),
            Rows(share => share.Output), Columns(share => share.Rise), Rows(share => share.Fall));

        Matrix Columns(Func<LayerWeights, Matrix> one) => Matrix.JoinedColumns([.. shares.Select(one)]);
        Matrix Rows(Func<LayerWeights, Matrix> one) => Matrix.JoinedRows([.. shares.Select(one)]);
    }
}
