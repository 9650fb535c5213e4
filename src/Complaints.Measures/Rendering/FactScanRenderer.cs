using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Warehouse.Engines;

namespace Complaints.Measures.Rendering;

/// <summary>
/// Renders one pass over a fact as two steps: rows are grouped by the fact's own columns and keys, then the few groups get their
/// names and the conditions that need only the keys. A pass that gathers values has rows grouped by the value as well, which are then put
/// in order.
/// </summary>
internal sealed class FactScanRenderer(ISqlDialect dialect, ParameterList parameters, FigurePlan plan)
{
    /// <summary>The name under which the pass finds of which landlords, stock types and years there are homes.</summary>
    internal const string KnownHomes = "known_homes";

    /// <summary>The name under which it finds of which landlords and years there are any homes.</summary>
    internal const string LandlordsWithHomes = "landlords_with_homes";

    /// <summary>The value of a dimension in its table, as it is printed.</summary>
    internal static string NamedValue(string table, Dimension dimension, ParameterList parameters) =>
        Named($"{table}.{dimension.ValueColumn}", parameters);

    /// <summary>A value that may be missing or blank, as it is printed.</summary>
    internal static string Named(string value, ParameterList parameters) =>
        $"CASE WHEN LENGTH({value}) > 0 THEN {value} ELSE {parameters.Add(Dimensions.NotRecorded)} END";

    internal IEnumerable<string> Render(FactScan scan)
    {
        string byKey = $"{scan.Name}_by_key";
        yield return SqlText.Common(byKey, ByKey(scan));
        if (scan.Values is null)
        {
            yield return SqlText.Common(scan.Name, Result(scan, byKey));
            yield break;
        }

        string byValue = $"{scan.Name}_by_value";
        string ordered = $"{scan.Name}_ordered";
        string[] names = [.. plan.ScanDimensions.Select(SqlRenderer.NameOf)];
        string[] dimensions = [.. names.Select(name => $"v.{name}")];
        string[] groups = [.. names.Select(name => $"o.{name}")];
        yield return SqlText.Common(byValue, ByValue(scan, byKey));
        // How often a value stands asks for no order, which costs most where there are many values.
        if (scan.Columns.All(column => column.Statistic is RepeatedValues))
        {
            ordered = byValue;
        }
        else
        {
            yield return SqlText.Common(
                ordered, $"  SELECT\n{SqlText.Columns([.. dimensions, .. StatisticSql.Ordered(dimensions)])}\n  FROM {byValue} AS v");
        }

        string[] columns = [.. groups, .. scan.Columns.Select(column => $"{StatisticSql.Of(column.Statistic!)} AS {column.Name}")];
        yield return SqlText.Common(
            scan.Name, $"  SELECT\n{SqlText.Columns(columns)}\n  FROM {ordered} AS o{SqlText.GroupBy(groups)}");
    }

    // Several members of a dimension may be called the same, and are one group.
    private string ByValue(FactScan scan, string byKey)
    {
        List<string> groups = [.. plan.ScanDimensions.Select(Value)];
        List<string> columns =
        [
            .. plan.ScanDimensions.Select((dimension, index) =>
                dimension.Kind == DimensionKind.Keyed ? $"{groups[index]} AS {dimension.Id}" : groups[index]),
            .. StatisticSql.Counted($"k.{StatisticSql.Value}", $"k.{scan.Parts[0].Name}"),
        ];
        IEnumerable<string> joins = plan.ScanDimensions.Where(dimension => dimension.Kind == DimensionKind.Keyed).Select(Named);
        return $"  SELECT\n{SqlText.Columns(columns)}\n  FROM {byKey} AS k{SqlText.Joins(joins)}"
            + SqlText.GroupBy([.. groups, $"k.{StatisticSql.Value}"]);
    }

