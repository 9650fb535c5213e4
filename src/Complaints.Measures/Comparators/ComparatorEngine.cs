using Complaints.Domain;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Domain.Figures;
using Complaints.Domain.Homes;
using Complaints.Domain.Text;
using Complaints.Measures.Catalogue;
using Complaints.Warehouse;

namespace Complaints.Measures.Comparators;

/// <summary>
/// Median and quartiles over landlords, from the published figures in the warehouse, else from those that ship with the product. Published
/// figures are public, so a principal's landlords do not narrow them; but whoever may see no landlord gets
/// nothing here too.
/// </summary>
/// <param name="warehouse">The warehouse; not disposed.</param>
/// <param name="catalogue">The measures; null for the shipped ones.</param>
public sealed class ComparatorEngine(IWarehouse warehouse, MeasureCatalogue? catalogue = null)
{
    private static readonly string[] s_default = ["ch01_stage1", "ch01_stage2", "ch02_stage1", "ch02_stage2"];

    private readonly MeasureCatalogue _catalogue = catalogue ?? MeasureCatalogue.Shipped;

    /// <summary>Answers a query, one comparator a measure in the order asked for.</summary>
    /// <exception cref="UserException">
    /// A measure that is neither in the catalogue nor among the published figures loaded, one that nobody published, a publisher or peers
    /// that do not exist, or a peer group where no published figures are loaded.
    /// </exception>
    public async Task<IReadOnlyList<Comparator>> QueryAsync(ComparatorQuery query, Principal? principal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        IReadOnlyList<string> ids = Ids(query);
        LandlordScope scope = Principal.ScopeOf(principal);
        if (scope.IsNone)
        {
            // What ships with the product stands in no table, so the condition in SQL cannot keep it back.
            return [];
        }

        List<PublishedMeasure> measures;
        List<PublishedValue> values;
        ISnapshot snapshot = await warehouse.OpenSnapshotAsync(ct).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            List<PublishedSection> loaded = ids.All(_catalogue.Ids.Contains)
                ? []
                : await PublishedSection.ReadAsync(snapshot, scope, ct).ConfigureAwait(false);
            measures = [.. ids.Select(id => Measure(id, query, loaded))];
            values = await PublishedValue.ReadAsync(snapshot, scope, query, ids, ct).ConfigureAwait(false);
        }

