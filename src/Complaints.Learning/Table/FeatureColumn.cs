namespace Complaints.Learning.Table;

/// <summary>The values of one feature, a value per row.</summary>
public abstract class FeatureColumn
{
    private protected FeatureColumn()
    {
    }

    /// <summary>Numeric or categorical.</summary>
    public abstract FeatureKind Kind { get; }

    /// <summary>Number of rows.</summary>
    public abstract int Length { get; }

    /// <summary>The same column for the given rows, in the given order.</summary>
    public abstract FeatureColumn Take(ReadOnlySpan<int> rows);
}
