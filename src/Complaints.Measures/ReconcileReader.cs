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
            variants = MeasureVariant.Of(
                measure, figures.Catalogue.Populations.Where(population => population.Fact == measure.Fact));
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
                [Dimensions.StockType.Id, .. request.ByMonth ? [Dimensions.Month.Id] : Array.Empty<string>(), .. request.DimensionIds],
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
                [Dimensions.StockType.Id, Dimensions.ReportingYear.Id],
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
        Frame frame = Frame.Of(printed, figure.Measure)[0];
        CellRequest request = CellRequest.Of(printed, figure.Measure.Id, frame, Window.Of(printed.Period));
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
        Frame frame,
        DateSpan days,
        IReadOnlyList<MeasureDefinition> measures,
        CancellationToken ct)
    {
        var query = new FigureQuery
        {
            Measures = [figures.Catalogue.Definitions.First(measure => !measure.DividesByHomes).Id],
            GroupBy = groupBy,
            Filters = [new QueryFilter(Dimensions.Landlord.Id, [landlord.Value])],
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