        ILookup<string, PublishedValue> byMeasure = values.ToLookup(value => value.Measure, StringComparer.Ordinal);
        return [.. measures.Select(measure => Answer(measure, query, [.. byMeasure[measure.Id]]))];
    }

    private static Comparator Answer(PublishedMeasure measure, ComparatorQuery query, List<PublishedValue> published)
    {
        if (Publishers.Choose(published, query.Publisher, measure.Id) is not string publisher)
        {
            return Reference(measure, query);
        }

        List<PublishedValue> own = [.. published.Where(value => value.Publisher == publisher)];
        List<PublishedValue> peers = Peers(own, query);
        Comparator computed = Computed(measure, query, publisher, peers);
        return query.Own is LandlordCode landlord
            ? computed with { Own = Standings.Of(measure, landlord.Value, own, Counted(peers, query.ZeroRule)) }
            : computed;
    }

    private static IReadOnlyList<string> Ids(ComparatorQuery query)
    {
        IReadOnlyList<string> ids = query.Measures.Count == 0 ? s_default : query.Measures;
        if (ids.Count > Limits.MeasuresPerQuery)
        {
            throw new UserException(
                $"The query has {ids.Count} measures.",
                where: "measures",
                expected: $"at most {Limits.MeasuresPerQuery}",
                fix: "ask for fewer at a time");
        }

        return query.Peers.Count <= Limits.FilterValuesPerQuery
            ? ids
            : throw new UserException(
                $"The set has {query.Peers.Count} landlords.",
                where: "peers",
                expected: $"at most {Limits.FilterValuesPerQuery}",
                fix: "compare with a type, size band or region instead");
    }

    // A measure of the catalogue is described there, for the days of the year; any other must have been published.
    private PublishedMeasure Measure(string id, ComparatorQuery query, List<PublishedSection> loaded)
    {
        if (_catalogue.Ids.Contains(id))
        {
            return PublishedMeasure.Of(_catalogue.Find(id, query.Year.FirstDay, query.Year.LastDay.AddDays(1)));
        }

        var asked = new PublishedSection(id, query.Year.StartYear, StockTypes.Code(query.StockType));
        if (loaded.Contains(asked))
        {
            return PublishedMeasure.Of(id);
        }

        List<PublishedSection> elsewhere = [.. loaded.Where(section => section.Measure == id)];
        throw elsewhere.Count > 0
            ? new UserException(
                $"No figures of '{id}' for {asked.Words} are loaded.",
                where: "comparators",
                expected: $"one of {string.Join("; ", elsewhere.Select(section => section.Words))}",
                fix: "ask for what is loaded, or load the publication of that year")
            : new UserException(
                $"There is no measure '{id}'{NearestNames.DidYouMean(id, _catalogue.Ids.Concat(loaded.Select(section => section.Measure)).Distinct())}",
                where: "comparators",
                expected: loaded.Count == 0
                    ? $"one of {string.Join(", ", s_default)}; no published figures are loaded"
                    : $"one of the published figures that are loaded: {string.Join(", ", loaded.Select(section => section.Measure).Distinct())}",
                fix: "load the publication that has it as published measures");
    }

    private static Comparator Reference(PublishedMeasure measure, ComparatorQuery query)
    {
        bool isPeerGroup = query.Peers.Count > 0
            || query.LandlordType is not null || query.SizeBand is not null || query.Region is not null;
        Comparator? shipped = isPeerGroup ? null : ReferenceComparators.Shipped.Find(measure, query);
        Standing? own = query.Own is LandlordCode landlord
            ? new Standing { Landlord = landlord.Value, WhyNot = "published figures of single landlords are not loaded" }
            : null;
        return shipped is null ? throw Unknown(measure, query, isPeerGroup) : shipped with { Own = own };
    }

    private static UserException Unknown(PublishedMeasure measure, ComparatorQuery query, bool isPeerGroup) =>
        new(
            $"No published figures of {query.Year} are loaded, and there is no shipped comparator for '{measure.Id}'"
                + $"{(isPeerGroup ? " over a peer group" : "")}.",
            where: "comparators",
            expected: $"one of {string.Join(", ", s_default)} over all landlords, LCRA or LCHO, for {string.Join(" or ", ReferenceComparators.Shipped.Years)}",
            fix: "load the regulator's workbook of that year as published measures");

    private static Comparator Computed(PublishedMeasure measure, ComparatorQuery query, string publisher, List<PublishedValue> peers)
    {
        List<PublishedValue> published = [.. peers.Where(value => value.Rate is not null)];
        List<PublishedValue> defined = Counted(peers, ZeroRule.Keep);
        List<Rate> counted = [.. Counted(peers, query.ZeroRule).Select(value => value.Rate!.Value)];
        string stockType = StockTypes.Code(query.StockType);
        return new Comparator
        {
            Measure = measure.Id,
            Title = measure.Title,
            Unit = measure.Unit,
            Year = query.Year.ToString(),
            StockType = stockType,
            Q1 = Quantile(measure, counted, 0.25m),
            Median = Quantile(measure, counted, 0.5m),
            Q3 = Quantile(measure, counted, 0.75m),
            Landlords = counted.Count,
            ZerosDropped = defined.Count - counted.Count,
            Undefined = published.Count - defined.Count,
            Population = ComparatorWords.Population(query, stockType),
            ZeroRule = ComparatorWords.Zeros(query.ZeroRule),
            Method = ComparatorWords.Method,
            Publisher = publisher,
            Source = $"published by {publisher}, loaded in this warehouse",
        };
    }

    private static List<PublishedValue> Counted(List<PublishedValue> peers, ZeroRule zeros) =>
    [
        .. peers.Where(value => value.Rate is Rate { IsUndefined: false } rate && (zeros == ZeroRule.Keep || rate.Numerator != 0)),
    ];

    private static Quantile Quantile(PublishedMeasure measure, List<Rate> rates, decimal p)
    {
        Rate rate = rates.Count == 0 ? default : Quantiles.Inclusive(rates, p);
        return new Quantile(rate.Times(measure.Factor), rate.Display(measure.Rounding, measure.DecimalPlaces, measure.Factor));
    }

    private static List<PublishedValue> Peers(List<PublishedValue> values, ComparatorQuery query)
    {
        IEnumerable<PublishedValue> peers = values;
        peers = Only(peers, "landlord type", query.LandlordType, value => value.LandlordType);
        peers = Only(peers, "size band", query.SizeBand, value => value.SizeBand);
        peers = Only(peers, "region", query.Region, value => value.Region);
        return query.Peers.Count == 0 ? [.. peers] : OfSet([.. peers], query.Peers);
    }

    // A landlord of the set that published nothing is a slip of the code, or makes the set another one: either must be known.
    private static List<PublishedValue> OfSet(List<PublishedValue> values, IReadOnlyList<LandlordCode> set)
    {
        HashSet<string> codes = [.. set.Select(landlord => landlord.Value)];
        List<PublishedValue> peers = [.. values.Where(value => codes.Contains(value.Landlord))];
        string? missing = codes.Except(peers.Select(value => value.Landlord)).Order(StringComparer.Ordinal).FirstOrDefault();
        return missing is null
            ? peers
            : throw new UserException(
                $"No figure of the landlord '{missing}' is among those published{NearestNames.DidYouMean(missing, values.Select(value => value.Landlord))}",
                where: "peers",
                expected: "landlords with a published figure of the measure, year and section",
                fix: "correct the code, or leave the landlord out of the set");
    }

    private static IEnumerable<PublishedValue> Only(
        IEnumerable<PublishedValue> values,
        string what,
        string? wanted,
        Func<PublishedValue, string?> attribute)
    {
        if (wanted is null)
        {
            return values;
        }

        List<PublishedValue> all = [.. values];
        List<PublishedValue> peers = [.. all.Where(value => string.Equals(attribute(value), wanted, StringComparison.OrdinalIgnoreCase))];
        IReadOnlyList<string> known = [.. all.Select(attribute).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return peers.Count > 0
            ? peers
            : throw new UserException(
                $"No landlord has the {what} '{wanted}'{NearestNames.DidYouMean(wanted, known)}",
                where: "comparators",
                expected: $"one of {string.Join("; ", known)}",
                fix: $"write the {what} as the publisher does");
    }
}
