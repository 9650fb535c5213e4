using System.Data.Common;
using System.Globalization;
using Complaints.Domain.Code;
using Complaints.Domain.Figures;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Planning;
using Complaints.Measures.Queries;
using Complaints.Measures.Rendering;

namespace Complaints.Measures.Figures;

/// <summary>Makes figures of the rows of a rendered plan.</summary>
internal sealed class FigureBuilder(
    FigurePlan plan,
    FigureSql sql,
    ResolvedQuery query,
    QuarantineCounts quarantine,
    SourceCutOffs cutOffs,
    LandlordNames names,
    int knownAtLoad)
{
    private readonly string _calendar = WorkingCalendar.EnglandAndWales.Id;
    private readonly Dictionary<DateSpan, IReadOnlyList<string>> _rules = [];
    private readonly Dictionary<string, string> _populations = plan.Measures.ToDictionary(
        measure => measure.Measure.Id,
        measure => measure.Measure.Describe(query.PolicyFor(measure.Measure)),
        StringComparer.Ordinal);

    /// <summary>Whether rows in quarantine could belong to any of the measures over all groups.</summary>
    internal bool AnyHeldBack
    {
        get
        {
            QuarantineCounts all = quarantine.Of(landlord: null, year: null);
            return plan.Measures.Select(measure => measure.Measure).Any(measure => all.Unmatched(measure.DateRole) > 0
                || all.HeldBack(measure.DateRole, measure.DividesByHomes).Count > 0);
        }
    }

    /// <summary>The figures of the current row of a reader, one a measure.</summary>
    internal IEnumerable<Figure> Row(DbDataReader row) => Row(row, Dimensions(row));

    /// <summary>The figures of a group of which nothing is loaded.</summary>
    internal IEnumerable<Figure> Nothing(List<DimensionValue> group) => Row(null, group);

    private IEnumerable<Figure> Row(DbDataReader? row, List<DimensionValue> dimensions)
    {
        DateSpan days = Days(plan.Rows.Period, dimensions);
        // A week may lie in two years, and is then in doubt where either is.
        ReportingYear? year = days is { First: DateOnly first, End: DateOnly end } && plan.GroupBy.Any(dimension => dimension.IsPeriod)
            && ReportingYear.Of(first) == ReportingYear.Of(end.AddDays(-1))
            ? ReportingYear.Of(first)
            : null;
        string? landlord = dimensions.Find(value => value.Dimension == Queries.Dimensions.Landlord.Id)?.Value;
        QuarantineCounts waiting = quarantine.Of(landlord, year);
        IReadOnlyList<string> rules = query.Fact.FollowsTheCode ? Rules(days) : [];
        DateOnly? asAt = cutOffs.AsAt(query.AsAt, landlord);
        DateOnly? knownTo = cutOffs.KnownTo(query.AsAt, landlord);
        IReadOnlyList<StaleSource> stale = cutOffs.Stale(query.FreshAt, days.End?.AddDays(-1), landlord);
        IReadOnlyList<DimensionValue> named = landlord is null ? dimensions : Named(dimensions, Earlier(days.End?.AddDays(-1), asAt));
        return plan.Measures.Select(measure => Figure(measure, row, named, rules, (asAt, knownTo, stale), waiting));
    }

    private static DateOnly? Earlier(DateOnly? left, DateOnly? right) => left is null || right < left ? right : left;

    private Figure Figure(
        MeasurePlan plan,
        DbDataReader? row,
        IReadOnlyList<DimensionValue> dimensions,
        IReadOnlyList<string> rules,
        (DateOnly? AsAt, DateOnly? KnownTo, IReadOnlyList<StaleSource> Stale) known,
        QuarantineCounts waiting)
    {
        MeasureDefinition measure = plan.Measure;
        int places = query.DecimalPlaces ?? measure.DecimalPlaces;
        RoundingMode rounding = query.Rounding ?? measure.Rounding;
        DateSpan days = Days(query.PeriodOf(measure), dimensions);
        long homesMissing = HomesMissing(plan, row);
        decimal numerator = Amount(row, plan.Numerator);
        // Days on which the measure was not defined, or that had not begun, have no value, and neither is it zero.
        // Nor has a year's end of which no source tells: nobody has no customers.
        bool none = days.IsEmpty || days.First > known.AsAt || (measure.Fact.IsOfYearEnds && numerator == 0);
        decimal? denominator = plan.Denominator is null || none ? null : Amount(row, plan.Denominator.Value);
        // Without any homes there is nothing to divide by, and nothing to leave out for that: the row says how many complaints there are.
        bool allMissing = measure.DividesByHomes && denominator == 0 && homesMissing > 0;
        numerator += allMissing ? homesMissing : 0;
        // What stands alone is divided by nothing, and is nothing where it is made of none.
        decimal below = none ? 0m : measure.StandsAlone && denominator > 0 ? 1m : denominator ?? 1m;
        var rate = new Rate(numerator, below);
        long? above = plan.NumeratorOpen is ColumnRef open ? Number(row, open) : null;
        return new Figure
        {
            Measure = measure.Id,
            Dimensions = dimensions,
            Numerator = numerator,
            Denominator = denominator,
            Value = rate.Times(measure.Factor),
            Display = rate.Display(rounding, places, measure.Factor),
            State = rate.IsUndefined ? CellState.Undefined : CellState.Value,
            Unit = measure.Unit,
            DecimalPlaces = places,
            Rounding = rounding,
            RuleIds = rules,
            Population = _populations[measure.Id],
            Calendar = _calendar,
            From = days.First,
            To = days.End?.AddDays(-1),
            AsAt = known.AsAt,
            KnownTo = known.KnownTo,
            StaleSources = known.Stale,
            KnownAtLoad = knownAtLoad,
            OpenAtCutOff = (plan.Open is ColumnRef waits ? Number(row, waits) : 0) + (above ?? 0),
            NumeratorOpenAtCutOff = above,
            Excluded =
            [
                .. plan.Excluded
                    .Select(excluded => new ExcludedCount(excluded.Reason, Number(row, excluded.Column)))
                    .Where(excluded => excluded.Complaints > 0 && !(allMissing && excluded.Reason == Exclusion.HomesMissing)),
            ],
            HomesMissing = homesMissing,
            HomesUnknown = none ? 0 : HomesUnknown(measure, row),
            Extensions = query.Extensions,
            ExtensionFaults =
            [
                .. plan.ExtensionFaults
                    .Select(fault => new ExtensionFaultCount(fault.Fault, Number(row, fault.Column)))
                    .Where(fault => fault.Complaints > 0),
            ],
            UnmatchedRows = waiting.Unmatched(measure.DateRole),
            HeldBack = waiting.HeldBack(measure.DateRole, measure.DividesByHomes),
        };
    }

    private long HomesMissing(MeasurePlan plan, DbDataReader? row) =>
        plan.Excluded.FirstOrDefault(excluded => excluded.Reason == Exclusion.HomesMissing) is ExcludedColumn missing
            ? Number(row, missing.Column)
            : 0;

    private long HomesUnknown(MeasureDefinition measure, DbDataReader? row) =>
        measure.DividesByHomes && plan.Stock is { LeavesOut: true } stock
            ? Number(row, new ColumnRef(stock.Name, StockScan.HomesUnknown))
            : 0;

    private decimal Amount(DbDataReader? row, ColumnRef column) =>
        row is null ? 0 : FieldReader.Decimal(row, sql.Ordinals[column]);

    private long Number(DbDataReader? row, ColumnRef column) => row is null ? 0 : FieldReader.Long(row, sql.Ordinals[column]);

    private List<DimensionValue> Dimensions(DbDataReader row)
    {
        var values = new List<DimensionValue>(sql.Dimensions.Count + 1);
        for (int i = 0; i < sql.Dimensions.Count; i++)
        {
            values.Add(new DimensionValue(sql.Dimensions[i].Id, Text(row, sql.Dimensions[i], i)));
        }

        return values;
    }

    /// <summary>The value of a dimension as it is printed.</summary>
    internal static string Text(DbDataReader row, Dimension dimension, int ordinal)
    {
        string text = dimension.IsPeriod
            ? PeriodWords.Word(dimension.Kind, FieldReader.Int(row, ordinal))
            : Convert.ToString(row.GetValue(ordinal), CultureInfo.InvariantCulture) ?? "";
        return text.Length == 0 ? Queries.Dimensions.NotRecorded : text;
    }

    private List<DimensionValue> Named(List<DimensionValue> dimensions, DateOnly? day) =>
    [
        .. dimensions.SelectMany(value => value.Dimension == Queries.Dimensions.Landlord.Id
            ? [value, new DimensionValue(Queries.Dimensions.LandlordName, names.On(value.Value, day) ?? Queries.Dimensions.NotRecorded)]
            : new[] { value }),
    ];

    private DateSpan Days(Period period, IReadOnlyList<DimensionValue> dimensions)
    {
        var days = new DateSpan(period.First, period.End);
        foreach (Dimension dimension in plan.GroupBy.Where(dimension => dimension.IsPeriod))
        {
            string word = dimensions.First(value => value.Dimension == dimension.Id).Value;
            days = days.Intersect(PeriodWords.Days(dimension, word));
        }

        return days;
    }

    private IReadOnlyList<string> Rules(DateSpan days)
    {
        if (!_rules.TryGetValue(days, out IReadOnlyList<string>? rules))
        {
            rules =
            [
                .. CodeRules.All
                    .Where(rule => !days.Intersect(new DateSpan(rule.ValidFrom, rule.ValidTo)).IsEmpty)
                    .Select(rule => rule.Id),
            ];
            _rules.Add(days, rules);
        }

        return rules;
    }
}
