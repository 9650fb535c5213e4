using System.Collections.Immutable;
using Complaints.Learning.Table;

namespace Complaints.Learning.Explanation;

/// <summary>A model that can say exactly how each feature moved a row's score.</summary>
public interface IExplainable
{
    /// <summary>Exact Shapley contributions of one row, summing with the base value to its margin.</summary>
    FeatureContributions Explain(FeatureTable table, int row);
}

/// <summary>
/// How the features of one row add up to its score: <c>BaseValue + ΣContributions = Margin</c>, to 10⁻⁹, in log-odds.
/// </summary>
/// <param name="BaseValue">The expected margin over the training rows, before anything is known of the row.</param>
/// <param name="Contributions">One per feature of the schema, in its order; positive raises the risk.</param>
/// <param name="Margin">The row's margin.</param>
public sealed record FeatureContributions(double BaseValue, ImmutableArray<double> Contributions, double Margin);
