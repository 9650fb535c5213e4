using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Measures.Reconciling;
using Complaints.Protocol.Calls;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Protocol.Reporting;

/// <summary>Printed figures and how they come about, both ways.</summary>
internal static class ReconcileMapping
{
    // Where errors say that a figure stands: "figures:3, column period".
    private const string Place = "figures";

    internal static Wire.ReconcileRequest ToWire(IEnumerable<PrintedFigure> printed)
    {
        var request = new Wire.ReconcileRequest();
        request.Figures.AddRange(printed.Select(figure =>
        {
            IReadOnlyList<string> cells = PrintedRow.Write(figure);
            return new Wire.PrintedFigure
            {
                Line = figure.Line,
                LandlordCode = cells[0],
                Measure = cells[1],
                Period = cells[2],
                ValueAsPrinted = cells[3],
                StockType = cells[4],
                Filters = cells[5],
                Numerator = cells[6],
                Denominator = cells[7],
                Set = cells[8],
                Note = cells[9],
            };
        }));
        return request;
    }

    /// <summary>The figures of a request, read as the rows of a file are.</summary>
    /// <exception cref="UserException">There are none or too many, or one has a part that is not what its column holds.</exception>
    internal static IReadOnlyList<PrintedFigure> FromWire(Wire.ReconcileRequest request)
    {
        if (request.Figures.Count > Limits.PrintedFiguresPerCall)
        {
            throw new UserException(
                FormattableString.Invariant($"The call has {request.Figures.Count:N0} printed figures."),
                where: Place,
                expected: FormattableString.Invariant($"at most {Limits.PrintedFiguresPerCall}"),
                fix: "send each report by itself; those of one set must stay together");
        }

        var row = new PrintedRow(Place, PrintedRow.AllColumns);
        return request.Figures.Count > 0
            ? [.. request.Figures.Select((figure, at) => row.Read(figure.Line == 0 ? at + 1 : figure.Line, Cells(figure)))]
            : throw new UserException(
                "The request has no figures.", Place, "one figure at least", "send the figures that the report prints");
    }

    internal static IEnumerable<Wire.ReconcileResponse> ToWire(Reconciliation found)
    {
        foreach (ReconciledFigure figure in found.Figures)
        {
            yield return new Wire.ReconcileResponse { Figure = ToWire(figure) };
        }

        var end = new Wire.ReconciliationEnd { HasRowsHeldBack = found.HasRowsHeldBack, KnownAtLoad = found.KnownAtLoad };
        end.Sets.AddRange(found.Sets.Select(
            finding => new Wire.SetFinding { Set = finding.Set, Cause = finding.Cause.Id, Words = finding.Words }));
        end.Causes.AddRange(found.Figures
            .SelectMany(figure => figure.Explanations.SelectMany(explanation => explanation.Causes).Concat(figure.Nearest?.Causes ?? []))
            .Concat(found.Sets.Select(finding => finding.Cause))
            .DistinctBy(cause => cause.Id)
            .Select(cause => new Wire.ReconcileCause { Id = cause.Id, Words = cause.Words }));
        yield return new Wire.ReconcileResponse { End = end };
    }

    /// <summary>What a stream answers of the figures that were sent.</summary>
    /// <exception cref="UserException">It is not of these figures, or was cut off.</exception>
    internal static Reconciliation FromWire(
        IReadOnlyList<PrintedFigure> printed, IReadOnlyList<Wire.ReconciledFigure> figures, Wire.ReconciliationEnd? end)
    {
        if (end is null || figures.Count != printed.Count)
        {
            throw new UserException(
                "The answer was cut off.", "--service", "each figure, and the end", "ask again; what came is not the whole answer");
        }

        return new Reconciliation
        {
            Figures = [.. printed.Zip(figures, FromWire)],
            Sets = [.. end.Sets.Select(finding => new SetFinding(finding.Set, CauseOf(finding.Cause), finding.Words))],
            HasRowsHeldBack = end.HasRowsHeldBack,
            KnownAtLoad = end.KnownAtLoad,
        };
    }

    private static string[] Cells(Wire.PrintedFigure figure) =>
    [
        figure.LandlordCode,
        figure.Measure,
        figure.Period,
        figure.ValueAsPrinted,
        figure.StockType,
        figure.Filters,
        figure.Numerator,
        figure.Denominator,
        figure.Set,
        figure.Note,
    ];

    private static Wire.ReconciledFigure ToWire(ReconciledFigure figure)
    {
        var wire = new Wire.ReconciledFigure
        {
            Line = figure.Printed.Line,
            Outcome = WireEnums.Of(figure.Outcome),
            Defined = figure.Defined ?? "",
            Numerator = WireText.Of(figure.Numerator),
            Denominator = WireText.Of(figure.Denominator),
        };
        wire.Explanations.AddRange(figure.Explanations.Select(explanation =>
        {
            var way = new Wire.PrintedExplanation();
            way.Causes.AddRange(explanation.Causes.Select(cause => cause.Id));
            way.Readings.AddRange(explanation.Readings.Select(ToWire));
            return way;
        }));
        if (figure.Nearest is NearestValue nearest)
        {
            wire.Nearest = new Wire.NearestValue
            {
                Reading = ToWire(nearest.Reading), Value = nearest.Value, OffBy = WireText.Of(nearest.OffBy),
            };
            wire.Nearest.Causes.AddRange(nearest.Causes.Select(cause => cause.Id));
        }

        wire.Notes.AddRange(figure.Notes);
        return wire;
    }

    private static ReconciledFigure FromWire(PrintedFigure printed, Wire.ReconciledFigure wire) => new()
    {
        Printed = printed,
        Outcome = WireEnums.Outcome(wire.Outcome),
        Defined = WireText.Optional(wire.Defined),
        Numerator = WireText.Number(wire.Numerator),
        Denominator = WireText.Number(wire.Denominator),
        Explanations =
        [
            .. wire.Explanations.Select(way => new PrintedExplanation(
                [.. way.Causes.Select(CauseOf)], [.. way.Readings.Select(FromWire)])),
        ],
        Nearest = wire.Nearest is Wire.NearestValue nearest
            ? new NearestValue(
                [.. nearest.Causes.Select(CauseOf)], FromWire(nearest.Reading), nearest.Value, WireText.Number(nearest.OffBy) ?? 0)
            : null,
        Notes = [.. wire.Notes],
    };

    private static Wire.CountedReading ToWire(CountedReading reading) => new()
    {
        Numerator = WireText.Of(reading.Numerator), Denominator = WireText.Of(reading.Denominator), Days = reading.Days,
    };

    private static CountedReading FromWire(Wire.CountedReading reading) =>
        new(WireText.Number(reading.Numerator) ?? 0, WireText.Number(reading.Denominator), reading.Days);

    private static Cause CauseOf(string id) => Causes.All.FirstOrDefault(cause => cause.Id == id) ?? throw WireEnums.Unknown("causes", id);
}
