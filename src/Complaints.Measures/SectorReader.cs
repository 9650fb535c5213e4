using Complaints.Domain.Access;
using Complaints.Domain.Figures;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Comparators;
using Complaints.Measures.Reconciling;
using Complaints.Warehouse;

namespace Complaints.Measures;

/// <summary>Answers printed figures of the sector from what landlords published, in one state of the warehouse.</summary>
/// <param name="catalogue">The measures.</param>
/// <param name="snapshot">The state.</param>
/// <param name="principal">Who asks.</param>
internal sealed class SectorReader(MeasureCatalogue catalogue, ISnapshot snapshot, Principal? principal)
{
    private const string OfWholeYears =
        "What landlords publish is of whole years: a figure of other days cannot be held against it, and is no value to set beside a year's.";

    private const string NoPart = "Published figures of the sector are of all complaints of a stock type; they have no other parts.";

    private readonly Dictionary<(string Measure, PublishedStockType StockType, ReportingYear Year), IReadOnlyList<Rate>> _rates = [];

    /// <summary>What is answered of a figure of the sector.</summary>
    internal async Task<ReconciledFigure> AnswerAsync(PrintedFigure printed, CancellationToken ct)
    {
        string? whyNot = !printed.Period.IsYear ? OfWholeYears : printed.Parts.Any() ? NoPart : null;
        if (whyNot is not null)
        {
            return Answer.Of(printed, ReconcileOutcome.NothingToCompare, measure: null, whyNot);
        }

        string id = printed.Measure.ToLowerInvariant();
        PublishedMeasure measure = catalogue.Ids.Contains(id) ? PublishedMeasure.Of(catalogue.Find(id)) : PublishedMeasure.Of(id);
        var published = new List<(SectorFrame, IReadOnlyList<Rate>)>();
        foreach (SectorFrame frame in SectorFrame.Of(printed))
        {
            published.Add((frame, await RatesAsync(id, frame, ct).ConfigureAwait(false)));
        }

        return SectorSearch.Of(printed, measure, published);
    }

    private async Task<IReadOnlyList<Rate>> RatesAsync(string measure, SectorFrame frame, CancellationToken ct)
    {
        if (!_rates.TryGetValue((measure, frame.StockType, frame.Year), out IReadOnlyList<Rate>? rates))
        {
            var query = new ComparatorQuery { Year = frame.Year, StockType = frame.StockType };
            List<PublishedValue> values =
                await PublishedValue.ReadAsync(snapshot, Principal.ScopeOf(principal), query, [measure], ct).ConfigureAwait(false);
            string? publisher = Publishers.Choose(values, wanted: null, measure);
            rates =
            [
                .. values
                    .Where(value => value.Publisher == publisher)
                    .Select(value => value.Rate)
                    .OfType<Rate>()
                    .Where(rate => !rate.IsUndefined),
            ];
            _rates.Add((measure, frame.StockType, frame.Year), rates);
        }

        return rates;
    }
}
