namespace Complaints.Escalation.Table;

/// <summary>How the values of a feature are to be read.</summary>
public enum FeatureKind
{
    /// <summary>A measurement with an order; NaN stands for "not known".</summary>
    Numeric,

    /// <summary>A label without an order; the code −1 stands for "not known".</summary>
    Categorical,
}
