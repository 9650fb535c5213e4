using Complaints.Measures.Catalogue;

namespace Complaints.Measures.Reconciling;

/// <summary>In which groups a measure is counted, so that sums over them give many ways of counting at once.</summary>
/// <param name="IsInGroups">
/// Whether it is counted in groups by month and by the parts that figures tell; else each figure and period is counted by itself.
/// </param>
/// <param name="ByType">Whether stock types are told apart.</param>
/// <param name="ByStatus">Whether refused and withdrawn complaints are.</param>
internal sealed record Grouping(bool IsInGroups, bool ByType, bool ByStatus)
{
    /// <summary>The dimension by which refused and withdrawn complaints are told apart.</summary>
    internal const string Status = "status";

    /// <summary>The grouping of a measure.</summary>
    internal static Grouping Of(MeasureDefinition measure)
    {
        // What counts different values of a key, or is made of all values, does not add up over groups, and rows with such a key may be
        // counted by it.
        bool adds = measure.AddsUp
            && (measure.Kind is MeasureKind.Count or MeasureKind.Percent or MeasureKind.PerThousandHomes or MeasureKind.Mean)
            && (measure.Fact == FactTables.Stage || measure.Fact.Keys.Count == 0);
        return new Grouping(adds, adds && measure.Fact.HasStockType, adds && measure.Fact == FactTables.Stage);
    }

    /// <summary>Whether an exclusion asks only for what the groups tell, and is left out when they are added up.</summary>
    internal bool Tells(Exclusion exclusion) =>
        (ByType && Leaves(exclusion, TestableFields.StockType)) || (ByStatus && Leaves(exclusion, TestableFields.Status));

    /// <summary>Whether an exclusion asks for some values of a field alone.</summary>
    internal static bool Leaves(Exclusion exclusion, FactField field) =>
        exclusion.When is FieldTest { Operator: ConditionOperator.Equal or ConditionOperator.In } test && test.Field == field;

    /// <summary>The dimensions of the groups.</summary>
    /// <param name="parts">Those by which figures tell parts.</param>
    /// <param name="byMonth">Whether months are told apart.</param>
    internal IReadOnlyList<string> Dimensions(IEnumerable<string> parts, bool byMonth) => IsInGroups
        ?
        [
            .. new[]
            {
                ByType ? Queries.Dimensions.StockType.Id : "",
                ByStatus ? Status : "",
                byMonth ? Queries.Dimensions.Month.Id : "",
            }.Concat(parts).Where(id => id.Length > 0).Distinct(),
        ]
        : [];
}
