using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Complaints.Domain.Storage;

namespace Complaints.Learning.Table;

/// <summary>How the values of a feature are to be read.</summary>
public enum FeatureKind
{
    /// <summary>A measurement with an order; NaN stands for "not known".</summary>
    Numeric,

    /// <summary>A label without an order; the code −1 stands for "not known".</summary>
    Categorical,
}

/// <summary>The direction in which a feature may move the predicted risk, all else equal.</summary>
public enum Monotone
{
    /// <summary>The risk never rises as the feature rises.</summary>
    Decreasing = -1,

    /// <summary>No constraint.</summary>
    None = 0,

    /// <summary>The risk never falls as the feature rises.</summary>
    Increasing = 1,
}

/// <summary>One feature: its name, how it is read, and the direction it may act in.</summary>
/// <remarks>
/// Only trees honour <paramref name="Monotone"/>; a constraint on a categorical feature is refused by <see cref="FeatureSchema"/>.
/// </remarks>
/// <param name="Name">Unique within a schema, never blank.</param>
/// <param name="Kind">Numeric or categorical.</param>
/// <param name="Monotone">Constraint on the direction of effect.</param>
/// <param name="Version">Counts up whenever the same name comes to mean something else.</param>
public sealed record FeatureDefinition(string Name, FeatureKind Kind, Monotone Monotone = Monotone.None, int Version = 1);

/// <summary>
/// The ordered list of features a model was trained on. Its <see cref="Hash"/> is stored with the model, and a model refuses to
/// score a table with another hash: a feature that was renamed, moved or redefined must never be scored silently.
/// </summary>
public sealed class FeatureSchema
{
    private readonly Dictionary<string, int> _index;

    /// <summary>Builds a schema.</summary>
    /// <param name="features">At least one feature; names are unique (ordinal).</param>
    /// <exception cref="ArgumentException">No feature, a blank or repeated name, or a monotone constraint on a category.</exception>
    public FeatureSchema(IEnumerable<FeatureDefinition> features)
    {
        Features = [.. features];
        if (Features.IsEmpty)
        {
            throw new ArgumentException("A feature schema needs at least one feature.", nameof(features));
        }

        _index = new Dictionary<string, int>(Features.Length, StringComparer.Ordinal);
        for (int i = 0; i < Features.Length; i++)
        {
            FeatureDefinition feature = Features[i];
            if (string.IsNullOrWhiteSpace(feature.Name) || !_index.TryAdd(feature.Name, i))
            {
                throw new ArgumentException($"Feature {i} has the blank or repeated name '{feature.Name}'; give each feature its own name.", nameof(features));
            }

            if (feature.Kind == FeatureKind.Categorical && feature.Monotone != Monotone.None)
            {
                throw new ArgumentException($"Feature '{feature.Name}' is categorical and has no order; a monotone constraint needs a numeric feature.", nameof(features));
            }
        }

        Hash = ComputeHash(Features);
    }

    /// <summary>The features, in column order.</summary>
    public ImmutableArray<FeatureDefinition> Features { get; }

    /// <summary>SHA-256 over names, kinds, constraints and versions in order; 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>Position of a feature, or −1 when the schema has no such feature.</summary>
    public int IndexOf(string name) => _index.GetValueOrDefault(name, -1);

    private static string ComputeHash(ImmutableArray<FeatureDefinition> features)
    {
        StringBuilder text = new();
        foreach (FeatureDefinition feature in features)
        {
            text.Append(feature.Name).Append('\u001f')
                .Append(feature.Kind).Append('\u001f')
                .Append(feature.Monotone).Append('\u001f')
                .Append(feature.Version.ToString(CultureInfo.InvariantCulture)).Append('\u001e');
        }

        return Sha256Hex.Of(text.ToString());
    }
}