    private string ByKey(FactScan scan)
    {
        string date = $"f.{scan.Fact.Day(scan.Role)}";
        var conditions = new ConditionRenderer(parameters, scan.Rows, "f");
        List<(string Select, string? Group)> dimensions =
        [
            .. plan.ScanDimensions.DistinctBy(dimension => dimension.Column).Select(dimension => Dimension(dimension, date, scan.Rows)),
            .. scan.Keys
                .Where(key => !IsOfHomes(key) && plan.ScanDimensions.All(dimension => dimension.Column != key.Column))
                .Select(key => ($"f.{key.Column}", (string?)$"f.{key.Column}")),
            .. scan.Counted.Select(key => ($"f.{key.Column}", (string?)$"f.{key.Column}")),
            .. scan.Values is FactField value
                ? [($"{conditions.Value(value)} AS {StatisticSql.Value}", (string?)conditions.Value(value))]
                : Array.Empty<(string, string?)>(),
            .. HomesYear(scan) is null && scan.Keys.Any(IsOfHomes) && !GroupsByYear
                ? [($"{dialect.ReportingYear(date)} AS {Dimensions.ReportingYear.Column}", (string?)dialect.ReportingYear(date))]
                : Array.Empty<(string, string?)>(),
        ];
        List<string> columns =
        [
            .. dimensions.Select(dimension => dimension.Select),
            .. scan.Parts.Select(part => $"{Part(part, conditions)} AS {part.Name}"),
        ];
        string where = SqlText.Where(
        [
            ScopeRenderer.Version("f", scan.Rows.KnownAtLoad, parameters),
            .. ScopeRenderer.Days(date, scan.Rows, parameters),
            .. ScopeRenderer.Landlords("f", scan.Rows, parameters),
            .. ScopeRenderer.Filters(scan.Rows, parameters, conditions),
            .. CommonConditions.Conjuncts(scan.Common).Select(conditions.Operand),
            // Who is a customer after a source's last day, the source does not know.
            .. scan.Fact.IsOfYearEnds ? [$"{date} <= {conditions.SourceDay()}"] : Array.Empty<string>(),
            .. scan.Values is FactField known ? [$"{conditions.Value(known)} IS NOT NULL"] : Array.Empty<string>(),
        ]);
        string group = SqlText.GroupBy([.. dimensions.Select(dimension => dimension.Group).OfType<string>()]);
        string from = FactSql.From(scan.Fact, scan.Rows.KnownAtLoad, parameters, AsksForBands(scan));
        return $"  SELECT\n{SqlText.Columns(columns)}\n  FROM {from}{SqlText.Joins(conditions.Joins)}{where}{group}";
    }

    private bool AsksForBands(FactScan scan) => plan.ScanDimensions.Concat(scan.Rows.Filters.Select(filter => filter.Dimension))
        .Any(dimension => dimension.IsOfResident);

    private string Part(PartColumn part, ConditionRenderer conditions)
    {
        string condition = conditions.Render(part.Aggregate.Where);
        return part.Aggregate.Sum is FactField sum
            ? dialect.SumWhere(conditions.Value(sum), condition)
            : condition == ConditionRenderer.True ? "COUNT(*)" : dialect.CountWhere(condition);
    }

    private (string Select, string? Group) Dimension(Dimension dimension, string date, RowConditions rows)
    {
        if (!dimension.IsPeriod)
        {
            string value = dimension.Kind == DimensionKind.OfStage ? Named($"f.{dimension.Column}", parameters) : $"f.{dimension.Column}";
            return (value == $"f.{dimension.Column}" ? value : $"{value} AS {dimension.Column}", value);
        }

        // Within one reporting year there is nothing to compute for each row.
        if (dimension.Kind == DimensionKind.ReportingYear && rows.Period.Years() is [var year])
        {
            return ($"CAST({parameters.Add(year.StartYear)} AS INTEGER) AS {dimension.Column}", null);
        }

        string expression = PeriodSql.Of(dimension.Kind, date, dialect);
        return ($"{expression} AS {dimension.Column}", expression);
    }

