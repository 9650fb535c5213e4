using Complaints.Domain.Figures;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Protocol.Calls;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Protocol.Reporting;

/// <summary>
/// Answers, both ways. What is the same for a measure or for a row is sent once; on the way back every figure has all of it again.
/// </summary>
internal static class TableMapping
{
    internal static Wire.QueryResponse ToWire(FigureTable table)
    {
        var response = new Wire.QueryResponse
        {
            Truncated = table.Truncated,
            HasRowsHeldBack = table.HasRowsHeldBack,
            AsAt = WireText.Of(table.AsAt),
            KnownAtLoad = table.KnownAtLoad,
            Generation = table.Generation,
            ShareOf = table.ShareOf ?? "",
            Calendar = WorkingCalendar.EnglandAndWales.Id,
            Extensions = WireEnums.Of(table.Figures.Count == 0 ? ExtensionPolicy.AsRecorded : table.Figures[0].Extensions),
        };
        response.Measures.AddRange(table.Measures.Select(MeasureMapping.ToWire));
        response.ClockStarts.AddRange(table.ClockStarts.Select(ClockStartMapping.ToWire));
        response.Dimensions.AddRange(table.Dimensions);
        response.Rows.AddRange(table.Rows().Select(row => ToWire(row, table.AsAt)));
        return response;
    }

    internal static FigureTable FromWire(Wire.QueryResponse response)
    {
        List<MeasureInfo> measures = [.. response.Measures.Select(MeasureMapping.FromWire)];
        return new FigureTable
        {
            Measures = measures,
            Dimensions = [.. response.Dimensions],
            Figures = [.. response.Rows.SelectMany(row => Figures(row, response, measures))],
            Truncated = response.Truncated,
            HasRowsHeldBack = response.HasRowsHeldBack,
            ClockStarts = [.. response.ClockStarts.Select(ClockStartMapping.FromWire)],
            AsAt = WireText.Day(response.AsAt, "as_at"),
            KnownAtLoad = response.KnownAtLoad,
            Generation = response.Generation,
            ShareOf = response.ShareOf.Length == 0 ? null : response.ShareOf,
        };
    }

    private static Wire.Row ToWire(IReadOnlyList<Figure> figures, DateOnly? asAt)
    {
        Figure first = figures[0];
        var row = new Wire.Row { UnmatchedRows = first.UnmatchedRows, Incomplete = figures.Any(figure => figure.Incomplete) };
        row.AsAt = first.AsAt == asAt ? "" : WireText.Of(first.AsAt);
        row.KnownTo = first.KnownTo == first.AsAt ? "" : WireText.Of(first.KnownTo);
        row.Values.AddRange(first.Dimensions.Select(value => value.Value));
        row.CodeVersions.AddRange(first.RuleIds);
        row.Figures.AddRange(figures.Select(figure => ToWire(figure, first.UnmatchedRows)));
        return row;
    }

    private static Wire.Figure ToWire(Figure figure, long unmatched)
    {
        var wire = new Wire.Figure
        {
            Measure = figure.Measure,
            Numerator = figure.State == CellState.Suppressed ? "" : WireText.Of(figure.Numerator),
            Denominator = WireText.Of(figure.Denominator),
            Value = WireText.Of(figure.Value),
            Display = figure.Display,
            State = WireEnums.Of(figure.State),
            DecimalPlaces = figure.DecimalPlaces,
            Rounding = WireEnums.Of(figure.Rounding),
            OpenAtCutOff = figure.OpenAtCutOff,
            HomesMissing = figure.HomesMissing,
            HomesUnknown = figure.HomesUnknown,
            Suppressed = figure.State == CellState.Suppressed ? Figure.WhyWithheld : "",
            CountsWithheld = figure.HasCountsWithheld,
            From = WireText.Of(figure.From),
            To = WireText.Of(figure.To),
        };
        wire.Excluded.AddRange(figure.Excluded.Select(excluded =>
            new Wire.ExcludedCount { Reason = excluded.Reason, Complaints = excluded.Complaints }));
        wire.ExtensionFaults.AddRange(figure.ExtensionFaults.Select(count =>
            new Wire.ExtensionFaultCount { Fault = count.Fault, Complaints = count.Complaints }));
        wire.StaleSources.AddRange(figure.StaleSources.Select(source => new Wire.StaleSource
        {
            Source = source.Source,
            KnownTo = WireText.Of(source.KnownTo),
            FreshForDays = source.FreshForDays,
            Says = source.Words,
        }));
        if (figure.NumeratorOpenAtCutOff is long above)
        {
            wire.NumeratorOpenAtCutOff = above;
        }

        if (figure.Share is FigureShare share)
        {
            wire.Share = new Wire.FigureShare
            {
                Total = WireText.Of(share.Total),
                Value = WireText.Of(share.Value),
                Display = share.Display,
            };
        }

        if (figure.UnmatchedRows != unmatched)
        {
            wire.UnmatchedRows = figure.UnmatchedRows;
        }

        wire.HeldBack.AddRange(figure.HeldBack.Select(count => new Wire.HeldBackCount { Rule = count.Rule, Rows = count.Rows }));
        return wire;
    }

