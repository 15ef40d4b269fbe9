using System.Numerics.Tensors;

namespace VirtualStage.Scheduling.Training.Numbers;

/// <summary>Rows of numbers, one after the other.</summary>
public sealed class Matrix(int rows, int columns)
{
    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public float[] Data { get; } = new float[rows * columns];

    public Span<float> Row(int row) => Data.AsSpan(row * Columns, Columns);

    /// <summary>this · other.</summary>
    public Matrix Times(Matrix other)
    {
        var product = new Matrix(Rows, other.Columns);
        for (var row = 0; row < Rows; row++)
        {
            AddRowTimes(Row(row), other, product.Row(row));
        }

        return product;
    }

    /// <summary>this · otherᵀ.</summary>
    public Matrix TimesTransposed(Matrix other)
    {
        var product = new Matrix(Rows, other.Rows);
        for (var row = 0; row < Rows; row++)
        {
            var from = Row(row);
            var to = product.Row(row);
            for (var column = 0; column < other.Rows; column++)
            {
                to[column] = TensorPrimitives.Dot(from, other.Row(column));
            }
        }

        return product;
    }

    /// <summary>this += oneᵀ · other.</summary>
    public void AddTransposedTimes(Matrix one, Matrix other)
    {
        for (var row = 0; row < one.Rows; row++)
        {
            var from = one.Row(row);
            var with = other.Row(row);
            for (var i = 0; i < from.Length; i++)
            {
                TensorPrimitives.MultiplyAdd(with, from[i], Row(i), Row(i));
            }
        }
    }

    /// <summary>this += other.</summary>
    public void Add(Matrix other) => TensorPrimitives.Add(Data, other.Data, Data);

    /// <summary>this + other.</summary>
    public Matrix Plus(Matrix other)
    {
        var sum = new Matrix(Rows, Columns);
        TensorPrimitives.Add(Data, other.Data, sum.Data);
        return sum;
    }

    /// <summary>Some of the columns.</summary>
    public Matrix ColumnsFrom(int first, int count)
    {
        var part = new Matrix(Rows, count);
        for (var row = 0; row < Rows; row++)
        {
            Row(row).Slice(first, count).CopyTo(part.Row(row));
        }

        return part;
    }

    /// <summary>Some of the rows.</summary>
    public Matrix RowsFrom(int first, int count)
    {
        var part = new Matrix(count, Columns);
        Data.AsSpan(first * Columns, count * Columns).CopyTo(part.Data);
        return part;
    }

    /// <summary>Matrices side by side.</summary>
    public static Matrix JoinedColumns(IReadOnlyList<Matrix> parts)
    {
        var whole = new Matrix(parts[0].Rows, parts.Sum(part => part.Columns));
        var first = 0;
        foreach (var part in parts)
        {
            for (var row = 0; row < whole.Rows; row++)
            {
                part.Row(row).CopyTo(whole.Row(row)[first..]);
            }

            first += part.Columns;
        }

        return whole;
    }

    /// <summary>Matrices one below the other.</summary>
    public static Matrix JoinedRows(IReadOnlyList<Matrix> parts)
    {
        var whole = new Matrix(parts.Sum(part => part.Rows), parts[0].Columns);
        var first = 0;
        foreach (var part in parts)
        {
            part.Data.CopyTo(whole.Data, first);
            first += part.Data.Length;
        }

        return whole;
    }

    private static void AddRowTimes(ReadOnlySpan<float> row, Matrix other, Span<float> to)
    {
        for (var i = 0; i < row.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(other.Row(i), row[i], to, to);
        }
    }
}
