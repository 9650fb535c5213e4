using Complaints.Domain.Access;
using Complaints.Domain.Homes;
using Complaints.Domain.Text;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Measures.Reconciling;
using Complaints.Warehouse;

namespace Complaints.Measures;

/// <summary>Counts the variants of measures in one state of the warehouse, each group once for all printed figures that need it.</summary>
/// <param name="figures">Answers the figures.</param>
/// <param name="snapshot">The state.</param>
/// <param name="principal">Who asks.</param>
internal sealed class ReconcileReader(FigureEngine figures, ISnapshot snapshot, Principal? principal)
{
    private readonly Dictionary<CellRequest, VariantCells> _cells = [];
    private readonly Dictionary<(LandlordCode, string), Reconciling.Homes> _homes = [];
    private readonly Dictionary<string, IReadOnlyList<MeasureVariant>> _variants = new(StringComparer.Ordinal);

    /// <summary>Whether rows held back could belong to anything that was counted.</summary>
    internal bool HasRowsHeldBack { get; private set; }

    /// <summary>The last load that was counted.</summary>
    internal int KnownAtLoad => snapshot.Info.LastLoadId;

    /// <summary>The variants of a measure.</summary>
    internal IReadOnlyList<MeasureVariant> Variants(MeasureDefinition measure)
    {
        if (!_variants.TryGetValue(measure.Id, out IReadOnlyList<MeasureVariant>? variants))
        {
            variants = MeasureVariant.Of(measure, figures.Catalogue.Populations);
            _variants.Add(measure.Id, variants);
        }

        return variants;
    }

    /// <summary>What is asked for, counted by every variant.</summary>
    internal async Task<VariantCells> CellsAsync(CellRequest request, IReadOnlyList<MeasureVariant> variants, CancellationToken ct)
    {
        if (!_cells.TryGetValue(request, out VariantCells? cells))
        {
            FigureTable table = await AnswerAsync(
                request.Landlord,
                request.Dimensions,
                request.Part,
                request.Frame,
                new DateSpan(request.First, request.Last.AddDays(1)),
                [.. variants.Select(variant => variant.Measure)],
                ct).ConfigureAwait(false);
            cells = new VariantCells(table);
            _cells.Add(request, cells);
        }

        return cells;
    }

    /// <summary>The landlord's homes.</summary>
    internal async Task<Reconciling.Homes> HomesAsync(LandlordCode landlord, MeasureDefinition measure, CancellationToken ct)
    {
        if (!_homes.TryGetValue((landlord, measure.Id), out Reconciling.Homes? homes))
        {
            homes = new Reconciling.Homes(await AnswerAsync(
                landlord,
                [.. measure.Fact.HasStockType ? [Dimensions.StockType.Id] : Array.Empty<string>(), Dimensions.ReportingYear.Id],
                [],
                new Frame(null, ExtensionPolicy.AsRecorded, null),
                DateSpan.Everything,
                [measure with { EffectiveFrom = null, EffectiveTo = null }],
                ct).ConfigureAwait(false));
            _homes.Add((landlord, measure.Id), homes);
        }

        return homes;
    }

    /// <summary>Of values that a figure names and no complaint of its landlord has in these years, what is to be told.</summary>
    internal async Task<IReadOnlyList<string>> UnknownValuesAsync(FigureReadings figure, CancellationToken ct)
    {
        PrintedFigure printed = figure.Printed;
        if (!Grouping.Of(figure.Measure).IsInGroups)
        {
            return [];
        }

        CellRequest request = CellRequest.Of(printed, figure.Measure, Frame.Of(printed, figure.Measure)[0]).First().Request;
        VariantCells cells = await CellsAsync(request, Variants(figure.Measure), ct).ConfigureAwait(false);
        return
        [
            .. printed.Parts.SelectMany(part => part.Values
                .Where(value => !cells.Values(part.Dimension).Contains(value))
                .Select(value => $"No complaint in these years has '{value}' as its {part.Dimension}."
                    + NearestNames.Suggest(value, cells.Values(part.Dimension)))),
        ];
    }

    // The conditions of the landlord and of who asks are those of any query; the measures are its variants.
    private async Task<FigureTable> AnswerAsync(
        LandlordCode landlord,
        IReadOnlyList<string> groupBy,
        IReadOnlyList<QueryFilter> part,
        Frame frame,
        DateSpan days,
        IReadOnlyList<MeasureDefinition> measures,
        CancellationToken ct)
    {
        var query = new FigureQuery
        {
            Measures = [figures.Catalogue.Definitions.First(known => known.Fact == measures[0].Fact && !known.DividesByHomes).Id],
            GroupBy = groupBy,
            Filters = [new QueryFilter(Dimensions.Landlord.Id, [landlord.Value]), .. part],
            AsAt = frame.AsAt,
            Extensions = frame.Extensions,
            SkipEmptyPeriods = true,
        };
        (ResolvedQuery resolved, SourceCutOffs cutOffs) = await figures.ResolveAsync(snapshot, query, principal, ct).ConfigureAwait(false);
        FigureTable table = await figures.AnswerAsync(
            snapshot, resolved with { Measures = measures, Period = Period.Of([days]) }, cutOffs, ct).ConfigureAwait(false);
        HasRowsHeldBack |= table.HasRowsHeldBack;
        return table;
    }
}