    private string Result(FactScan scan, string byKey)
    {
        var conditions = new ConditionRenderer(parameters, scan.Rows, "k");
        List<string> groups = [.. plan.ScanDimensions.Select(Value)];
        List<string> columns =
        [
            .. plan.ScanDimensions.Select((dimension, index) =>
                dimension.Kind == DimensionKind.Keyed ? $"{groups[index]} AS {dimension.Id}" : groups[index]),
            .. scan.Columns.Select(column => $"{Sum(column, conditions)} AS {column.Name}"),
        ];
        IEnumerable<string> joins =
        [
            .. plan.ScanDimensions.Where(dimension => dimension.Kind == DimensionKind.Keyed).Select(Named),
            .. scan.Keys.Where(IsOfHomes).Select(key => Homes(scan, key)),
        ];
        return $"  SELECT\n{SqlText.Columns(columns)}\n  FROM {byKey} AS k{SqlText.Joins(joins)}{SqlText.GroupBy(groups)}";
    }

    // A version of a home or landlord keeps its key when its end is recorded: without the load, a complaint would stand there twice.
    private string Versioned(Dimension dimension) => dimension.IsVersioned
        ? $" WHERE {ScopeRenderer.Version("d", plan.Rows.KnownAtLoad, parameters)}"
        : "";

    // What has no name of its own is called the same as what somebody named so: one group, not two that look alike.
    private string Named(Dimension dimension) =>
        $"LEFT JOIN (SELECT d.{dimension.Column}, {NamedValue("d", dimension, parameters)} AS value FROM {dimension.Table} AS d{Versioned(dimension)}) AS {dimension.Id} "
        + $"ON {dimension.Id}.{dimension.Column} = k.{dimension.Column}";

    private string Homes(FactScan scan, FactField key) =>
        (key.Source == FieldOrigin.HomesOfYear
            ? $"LEFT JOIN {KnownHomes} AS homes ON homes.landlord_code = k.landlord_code AND homes.stock_type = k.stock_type "
            : $"LEFT JOIN {LandlordsWithHomes} AS homes ON homes.landlord_code = k.landlord_code ")
        + $"AND homes.reporting_year = {(HomesYear(scan) is int year && !GroupsByYear ? parameters.Add(year) : $"k.{Dimensions.ReportingYear.Column}")}";

    private bool GroupsByYear => plan.ScanDimensions.Contains(Dimensions.ReportingYear);

    // Within one reporting year there is nothing to compute for each row.
    private static int? HomesYear(FactScan scan) => scan.Rows.Period.Years() is [var year] ? year.StartYear : null;

    /// <summary>Whether a field asks the stock and not the row.</summary>
    internal static bool IsOfHomes(FactField field) => field.Source is FieldOrigin.HomesOfYear or FieldOrigin.HomesOfLandlord;

    // A sum of counts is wider than a count in some engines.
    private string Sum(ResultColumn column, ConditionRenderer conditions)
    {
        string condition = conditions.Render(column.Groups);
        if (column.Distinct is FactField key)
        {
            string met = condition == ConditionRenderer.True ? "" : $"({condition}) AND ";
            return $"COUNT(DISTINCT CASE WHEN {met}k.{column.Part.Name} > 0 THEN k.{key.Column} END)";
        }

        string part = $"k.{column.Part.Name}";
        string sum = condition == ConditionRenderer.True ? $"SUM({part})" : dialect.SumWhere(part, condition);
        return $"CAST({sum} AS {(column.Part.Aggregate.Sum?.Type == FieldType.Amount ? "DECIMAL(28, 4)" : "BIGINT")})";
    }

    private string Value(Dimension dimension) => dimension.Kind != DimensionKind.Keyed ? $"k.{dimension.Column}"
        : dimension.IsVersioned ? $"COALESCE({dimension.Id}.value, {parameters.Add(Dimensions.NotRecorded)})"
        : $"{dimension.Id}.value";
}
