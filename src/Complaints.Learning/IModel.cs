using Complaints.Learning.Table;

namespace Complaints.Learning;

/// <summary>A trained model. Instances are immutable and safe for use from several threads.</summary>
public interface IModel
{
    /// <summary>Short, stable name of the kind of model.</summary>
    string Kind { get; }

    /// <summary>The features it was trained on.</summary>
    FeatureSchema Schema { get; }

    /// <summary>Writes the margin (log-odds of escalation) of every row.</summary>
    /// <param name="table">
    /// A table with the schema's hash; categories may have other codes; a value that training never saw moves nothing, or counts with the
    /// rare.
    /// </param>
    /// <param name="margins">As long as the table.</param>
    /// <exception cref="ArgumentException">Another schema, or a span of another length.</exception>
    void Score(FeatureTable table, Span<double> margins);
}
