using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Rendering;

/// <summary>Renders the conditions that every row must meet: version, landlords, filters, days.</summary>
internal static class ScopeRenderer
{
    /// <summary>The current version of a row, or the one known after a load.</summary>
    internal static string Version(string alias, int? knownAtLoad, ParameterList parameters) => knownAtLoad is int load
        ? parameters.Dialect.KnownAt(alias, parameters.Add(load))
        : parameters.Dialect.Current(alias);

    /// <summary>The landlords that the principal may see; no landlord is no row.</summary>
    internal static IEnumerable<string> Landlords(string alias, RowConditions rows, ParameterList parameters) =>
        rows.Landlords.IsAll ? [] : [LandlordCondition.Of(rows.Landlords, $"{alias}.landlord_code", parameters.Add)];

    /// <summary>The days of the period and no later than the day as at which the figures stand.</summary>
    internal static IEnumerable<string> Days(string date, RowConditions rows, ParameterList parameters)
    {
        string[] spans = [.. rows.Period.Spans.Select(span => Span(date, span, parameters)).Where(span => span.Length > 0)];
        if (spans.Length > 0)
        {
            yield return spans.Length == 1 ? spans[0] : $"({string.Join(" OR ", spans.Select(span => $"({span})"))})";
        }

        // A period that is over by then says so already, and the engine would test it for every row.
        if (spans.Length == 0 || rows.Period.Spans.Any(span => span.End is not DateOnly end || end.AddDays(-1) > rows.AsAt))
        {
            yield return $"{date} <= {parameters.Add(rows.AsAt)}";
        }
    }

    /// <summary>The filters on dimensions; those in keyed tables are joined.</summary>
    internal static IEnumerable<string> Filters(RowConditions rows, ParameterList parameters, ConditionRenderer conditions) =>
        rows.Filters.Select(filter => Filter(filter, parameters, conditions));

    /// <summary>The filters that the stock knows.</summary>
    internal static IEnumerable<string> StockFilters(string alias, RowConditions rows, ParameterList parameters) => rows.Filters
        .Where(filter => filter.Dimension.IsOfStock)
        .Select(filter => $"{alias}.{filter.Dimension.Column} IN {parameters.List(filter.Values)}");

    private static string Filter(ResolvedFilter filter, ParameterList parameters, ConditionRenderer conditions)
    {
        string column = filter.Dimension.Kind switch
        {
            DimensionKind.Keyed =>
                FactScanRenderer.NamedValue(conditions.DimensionTable(filter.Dimension.Column), filter.Dimension, parameters),
            DimensionKind.OfStage => FactScanRenderer.Named($"f.{filter.Dimension.Column}", parameters),
            DimensionKind.NumberOfStage => $"CAST(f.{filter.Dimension.Column} AS VARCHAR)",
            _ => $"f.{filter.Dimension.Column}",
        };
        return $"{column} IN {parameters.List(filter.Values)}";
    }

    private static string Span(string date, DateSpan span, ParameterList parameters)
    {
        var parts = new List<string>(2);
        if (span.First is DateOnly first)
        {
            parts.Add($"{date} >= {parameters.Add(first)}");
        }

        if (span.End is DateOnly end)
        {
            parts.Add($"{date} < {parameters.Add(end)}");
        }

        return string.Join(" AND ", parts);
    }
}
