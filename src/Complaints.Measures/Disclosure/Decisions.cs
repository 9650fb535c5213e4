using System.Data.Common;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Measures.Rendering;
using Complaints.Warehouse;
using Complaints.Warehouse.Engines;

namespace Complaints.Measures.Disclosure;

/// <summary>
/// Which figures of a query are hidden. They are decided over the whole years that it touches and all values of its dimensions, whatever it
/// filters by, so that a cell is hidden from every question or from none.
/// </summary>
internal sealed class Decisions
{
    private readonly ResolvedQuery _query;
    private readonly CountedParts _parts;
    private readonly IReadOnlyDictionary<string, DateOnly> _sourceDays;
    private readonly SortedDictionary<int, YearTable> _years = [];
    private readonly HashSet<string> _membersX = new(StringComparer.Ordinal);
    private readonly HashSet<string> _membersY = new(StringComparer.Ordinal);

    private Decisions(
        ResolvedQuery query, CountedParts parts, (Axis X, Axis Y) axes, IReadOnlyDictionary<string, DateOnly> sourceDays)
    {
        (_query, _parts, Axes, _sourceDays) = (query, parts, axes, sourceDays);
    }

    /// <summary>The axes of the query.</summary>
    internal (Axis X, Axis Y) Axes { get; }

    /// <summary>The first and last reporting year with any records; null where there are none.</summary>
    internal (int First, int Last)? Years => _years.Count == 0 ? null : (_years.Keys.First(), _years.Keys.Last());

