using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Warehouse.Engines;

namespace Complaints.Measures.Rendering;

/// <summary>
/// Renders the rows of periods in which nothing happened: every group that is found has one for each period asked for. Before the first
/// row that is known of a landlord nothing is known to be zero, so its periods begin there.
/// </summary>
internal sealed class EmptyPeriods(ISqlDialect dialect, ParameterList parameters, FigurePlan plan)
{
    private const string KnownFrom = "known_from";
    private const string Periods = "periods";
    private const string FirstDay = "first_day";
    private const string LastDay = "last_day";

    private readonly bool _byLandlord = plan.GroupBy.Contains(Dimensions.Landlord);

    /// <summary>The common tables that the rows need.</summary>
    internal IEnumerable<string> Common() =>
        [SqlText.Common(KnownFrom, FirstDays()), SqlText.Common(Periods, PeriodsAskedFor())];

    /// <summary>The rows, with the columns of the passes.</summary>
    /// <param name="found">The common table with the groups that are found.</param>
    internal string Rows(string found)
    {
        string[] groups = [.. plan.GroupBy.Where(dimension => !dimension.IsPeriod).Select(SqlRenderer.NameOf)];
        string columns = string.Join(", ", plan.ScanDimensions.Select(dimension =>
            $"{(dimension.IsPeriod ? Periods : "g")}.{SqlRenderer.NameOf(dimension)}"));
        string known = $"{Periods}.{LastDay} >= {KnownFrom}.{FirstDay}";
        if (groups.Length == 0)
        {
            return $"  SELECT {columns} FROM {Periods} JOIN {KnownFrom} ON {known}";
        }

        string own = _byLandlord ? $"{KnownFrom}.landlord_code = g.landlord_code AND " : "";
        return $"  SELECT {columns}\n  FROM (SELECT DISTINCT {string.Join(", ", groups)} FROM {found}) AS g\n"
            + $"  CROSS JOIN {Periods}\n  JOIN {KnownFrom} ON {own}{known}";
    }

    // Of any complaint, whatever is counted: a month without one of a category is zero as soon as its landlord's complaints are known.
    private string FirstDays()
    {
        string from = FactSql.From(plan.Fact, plan.Rows.KnownAtLoad, parameters);
        RowConditions rows = plan.Rows with { Filters = [.. plan.Rows.Filters.Where(filter => filter.Dimension == Dimensions.Landlord)] };
        string where = SqlText.Where(
        [
            ScopeRenderer.Version("f", rows.KnownAtLoad, parameters),
            .. ScopeRenderer.Landlords("f", rows, parameters),
            .. ScopeRenderer.StockFilters("f", rows, parameters),
        ]);
        string first = $"MIN(f.{plan.Fact.KnownFrom}) AS {FirstDay}";
        return _byLandlord
            ? $"  SELECT f.landlord_code, {first}\n  FROM {from}{where}\n  GROUP BY f.landlord_code"
            : $"  SELECT {first}\n  FROM {from}{where}";
    }

    private string PeriodsAskedFor()
    {
        (string Name, string Value)[] periods =
        [
            .. plan.ScanDimensions
                .Where(dimension => dimension.IsPeriod)
                .Select(dimension => (dimension.Column, PeriodSql.Of(dimension.Kind, "d.date_key", dialect))),
        ];
        List<string> columns =
        [
            .. periods.Select(period => $"{period.Value} AS {period.Name}"),
            $"MAX(d.date_key) AS {LastDay}",
        ];
        string where = SqlText.Where(ScopeRenderer.Days("d.date_key", plan.Rows, parameters));
        string group = SqlText.GroupBy([.. periods.Select(period => period.Value)]);
        return $"  SELECT\n{SqlText.Columns(columns)}\n  FROM dim_date AS d{where}{group}";
    }
}
