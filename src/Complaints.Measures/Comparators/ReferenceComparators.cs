using System.Text.Json;
using System.Text.Json.Serialization;
using Complaints.Domain.Figures;

namespace Complaints.Measures.Comparators;

/// <summary>
/// The sector's medians and quartiles that ship with the product (docs/domain.md §5.1), for use where no published figures are loaded.
/// </summary>
internal sealed class ReferenceComparators
{
    private const string Resource = "Complaints.Measures.Comparators.reference.json";

    private static readonly Lazy<ReferenceComparators> s_shipped = new(Load);

    private readonly Document _document;

    private ReferenceComparators(Document document) => _document = document;

    internal static ReferenceComparators Shipped => s_shipped.Value;

    internal IEnumerable<string> Years => _document.Comparators.Select(entry => entry.Year).Distinct();

    internal Comparator? Find(PublishedMeasure measure, ComparatorQuery query)
    {
        string stockType = Complaints.Domain.Homes.StockTypes.Code(query.StockType);
        string zeros = query.ZeroRule == ZeroRule.Keep ? "keep" : "drop";
        Entry? entry = _document.Comparators.Find(candidate => candidate.Measure == measure.Id
            && candidate.Year == query.Year.ToString()
            && candidate.StockType == stockType
            && candidate.Zeros == zeros);
        if (entry is null)
        {
            return null;
        }

        Entry kept = _document.Comparators.First(other => other.Zeros == "keep"
            && (other.Measure, other.Year, other.StockType) == (entry.Measure, entry.Year, entry.StockType));
        return new Comparator
        {
            Measure = measure.Id,
            Title = measure.Title,
            Unit = measure.Unit,
            Year = entry.Year,
            StockType = stockType,
            Q1 = Quantile(measure, entry.Q1),
            Median = Quantile(measure, entry.Median),
            Q3 = Quantile(measure, entry.Q3),
            Landlords = entry.Landlords,
            ZerosDropped = kept.Landlords - entry.Landlords,
            Undefined = entry.Undefined,
            Population = ComparatorWords.Population(query, stockType),
            ZeroRule = ComparatorWords.Zeros(query.ZeroRule),
            Method = _document.Method,
            Publisher = Publishers.Regulator,
            Source = _document.Source,
        };
    }

    private static Quantile Quantile(PublishedMeasure measure, decimal value) =>
        new(value, new Rate(value, 1m).Display(measure.Rounding, measure.DecimalPlaces));

    private static ReferenceComparators Load()
    {
        using Stream stream = typeof(ReferenceComparators).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        return new ReferenceComparators(JsonSerializer.Deserialize(stream, ReferenceJson.Default.Document)
            ?? throw new InvalidOperationException($"The resource {Resource} is empty."));
    }

    internal sealed record Document(string Source, string Method, List<Entry> Comparators);

    internal sealed record Entry(
        string Measure,
        string Year,
        string StockType,
        string Zeros,
        decimal Q1,
        decimal Median,
        decimal Q3,
        int Landlords,
        int Undefined);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ReferenceComparators.Document))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
