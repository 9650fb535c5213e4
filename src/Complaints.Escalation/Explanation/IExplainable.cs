using Complaints.Escalation.Table;

namespace Complaints.Escalation.Explanation;

/// <summary>A model that can say exactly how each feature moved a row's score.</summary>
public interface IExplainable
{
    /// <summary>Exact Shapley contributions of one row, summing with the base value to its margin.</summary>
    FeatureContributions Explain(FeatureTable table, int row);
}
