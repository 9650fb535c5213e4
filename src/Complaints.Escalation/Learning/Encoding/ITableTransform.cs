using System.Collections.Immutable;
using Complaints.Escalation.Table;

namespace Complaints.Escalation.Learning.Encoding;

/// <summary>Turns a table of one schema into a table of another, row by row, with nothing but what it learned from training rows.</summary>
public interface ITableTransform
{
    /// <summary>Short, stable name.</summary>
    string Kind { get; }

    /// <summary>The features it reads.</summary>
    FeatureSchema Input { get; }

    /// <summary>The features it gives.</summary>
    FeatureSchema Output { get; }

    /// <summary>For each feature given, the features read that it is made of; a contribution is shared equally among them.</summary>
    ImmutableArray<ImmutableArray<int>> Origins { get; }

    /// <summary>Transforms rows that were not used for learning.</summary>
    FeatureTable Apply(FeatureTable table);
}
