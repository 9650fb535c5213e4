namespace Complaints.Learning.Table;

/// <summary>A numeric column; NaN is missing.</summary>
public sealed class NumericColumn : FeatureColumn
{
    private readonly float[] _values;

    /// <summary>Takes ownership of the array.</summary>
    public NumericColumn(float[] values) => _values = values;

    /// <inheritdoc/>
    public override FeatureKind Kind => FeatureKind.Numeric;

    /// <inheritdoc/>
    public override int Length => _values.Length;

    /// <summary>The values by row.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <inheritdoc/>
    public override FeatureColumn Take(ReadOnlySpan<int> rows)
    {
        float[] taken = new float[rows.Length];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = _values[rows[i]];
        }

        return new NumericColumn(taken);
    }
}
