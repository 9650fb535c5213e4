using Complaints.Domain.Homes;
using Complaints.Measures.Planning;

namespace Complaints.Measures.Rendering;

/// <summary>Renders what is asked of the stock: how many homes, and of whom there are any.</summary>
internal static class StockRenderer
{
    /// <summary>The homes by the dimensions of a pass.</summary>
    internal static string Homes(StockScan stock, ParameterList parameters)
    {
        List<string> dimensions = [.. stock.Dimensions.Select(dimension => $"s.{dimension.Column}")];
        List<string> columns = [.. dimensions, .. Sums(stock, parameters)];
        return $"  SELECT\n{SqlText.Columns(columns)}\n  FROM fact_stock AS s{Where(stock.Rows, parameters)}{SqlText.GroupBy(dimensions)}";
    }

    private static IEnumerable<string> Sums(StockScan stock, ParameterList parameters)
    {
        if (!stock.LeavesOut)
        {
            return [$"CAST(SUM(s.homes) AS BIGINT) AS {StockScan.Homes}"];
        }

        string untold = string.Join(" OR ", stock.Untold
            .Select(group =>
                $"(s.reporting_year >= {parameters.Add(group.FromYear)} AND s.landlord_code IN {parameters.List(group.Landlords)})")
            .Concat(stock.ToldBy is null ? [] : [NotTold(stock, parameters)]));
        return
        [
            $"CAST({parameters.Dialect.SumWhere("s.homes", $"NOT ({untold})")} AS BIGINT) AS {StockScan.Homes}",
            $"CAST({parameters.Dialect.SumWhere("s.homes", untold)} AS BIGINT) AS {StockScan.HomesUnknown}",
        ];
    }

    private static string NotTold(StockScan stock, ParameterList parameters)
    {
        string told = SqlText.Where(
        [
            ScopeRenderer.Version("f", stock.Rows.KnownAtLoad, parameters),
            .. ScopeRenderer.Landlords("f", stock.Rows, parameters),
        ]);
        return $"s.landlord_code NOT IN (SELECT f.landlord_code FROM {FactSql.From(stock.ToldBy!, stock.Rows.KnownAtLoad, parameters)}{told})";
    }

    /// <summary>Of which landlords and years there are any homes.</summary>
    internal static string Landlords(RowConditions rows, ParameterList parameters)
    {
        string where = SqlText.Where(
        [
            ScopeRenderer.Version("s", rows.KnownAtLoad, parameters),
            $"s.stock_type IN {parameters.List([StockTypes.Lcra, StockTypes.Lcho])}",
            "s.homes > 0",
            .. ScopeRenderer.Landlords("s", rows, parameters),
        ]);
        return $"  SELECT DISTINCT s.landlord_code, s.reporting_year\n  FROM fact_stock AS s{where}";
    }

    /// <summary>Any home below the line of a figure over the rows.</summary>
    internal static string Any(RowConditions rows, ParameterList parameters) =>
        $"SELECT 1\n  FROM fact_stock AS s{Where(rows, parameters)}";

    /// <summary>Of which landlords, stock types and years there are homes.</summary>
    internal static string Known(RowConditions rows, ParameterList parameters)
    {
        string where = SqlText.Where(
        [
            ScopeRenderer.Version("s", rows.KnownAtLoad, parameters),
            "s.homes > 0",
            .. ScopeRenderer.Landlords("s", rows, parameters),
        ]);
        return $"  SELECT DISTINCT s.landlord_code, s.stock_type, s.reporting_year\n  FROM fact_stock AS s{where}";
    }

    private static string Where(RowConditions rows, ParameterList parameters)
    {
        List<string> where =
        [
            ScopeRenderer.Version("s", rows.KnownAtLoad, parameters),
            $"s.stock_type IN {parameters.List([StockTypes.Lcra, StockTypes.Lcho])}",
            "s.homes > 0",
            .. ScopeRenderer.Landlords("s", rows, parameters),
            .. ScopeRenderer.StockFilters("s", rows, parameters),
        ];
        where.AddRange(Years(rows, parameters));
        return SqlText.Where(where);
    }

    // With an open period the homes are those of the years in which there can be complaints.
    private static IEnumerable<string> Years(RowConditions rows, ParameterList parameters)
    {
        if (rows.Period.Years() is { } years)
        {
            return [$"s.reporting_year IN {parameters.List(years.Select(year => (object)year.StartYear))}"];
        }

        DateOnly last = rows.Period.End is DateOnly end && end <= rows.AsAt ? end.AddDays(-1) : rows.AsAt;
        string until = $"s.reporting_year <= {parameters.Add(StartYear(last))}";
        return rows.Period.First is DateOnly first
            ? [$"s.reporting_year >= {parameters.Add(StartYear(first))}", until]
            : [until];
    }

    private static int StartYear(DateOnly day) => day.Month >= 4 ? day.Year : day.Year - 1;
}
