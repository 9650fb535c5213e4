using Complaints.Measures.Comparing;
using Complaints.Measures.Figures;
using Complaints.Protocol.Calls;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Protocol.Reporting;

/// <summary>Figures beside others, both ways.</summary>
internal static class ComparisonMapping
{
    internal static Wire.CompareRequest ToWire(ComparisonQuery query)
    {
        var wire = new Wire.CompareRequest { Figures = QueryMapping.ToWire(query.Figures) };
        wire.With.AddRange(query.With.Select(WireEnums.Of));
        return wire;
    }

    internal static ComparisonQuery FromWire(Wire.CompareRequest wire) => new()
    {
        Figures = QueryMapping.FromWire(wire.Figures ?? new Wire.QueryRequest()),
        With = [.. wire.With.Select(WireEnums.Comparison)],
    };

    internal static Wire.CompareResponse ToWire(ComparisonTable table)
    {
        var wire = new Wire.CompareResponse { Figures = TableMapping.ToWire(table.Table) };
        wire.Compared.AddRange(table.Compared.SelectMany(beside => beside.Select(ToWire)));
        return wire;
    }

    /// <param name="wire">The answer.</param>
    /// <param name="comparisons">How many were asked for; nobody's empty answer has none.</param>
    internal static ComparisonTable FromWire(Wire.CompareResponse wire, int comparisons)
    {
        FigureTable table = TableMapping.FromWire(wire.Figures);
        IReadOnlyList<IReadOnlyList<ComparedFigure>> compared = wire.Compared.Count == 0
            ? [.. table.Figures.Select(_ => (IReadOnlyList<ComparedFigure>)[])]
            : [.. wire.Compared.Select(FromWire).Chunk(comparisons)];
        return new ComparisonTable(table, compared);
    }

    private static Wire.ComparedFigure ToWire(ComparedFigure figure) => new()
    {
        With = WireEnums.Of(figure.With),
        From = WireText.Of(figure.From),
        To = WireText.Of(figure.To),
        AsAt = WireText.Of(figure.AsAt),
        Numerator = WireText.Of(figure.Numerator),
        Denominator = WireText.Of(figure.Denominator),
        Value = WireText.Of(figure.Value),
        Display = figure.Display,
        State = WireEnums.Of(figure.State),
        Incomplete = figure.Incomplete,
        RecordsBegin = WireText.Of(figure.RecordsBegin),
        Change = WireText.Of(figure.Change),
        ChangeDisplay = figure.ChangeDisplay,
        ChangePercent = WireText.Of(figure.ChangePercent),
        WhyNot = figure.WhyNot,
    };

    private static ComparedFigure FromWire(Wire.ComparedFigure wire) => new()
    {
        With = WireEnums.Comparison(wire.With),
        From = WireText.Day(wire.From, "from") ?? default,
        To = WireText.Day(wire.To, "to") ?? default,
        AsAt = WireText.Day(wire.AsAt, "as_at"),
        Numerator = WireText.Number(wire.Numerator),
        Denominator = WireText.Number(wire.Denominator),
        Value = WireText.Number(wire.Value),
        Display = wire.Display,
        State = WireEnums.State(wire.State),
        Incomplete = wire.Incomplete,
        RecordsBegin = WireText.Day(wire.RecordsBegin, "records_begin"),
        Change = WireText.Number(wire.Change),
        ChangeDisplay = wire.ChangeDisplay,
        ChangePercent = WireText.Number(wire.ChangePercent),
        WhyNot = wire.WhyNot,
    };
}