    private static IEnumerable<Figure> Figures(Wire.Row row, Wire.QueryResponse response, List<MeasureInfo> measures)
    {
        IReadOnlyList<DimensionValue> dimensions =
            [.. response.Dimensions.Zip(row.Values, (dimension, value) => new DimensionValue(dimension, value))];
        IReadOnlyList<string> rules = [.. row.CodeVersions];
        DateOnly? asAt = WireText.Day(row.AsAt.Length == 0 ? response.AsAt : row.AsAt, "as_at");
        DateOnly? knownTo = row.KnownTo.Length == 0 ? asAt : WireText.Day(row.KnownTo, "known_to");
        return row.Figures.Zip(measures, (figure, measure) => new Figure
        {
            Measure = figure.Measure,
            Dimensions = dimensions,
            Numerator = WireText.Number(figure.Numerator) ?? 0,
            Denominator = WireText.Number(figure.Denominator),
            Value = WireText.Number(figure.Value),
            Display = figure.Display,
            State = WireEnums.State(figure.State),
            Unit = measure.Unit,
            DecimalPlaces = figure.DecimalPlaces,
            Rounding = WireEnums.Rounding(figure.Rounding) ?? RoundingMode.HalfUp,
            RuleIds = rules,
            Population = measure.Population,
            Calendar = response.Calendar,
            From = WireText.Day(figure.From, "from"),
            To = WireText.Day(figure.To, "to"),
            AsAt = asAt,
            KnownTo = knownTo,
            KnownAtLoad = response.KnownAtLoad,
            OpenAtCutOff = figure.OpenAtCutOff,
            NumeratorOpenAtCutOff = figure.HasNumeratorOpenAtCutOff ? figure.NumeratorOpenAtCutOff : null,
            Excluded = [.. figure.Excluded.Select(excluded => new ExcludedCount(excluded.Reason, excluded.Complaints))],
            StaleSources =
            [
                .. figure.StaleSources.Select(source => new StaleSource(
                    source.Source, WireText.Day(source.KnownTo, "known_to") ?? default, source.FreshForDays)),
            ],
            HomesMissing = figure.HomesMissing,
            HomesUnknown = figure.HomesUnknown,
            HasCountsWithheld = figure.CountsWithheld,
            IsKnownIncomplete = figure.CountsWithheld && row.Incomplete,
            Extensions = WireEnums.Extensions(response.Extensions),
            ExtensionFaults = [.. figure.ExtensionFaults.Select(count => new ExtensionFaultCount(count.Fault, count.Complaints))],
            Share = figure.Share is null
                ? null
                : new FigureShare(WireText.Number(figure.Share.Total), WireText.Number(figure.Share.Value), figure.Share.Display),
            UnmatchedRows = figure.HasUnmatchedRows ? figure.UnmatchedRows : row.UnmatchedRows,
            HeldBack = [.. figure.HeldBack.Select(count => new HeldBackCount(count.Rule, count.Rows))],
        });
    }
}