    /// <summary>Reads the numbers and decides.</summary>
    internal static async Task<Decisions> ReadAsync(
        ISnapshot snapshot,
        ISqlDialect dialect,
        MeasureCatalogue catalogue,
        (ResolvedQuery Query, SourceCutOffs CutOffs) asked,
        (Axis X, Axis Y) axes,
        CancellationToken ct)
    {
        (ResolvedQuery query, SourceCutOffs cutOffs) = asked;
        var decisions = new Decisions(query, CountedParts.Of(catalogue, query.Fact), axes, cutOffs.BySource);
        (FigurePlan plan, ColumnRef[] columns) = decisions.Plan();
        FigureSql sql = SqlRenderer.Render(plan, dialect);
        var cells = new List<(int Year, string X, string Y, long[] Counts)>();
        DbDataReader reader = await snapshot.QueryAsync(sql.Query, ct).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(ct).ConfigureAwait(false))
            {
                RequireRoom(cells.Count);
                int at = 1 + axes.X.Levels.Count;
                cells.Add((
                    FieldReader.Int(reader, 0),
                    Axis.Key(axes.X.Levels.Select((level, i) => FigureBuilder.Text(reader, level, 1 + i))),
                    Axis.Key(axes.Y.Levels.Select((level, i) => FigureBuilder.Text(reader, level, at + i))),
                    [.. columns.Select(column => FieldReader.Long(reader, sql.Ordinals[column]))]));
            }
        }

        decisions.Add(cells);
        await decisions.ReadMembersAsync(snapshot, dialect, ct).ConfigureAwait(false);
        return decisions;
    }

    // Of every year: where all of a table is hidden, its rows must not tell which of the members have any complaint.
    private async Task ReadMembersAsync(ISnapshot snapshot, ISqlDialect dialect, CancellationToken ct)
    {
        (Axis Axis, HashSet<string> Members)[] told = [(Axes.X, _membersX), (Axes.Y, _membersY)];
        foreach ((Axis axis, HashSet<string> members) in told.Where(one => one.Axis.Levels.Count > 0 && !one.Axis.IsPeriod))
        {
            (FigurePlan plan, _) = Plan();
            RowConditions rows = plan.Rows with { Period = Period.Everything };
            plan = plan with { GroupBy = axis.Levels, Rows = rows, Scans = [.. plan.Scans.Select(scan => scan with { Rows = rows })] };
            DbDataReader reader = await snapshot.QueryAsync(SqlRenderer.Render(plan, dialect).Query, ct).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(ct).ConfigureAwait(false))
                {
                    RequireRoom(members.Count);
                    members.Add(Axis.Key(axis.Levels.Select((level, i) => FigureBuilder.Text(reader, level, i))));
                }
            }
        }
    }

    /// <summary>The members of the axes that any of the years has.</summary>
    internal (IReadOnlyCollection<string> X, IReadOnlyCollection<string> Y) Members => (_membersX, _membersY);

    /// <summary>Whether the figure of a measure is hidden.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="days">Its days.</param>
    /// <param name="valuesOf">The values that a dimension has in it; null for all.</param>
    internal bool IsHidden(MeasureDefinition measure, Period days, Func<Dimension, IReadOnlyList<string>?> valuesOf)
    {
        if (Years is not { } years)
        {
            return false;
        }

        IReadOnlyList<int> parts = _parts.Of(measure);
        IReadOnlyList<string> x = Axes.X.IsPeriod ? [] : Atoms(Axes.X, _membersX, valuesOf);
        IReadOnlyList<string> y = Axes.Y.IsPeriod ? [] : Atoms(Axes.Y, _membersY, valuesOf);
        return StandardPeriods.Units(days, years)
            .Where(unit => _years.ContainsKey(unit.Year))
            .Any(unit => Cells(unit, x, y).Any(cell => parts.Any(part => _years[unit.Year].IsHidden(part, cell.Level, cell.At))));
    }

    private IEnumerable<((int X, int Y) Level, (string X, string Y) At)> Cells(
        StandardPeriods.Unit unit, IReadOnlyList<string> x, IReadOnlyList<string> y)
    {
        (int levelX, IReadOnlyList<string> atX) = Axes.X.IsPeriod ? (unit.Level, [unit.Key]) : (Axes.X.Levels.Count, x);
        (int levelY, IReadOnlyList<string> atY) = Axes.Y.IsPeriod ? (unit.Level, [unit.Key]) : (Axes.Y.Levels.Count, y);
        return atX.SelectMany(one => atY.Select(other => ((levelX, levelY), (one, other))));
    }

    private static IReadOnlyList<string> Atoms(Axis axis, HashSet<string> members, Func<Dimension, IReadOnlyList<string>?> valuesOf)
    {
        if (axis.Levels.Count == 0)
        {
            return [Axis.Whole];
        }

        IReadOnlyList<string>?[] wanted = [.. axis.Levels.Select(valuesOf)];
        if (wanted is [{ } values])
        {
            return values;
        }

        List<string> found = [.. members.Where(member => Fits(Axis.Values(member), wanted))];
        // What no complaint of these years has may still be hidden: where all of a year is.
        return found.Count > 0 ? found : [Axis.Key(wanted.Select(one => one is [string value, ..] ? value : Dimensions.NotRecorded))];
    }

    private static bool Fits(string[] values, IReadOnlyList<string>?[] wanted) =>
        values.Index().All(value => wanted[value.Index] is not { } some || some.Contains(value.Item, StringComparer.Ordinal));

    private void Add(List<(int Year, string X, string Y, long[] Counts)> cells)
    {
        (int X, int Y) levels = (Axes.X.Levels.Count, Axes.Y.Levels.Count);
        foreach (IGrouping<int, (int Year, string X, string Y, long[] Counts)> year in cells.GroupBy(cell => cell.Year))
        {
            _years.Add(year.Key, new YearTable(_parts.All, levels, year.Select(cell => (cell.X, cell.Y, cell.Counts)), IsTold));
        }

        _membersX.UnionWith(cells.Select(cell => cell.X));
        _membersY.UnionWith(cells.Select(cell => cell.Y));
    }

    // Who sees cases has every total that tells nothing of what residents are, however small: from those no hidden number may follow
    // either.
    private bool IsTold((int X, int Y) level) => _query.TellsTotals
        && !(level.X > 0 && Axes.X.Levels[0].IsOfResident)
        && !(level.Y > 0 && Axes.Y.Levels[0].IsOfResident);

    private (FigurePlan Plan, ColumnRef[] Columns) Plan()
    {
        RowConditions rows = Planner.Rows(_query) with { Filters = [], KnownAtLoad = null, Extensions = ExtensionPolicy.AsRecorded };
        rows = rows with { Period = WholeYears(rows.Period), SourceDays = _sourceDays };
        var scans = new Dictionary<DateRole, ScanBuilder>();
        var columns = new ColumnRef[_parts.All.Count];
        foreach (CountedPart part in _parts.All)
        {
            if (!scans.TryGetValue(part.Role, out ScanBuilder? scan))
            {
                string name = CatalogueWords.Word(CatalogueWords.DateRoles, part.Role);
                scans.Add(part.Role, scan = new ScanBuilder(name, _query.Fact, part.Role, rows, makesRows: true));
            }

            columns[part.Index] = scan.Add($"counted_{part.Index}", part.Counted);
        }

        return (
            new FigurePlan
            {
                Fact = _query.Fact,
                GroupBy = [Dimensions.ReportingYear, .. Axes.X.Levels, .. Axes.Y.Levels],
                Rows = rows,
                Scans = [.. scans.Values.Select(scan => scan.Build())],
                Stock = null,
                Measures = [],
                FillsPeriods = false,
                FetchRows = Limits.DisclosureCells + 1,
            },
            columns);
    }

    private static Period WholeYears(Period period) => Period.Of(period.Spans.Select(span => new DateSpan(
        span.First is DateOnly first ? Complaints.Domain.Time.ReportingYear.Of(first).FirstDay : null,
        span.End is DateOnly end ? Complaints.Domain.Time.ReportingYear.Of(end.AddDays(-1)).LastDay.AddDays(1) : null)));

    private static void RequireRoom(int cells)
    {
        if (cells >= Limits.DisclosureCells)
        {
            throw new UserException(
                $"What is to be shown to this role must be chosen among more than {Limits.DisclosureCells} cells.",
                where: "group by and filters",
                expected: "fewer years or fewer dimensions",
                fix: "ask for one reporting year, or group by fewer dimensions");
        }
    }
}
