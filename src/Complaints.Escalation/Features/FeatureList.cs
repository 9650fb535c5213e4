using System.Collections.Immutable;
using Complaints.Learning.Table;

namespace Complaints.Escalation.Features;

/// <summary>
/// The features in use. Nothing that tells who a resident is stands here: no age, sex, ethnicity, religion, disability, vulnerability or
/// language (Equality Act 2010 s.4), nor a name or postcode that could stand for them.
/// </summary>
public static class FeatureList
{
    /// <summary>All features, in column order.</summary>
    public static ImmutableArray<CaseFeature> All { get; } =
        [.. SubjectFeatures.All, .. ClockFeatures.All, .. HandlingFeatures.All, .. HistoryFeatures.All, .. TrackRecordFeatures.All];

    /// <summary>The features as a schema; its hash is stored with a model.</summary>
    public static FeatureSchema Schema { get; } = new(All.Select(f => f.Definition));

    /// <summary>The feature with a name.</summary>
    /// <exception cref="KeyNotFoundException">No such feature.</exception>
    public static CaseFeature Named(string name) =>
        Schema.IndexOf(name) is int at and >= 0 ? All[at] : throw new KeyNotFoundException($"There is no feature '{name}'.");
}
