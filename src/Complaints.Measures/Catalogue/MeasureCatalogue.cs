using System.Text;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;
using Complaints.Domain.Text;
using Complaints.Measures.Catalogue.Json;

namespace Complaints.Measures.Catalogue;

/// <summary>
/// Every measure, as data with dates: the shipped ones, and those of a data team's own file. Immutable.
/// </summary>
public sealed class MeasureCatalogue
{
    private const string ShippedName = "Complaints.Measures.Catalogue.measures.jsonc";

    // Of complaints, then of other records.
    private static readonly string[] s_files = ["measures.jsonc", "records.jsonc"];

    private static readonly Lazy<MeasureCatalogue> s_shipped = new(() =>
        s_files.Aggregate(new MeasureCatalogue([], []), (known, file) => known.With(ReadShipped(file), file)));

    private readonly IReadOnlyList<PopulationRule> _populations;
    private readonly Dictionary<string, List<MeasureDefinition>> _byId;

    private MeasureCatalogue(IReadOnlyList<PopulationRule> populations, IReadOnlyList<MeasureDefinition> measures)
    {
        _populations = populations;
        Definitions = measures;
        _byId = measures
            .GroupBy(measure => measure.Id, StringComparer.Ordinal)
            .ToDictionary(
                versions => versions.Key,
                versions => versions.OrderBy(measure => measure.EffectiveFrom ?? DateOnly.MinValue).ToList(),
                StringComparer.Ordinal);
    }

    /// <summary>The catalogue that ships with the product.</summary>
    public static MeasureCatalogue Shipped => s_shipped.Value;

    /// <summary>The JSON schema of a catalogue file, for editors.</summary>
    public static string Schema => ReadShipped("measures.schema.json");

    /// <summary>Every definition, in the order of the files.</summary>
    public IReadOnlyList<MeasureDefinition> Definitions { get; }

    /// <summary>Every population rule, in the order of the files.</summary>
    internal IReadOnlyList<PopulationRule> Populations => _populations;

    /// <summary>The ids, in the order of the files.</summary>
    public IEnumerable<string> Ids => _byId.Keys;

    /// <summary>The ids of the measures that count the rows of a fact, in the order of the files.</summary>
    public IEnumerable<string> IdsOf(FactTable fact) =>
        Definitions.Where(measure => measure.Fact == fact).Select(measure => measure.Id).Distinct(StringComparer.Ordinal);

    /// <summary>This catalogue with the measures of a file added.</summary>
    /// <param name="path">A file of the form of the shipped one: JSON, comments allowed.</param>
    /// <exception cref="UserException">The file is absent, too large, or not usable: with path, line and reason.</exception>
    public MeasureCatalogue WithFile(string path) => With(TextOf(path), path);

    /// <summary>This catalogue with the measures of a document added.</summary>
    /// <param name="text">The document.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <exception cref="UserException">Not usable: with path, line and reason.</exception>
    public MeasureCatalogue With(string text, string file)
    {
        var faults = new CatalogueFaults();
        MeasureCatalogue all = Adding(text, file, faults);
        faults.ThrowFirst();
        return all;
    }

    /// <summary>What is wrong with a file of measures that is to be added to these, all of it at once.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="UserException">The file is absent or too large.</exception>
    public CatalogueCheck CheckFile(string path) => Check(TextOf(path), path);

    /// <summary>What is wrong with a document of measures that is to be added to these, all of it at once.</summary>
    /// <param name="text">The document.</param>
    /// <param name="file">Its name, for errors.</param>
    public CatalogueCheck Check(string text, string file)
    {
        var faults = new CatalogueFaults();
        MeasureCatalogue all = Adding(text, file, faults);
        return CatalogueCheck.Of(file, [.. all.Definitions.Skip(Definitions.Count)], faults);
    }

    /// <summary>What is wrong with the catalogue that ships with the product.</summary>
    public static CatalogueCheck CheckShipped()
    {
        var known = new MeasureCatalogue([], []);
        List<CatalogueCheck> checks = [];
        foreach (string file in s_files)
        {
            checks.Add(known.Check(ReadShipped(file), file));
            if (!checks[^1].IsUsable)
            {
                break;
            }

            known = known.With(ReadShipped(file), file);
        }

        return new CatalogueCheck(
            checks[0].File,
            [.. checks.SelectMany(check => check.Measures)],
            [.. checks.SelectMany(check => check.Faults)],
            [.. checks.SelectMany(check => check.Notes)]);
    }

