using System.Diagnostics.CodeAnalysis;
using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Figures;

/// <summary>A measure as people and programs see it: its description, and its population in words instead of condition trees.</summary>
public sealed record MeasureInfo : MeasureDescription
{
    /// <summary>A measure from its parts, as they come over the wire.</summary>
    public MeasureInfo()
    {
    }

    [SetsRequiredMembers]
    private MeasureInfo(MeasureDescription description, string population)
        : base(description) => Population = population;

    /// <summary>Which complaints are counted, in words.</summary>
    public required string Population { get; init; }

    /// <summary>What people see of a definition, under its population's own policy on withdrawn complaints.</summary>
    public static MeasureInfo Of(MeasureDefinition measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return Of(measure, measure.Population.Withdrawn);
    }

    internal static MeasureInfo Of(MeasureDefinition measure, WithdrawnPolicy policy) => new(measure, measure.Population.Describe(policy));
}
