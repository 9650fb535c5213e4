using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Queries;

namespace Complaints.Measures.Rendering;

/// <summary>Renders a plan into one query of an engine's dialect.</summary>
internal sealed class SqlRenderer
{
    private const string Cells = "cells";
    private const string Found = "found";

    private readonly ISqlDialect _dialect;
    private readonly FigurePlan _plan;
    private readonly ParameterList _parameters;

    private SqlRenderer(ISqlDialect dialect, FigurePlan plan)
    {
        _dialect = dialect;
        _plan = plan;
        _parameters = new ParameterList(dialect);
    }

    internal static FigureSql Render(FigurePlan plan, ISqlDialect dialect) => new SqlRenderer(dialect, plan).Render();

    private FigureSql Render()
    {
        List<string> sources = [.. _plan.Scans.Select(scan => scan.Name)];
        List<string> common = [];
        if (_plan.Scans.Any(scan => scan.Keys.Contains(TestableFields.Homes)))
        {
            common.Add(SqlText.Common(FactScanRenderer.KnownHomes, StockRenderer.Known(_plan.Rows, _parameters)));
        }

        if (_plan.Scans.Any(scan => scan.Keys.Contains(TestableFields.HomesOfLandlord)))
        {
            common.Add(SqlText.Common(FactScanRenderer.LandlordsWithHomes, StockRenderer.Landlords(_plan.Rows, _parameters)));
        }

        var scans = new FactScanRenderer(_dialect, _parameters, _plan);
        common.AddRange(_plan.Scans.SelectMany(scans.Render));
        if (_plan.Stock is StockScan stock)
        {
            common.Add(SqlText.Common(stock.Name, StockRenderer.Homes(stock, _parameters)));
            sources.Add(stock.Name);
        }

        string cells = CellsOf(common);
        List<(string Text, ColumnRef? Column)> columns = [.. Columns(cells)];
        string order = _plan.GroupBy.Count == 0
            ? ""
            : $"\nORDER BY {string.Join(", ", _plan.GroupBy.Select(dimension => $"{cells}.{NameOf(dimension)}"))}\n"
                + _dialect.Limit(_plan.FetchRows);
        string text = $"WITH {string.Join(",\n", common)}\nSELECT\n"
            + $"{string.Join(",\n", columns.Select(column => $"  {column.Text}"))}\nFROM {cells}{Joins(cells, sources)}{order}";
        return new FigureSql(
            new SqlQuery(text, _parameters.Values),
            _plan.GroupBy,
            columns
                .Select((column, index) => (column.Column, Index: index))
                .Where(column => column.Column is not null)
                .ToDictionary(column => column.Column!.Value, column => column.Index));
    }

    // Which groups there are: those of every pass, and those of the homes where the stock knows all dimensions.
    private string CellsOf(List<string> common)
    {
        List<string> sources = [.. _plan.Scans.Where(scan => scan.MakesRows).Select(scan => scan.Name)];
        if (_plan.StockMakesRows)
        {
            sources.Add(_plan.Stock!.Name);
        }

        if (_plan.GroupBy.Count == 0 || (sources.Count == 1 && !_plan.FillsPeriods))
        {
            return sources[0];
        }

        if (!_plan.FillsPeriods)
        {
            common.Add(SqlText.Common(Cells, Union(sources)));
            return Cells;
        }

        common.Add(SqlText.Common(Found, Union(sources)));
        var empty = new EmptyPeriods(_dialect, _parameters, _plan);
        common.AddRange(empty.Common());
        common.Add(SqlText.Common(Cells, $"{Union([Found])}\n  UNION\n{empty.Rows(Found)}"));
        return Cells;
    }

    private string Union(IEnumerable<string> sources)
    {
        string columns = string.Join(", ", _plan.ScanDimensions.Select(NameOf));
        return string.Join("\n  UNION\n", sources.Select(source => $"  SELECT {columns} FROM {source}"));
    }

    private IEnumerable<(string Text, ColumnRef? Column)> Columns(string cells)
    {
        foreach (Dimension dimension in _plan.GroupBy)
        {
            yield return ($"{cells}.{NameOf(dimension)}", null);
        }

        IEnumerable<ColumnRef> numbers = _plan.Scans.SelectMany(
            scan => scan.Columns.Select(column => new ColumnRef(scan.Name, column.Name)));
        if (_plan.Stock is StockScan stock)
        {
            numbers = numbers.Append(new ColumnRef(stock.Name, StockScan.Homes));
            if (stock.LeavesOut)
            {
                numbers = numbers.Append(new ColumnRef(stock.Name, StockScan.HomesUnknown));
            }
        }

        foreach (ColumnRef number in numbers)
        {
            yield return ($"COALESCE({number.Source}.{number.Name}, 0) AS {number.Name}", number);
        }
    }

    private string Joins(string cells, IEnumerable<string> sources)
    {
        IEnumerable<string> joins = sources
            .Where(source => source != cells)
            .Select(source => Join(cells, source, source == _plan.Stock?.Name ? _plan.Stock.Dimensions : _plan.ScanDimensions));
        return string.Concat(joins.Select(join => $"\n{join}"));
    }

    private static string Join(string cells, string source, IReadOnlyList<Dimension> shared) => shared.Count == 0
        ? $"CROSS JOIN {source}"
        : $"LEFT JOIN {source} ON "
            + string.Join(" AND ", shared.Select(dimension => $"{source}.{NameOf(dimension)} = {cells}.{NameOf(dimension)}"));

    internal static string NameOf(Dimension dimension) => dimension.Kind == DimensionKind.Keyed ? dimension.Id : dimension.Column;
}
