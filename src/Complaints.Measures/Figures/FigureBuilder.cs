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
internal sealed class FigureBuilder(FigurePlan plan, FigureSql sql, ResolvedQuery query, QuarantineCounts quarantine, SourceCutOffs cutOffs, int knownAtLoad)
{
    private readonly string _calendar = WorkingCalendar.EnglandAndWales.Id;
    private readonly Dictionary<DateSpan, IReadOnlyList<string>> _rules = [];
    private readonly Dictionary<string, string> _populations = plan.Measures.ToDictionary(
        measure => measure.Measure.Id,
        measure => measure.Measure.PopulationRule.Describe(query.PolicyFor(measure.Measure)),
        StringComparer.Ordinal);

    /// <summary>The figures of the current row of a reader, one a measure.</summary>
    internal IEnumerable<Figure> Row(DbDataReader row)
    {
        List<DimensionValue> dimensions = Dimensions(row);
        DateSpan days = Days(plan.Rows.Period, dimensions);
        ReportingYear? year = days is { First: DateOnly first, End: not null } && plan.GroupBy.Any(dimension => dimension.IsPeriod)
            ? ReportingYear.Of(first)
            : null;
        string? landlord = dimensions.Find(value => value.Dimension == Queries.Dimensions.Landlord.Id)?.Value;
        QuarantineCounts waiting = quarantine.Of(landlord, year);
        IReadOnlyList<string> rules = Rules(days);
        DateOnly? asAt = cutOffs.AsAt(query.AsAt, landlord);
        return plan.Measures.Select(measure => Figure(measure, row, dimensions, rules, asAt, waiting));
    }

    private Figure Figure(
        MeasurePlan plan,
        DbDataReader row,
        IReadOnlyList<DimensionValue> dimensions,
        IReadOnlyList<string> rules,
        DateOnly? asAt,
        QuarantineCounts waiting)
    {
        MeasureDefinition measure = plan.Measure;
        int places = query.DecimalPlaces ?? measure.DecimalPlaces;
        RoundingMode rounding = query.Rounding ?? measure.Rounding;
        DateSpan days = Days(query.PeriodOf(measure), dimensions);
        decimal numerator = Number(row, plan.Numerator);
        decimal? denominator = plan.Denominator is null || days.IsEmpty ? null : Number(row, plan.Denominator.Value);
        // A group of days on which the measure was not defined yet has no value, and neither is it zero.
        var rate = new Rate(numerator, days.IsEmpty ? 0m : denominator ?? 1m);
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
            AsAt = asAt,
            KnownAtLoad = knownAtLoad,
            OpenAtCutOff = Number(row, plan.Open),
            Excluded =
            [
                .. plan.Excluded
                    .Select(excluded => new ExcludedCount(excluded.Reason, Number(row, excluded.Column)))
                    .Where(excluded => excluded.Complaints > 0),
            ],
            UnmatchedRows = waiting.Unmatched,
            HeldBack = waiting.HeldBack(measure.DividesByHomes),
        };
    }

    private long Number(DbDataReader row, ColumnRef column) => FieldReader.Long(row, sql.Ordinals[column]);

    private List<DimensionValue> Dimensions(DbDataReader row)
    {
        var values = new List<DimensionValue>(sql.Dimensions.Count + 1);
        for (int i = 0; i < sql.Dimensions.Count; i++)
        {
            Dimension dimension = sql.Dimensions[i];
            string text = dimension.IsPeriod
                ? PeriodWords.Word(dimension.Kind, FieldReader.Int(row, i))
                : Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture) ?? "";
            values.Add(new DimensionValue(dimension.Id, text.Length == 0 ? Queries.Dimensions.NotRecorded : text));
            if (dimension == Queries.Dimensions.Landlord && sql.LandlordNameOrdinal is int name)
            {
                values.Add(new DimensionValue(Queries.Dimensions.LandlordName, row.IsDBNull(name) ? Queries.Dimensions.NotRecorded : row.GetString(name)));
            }
        }

        return values;
    }

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
