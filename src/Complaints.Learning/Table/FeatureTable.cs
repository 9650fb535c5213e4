using System.Collections.Immutable;

namespace Complaints.Learning.Table;

/// <summary>
/// A table of features by column, one row per case and prediction point, with what training and evaluation need beside them:
/// the label (escalated within the horizon or not), a time key that only has to be ordered (a month, a day number) and a weight.
/// </summary>
public sealed class FeatureTable
{
    private readonly byte[] _labels;
    private readonly int[] _timeKeys;
    private readonly float[] _weights;

    /// <summary>Builds a table; it takes ownership of the arrays.</summary>
    /// <param name="schema">The features, in column order.</param>
    /// <param name="columns">One column per feature, of its kind, all of one length.</param>
    /// <param name="labels">0 or 1 per row; empty for a table that is only scored.</param>
    /// <param name="timeKeys">An ordered key per row; empty where time plays no part.</param>
    /// <param name="weights">Positive weights; empty for one each.</param>
    /// <exception cref="ArgumentException">Lengths or kinds disagree, or a label is not 0 or 1.</exception>
    public FeatureTable(
        FeatureSchema schema, IEnumerable<FeatureColumn> columns, byte[]? labels = null, int[]? timeKeys = null, float[]? weights = null)
    {
        Schema = schema;
        Columns = [.. columns];
        if (Columns.Length != schema.Features.Length)
        {
            throw new ArgumentException($"The schema has {schema.Features.Length} features but {Columns.Length} columns were given.", nameof(columns));
        }

        RowCount = Columns[0].Length;
        for (int i = 0; i < Columns.Length; i++)
        {
            if (Columns[i].Length != RowCount || Columns[i].Kind != schema.Features[i].Kind)
            {
                throw new ArgumentException(
                    $"Column '{schema.Features[i].Name}' is {Columns[i].Kind} with {Columns[i].Length} rows; expected {schema.Features[i].Kind} with {RowCount}.", nameof(columns));
            }
        }

        _labels = Checked(labels, nameof(labels));
        _timeKeys = Checked(timeKeys, nameof(timeKeys));
        _weights = Checked(weights, nameof(weights));
        if (_labels.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)1))
        {
            throw new ArgumentException("A label is neither 0 nor 1; cases whose horizon has not passed must be left out.", nameof(labels));
        }
    }

    /// <summary>The features.</summary>
    public FeatureSchema Schema { get; }

    /// <summary>The columns, in the order of the schema.</summary>
    public ImmutableArray<FeatureColumn> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>Labels by row (1 = escalated), or empty.</summary>
    public ReadOnlySpan<byte> Labels => _labels;

    /// <summary>Ordered time keys by row, or empty.</summary>
    public ReadOnlySpan<int> TimeKeys => _timeKeys;

    /// <summary>Weights by row, or empty for one each.</summary>
    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>The given rows, in the given order.</summary>
    public FeatureTable Take(ReadOnlySpan<int> rows)
    {
        List<FeatureColumn> columns = new(Columns.Length);
        foreach (FeatureColumn column in Columns)
        {
            columns.Add(column.Take(rows));
        }

        return new FeatureTable(Schema, columns, Pick(_labels, rows), Pick(_timeKeys, rows), Pick(_weights, rows));
    }

    /// <summary>The same rows, labels, times and weights with other columns.</summary>
    public FeatureTable WithColumns(FeatureSchema schema, IEnumerable<FeatureColumn> columns) =>
        new(schema, columns, _labels, _timeKeys, _weights);

    /// <summary>The rows whose time key lies in the closed interval.</summary>
    public int[] RowsWhereTime(int from, int to)
    {
        List<int> rows = [];
        for (int i = 0; i < _timeKeys.Length; i++)
        {
            if (_timeKeys[i] >= from && _timeKeys[i] <= to)
            {
                rows.Add(i);
            }
        }

        return [.. rows];
    }

    /// <summary>Weight of a row.</summary>
    public float WeightOf(int row) => _weights.Length == 0 ? 1f : _weights[row];

    private static T[] Pick<T>(T[] source, ReadOnlySpan<int> rows)
    {
        if (source.Length == 0)
        {
            return [];
        }

        T[] taken = new T[rows.Length];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = source[rows[i]];
        }

        return taken;
    }

    private T[] Checked<T>(T[]? values, string name)
    {
        values ??= [];
        return values.Length == 0 || values.Length == RowCount
            ? values
            : throw new ArgumentException($"{values.Length} {name} were given for {RowCount} rows.", name);
    }
}