    private MeasureCatalogue Adding(string text, string file, CatalogueFaults faults)
    {
        CatalogueReader.Content content = CatalogueReader.Read(text, file, _populations, faults);
        var all = new List<MeasureDefinition>(Definitions);
        foreach ((MeasureDefinition measure, ObjectReader at) in content.Measures)
        {
            faults.Of(() =>
            {
                RequireRoom(all, measure, at);
                all.Add(measure);
            });
        }

        return new MeasureCatalogue([.. _populations, .. content.Populations], all);
    }

    private static string TextOf(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        RegularFile.Require(path);
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new UserException(
                "The measure catalogue does not exist.",
                where: path,
                expected: "a JSON file of measures",
                fix: "check the path");
        }

        return file.Length <= Limits.CatalogueBytes
            ? RegularFile.ReadAllText(path, Limits.CatalogueBytes)
            : throw new UserException(
                $"The measure catalogue has {file.Length} bytes.",
                where: path,
                expected: $"at most {Limits.CatalogueBytes} bytes",
                fix: "keep measures only in it, or split it");
    }

    /// <summary>The definition of a measure for every day from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    /// <param name="id">The measure's id.</param>
    /// <param name="first">First day; null for an open beginning: the latest definition is meant.</param>
    /// <param name="end">First day after; null for an open end.</param>
    /// <exception cref="UserException">
    /// No such measure (with the nearest names), none for these days, or its definition changes within them.
    /// </exception>
    public MeasureDefinition Find(string id, DateOnly? first = null, DateOnly? end = null)
    {
        if (!_byId.TryGetValue(id, out List<MeasureDefinition>? versions))
        {
            throw new UserException(
                $"There is no measure '{id}'{NearestNames.DidYouMean(id, Ids)}",
                where: "measures",
                expected: $"one of {string.Join(", ", Ids)}",
                fix: "list the catalogue with `complaints measures`");
        }

        if (first is not DateOnly from)
        {
            return versions[^1];
        }

        DateOnly to = end ?? DateOnly.MaxValue;
        List<MeasureDefinition> touching =
            [
                .. versions.Where(
                    measure => (measure.EffectiveFrom ?? DateOnly.MinValue) < to && (measure.EffectiveTo ?? DateOnly.MaxValue) > from),
            ];
        return touching switch
        {
            [MeasureDefinition one] when (one.EffectiveFrom ?? DateOnly.MinValue) <= from && (one.EffectiveTo ?? DateOnly.MaxValue) >= to =>
                one,
            _ => throw NotDefined(id, versions, from, end),
        };
    }

    private static UserException NotDefined(string id, List<MeasureDefinition> versions, DateOnly from, DateOnly? end) => new(
        $"'{id}' has no single definition for the days from {from:yyyy-MM-dd}{(end is DateOnly to ? $" to before {to:yyyy-MM-dd}" : "")}.",
        where: "measures",
        expected: string.Join("; ", versions.Select(Span)),
        fix: "ask for reporting years in which it is defined, one definition at a time");

    private static string Span(MeasureDefinition measure) =>
        $"days from {measure.EffectiveFrom?.ToString("yyyy-MM-dd") ?? "the beginning"}"
        + (measure.EffectiveTo is DateOnly to ? $" to before {to:yyyy-MM-dd}" : "");

    private static void RequireRoom(List<MeasureDefinition> all, MeasureDefinition added, ObjectReader at)
    {
        MeasureDefinition? clash = all.Find(measure => measure.Id == added.Id
            && (measure.EffectiveFrom ?? DateOnly.MinValue) < (added.EffectiveTo ?? DateOnly.MaxValue)
            && (added.EffectiveFrom ?? DateOnly.MinValue) < (measure.EffectiveTo ?? DateOnly.MaxValue));
        if (clash is not null)
        {
            throw ObjectReader.Fault(
                at.Value,
                "an id of its own, or effective dates that do not overlap",
                $"there is a measure '{added.Id}' already for {Span(clash)}");
        }
    }

    private static string ReadShipped(string name)
    {
        using Stream stream = typeof(MeasureCatalogue).Assembly.GetManifestResourceStream(
            ShippedName.Replace("measures.jsonc", name, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
