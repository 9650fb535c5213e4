using System.Text;
using Complaints.Domain;
using Complaints.Domain.Figures;
using Complaints.Domain.Json;
using Complaints.Measures.Catalogue.Json;

namespace Complaints.Measures.Catalogue;

/// <summary>Reads one catalogue file. A fault is a <see cref="Complaints.Domain.Errors.UserException"/> with file, line and path.</summary>
internal sealed class CatalogueReader
{
    private readonly Dictionary<string, PopulationRule> _populations;

    private CatalogueReader(IEnumerable<PopulationRule> known) =>
        _populations = known.ToDictionary(population => population.Id, StringComparer.Ordinal);

    /// <summary>What a file holds: its own populations and measures, the measures with the line on which each stands.</summary>
    internal sealed record Content(
        IReadOnlyList<PopulationRule> Populations,
        IReadOnlyList<(MeasureDefinition Measure, ObjectReader At)> Measures);

    internal static Content Read(string text, string file, IEnumerable<PopulationRule> known)
    {
        var reader = new CatalogueReader(known);
        var root = new ObjectReader(LocatedJson.Read(Encoding.UTF8.GetBytes(text), file));
        List<PopulationRule> populations = [.. root.List("populations").Select(reader.Population)];
        List<(MeasureDefinition, ObjectReader)> measures = [.. root.List("measures").Select(reader.Measure)];
        root.Done();
        return new Content(populations, measures);
    }

    private PopulationRule Population(JsonValue value)
    {
        var reader = new ObjectReader(value);
        var population = new PopulationRule(
            reader.Id("id"),
            reader.Text("title"),
            [.. reader.List("exclusions").Select(Exclusion)],
            reader.Word("withdrawn", CatalogueWords.Withdrawn, WithdrawnPolicy.Keep),
            reader.Text("source"));
        reader.Done();
        return _populations.TryAdd(population.Id, population)
            ? population
            : throw ObjectReader.Fault(value, "an id of its own", $"there is a population '{population.Id}' already");
    }

    private Exclusion Exclusion(JsonValue value)
    {
        var reader = new ObjectReader(value);
        var exclusion = new Exclusion(
            reader.Id("reason"),
            reader.Text("title"),
            ConditionReader.Read(reader.Required("when")));
        reader.Done();
        return exclusion;
    }

    private (MeasureDefinition Measure, ObjectReader At) Measure(JsonValue value)
    {
        var reader = new ObjectReader(value);
        MeasureKind kind = reader.Word("kind", CatalogueWords.Kinds);
        Aggregate numerator = Aggregate(reader.Required("numerator"));
        Aggregate? denominator = Denominator(reader, kind);
        PopulationRule population = PopulationOf(reader);
        Condition? stated = reader.Optional("base") is JsonValue condition ? ConditionReader.Read(condition) : null;
        var measure = new MeasureDefinition
        {
            Id = reader.Id("id"),
            Title = reader.Text("title"),
            Unit = reader.Text("unit"),
            Kind = kind,
            Numerator = numerator,
            Denominator = denominator,
            Base = stated ?? (denominator ?? numerator).Where,
            Population = population.Title,
            PopulationRule = population,
            DateRole = reader.Word("date_role", CatalogueWords.DateRoles),
            EffectiveFrom = reader.Date("effective_from"),
            EffectiveTo = reader.Date("effective_to"),
            DecimalPlaces = reader.Number("decimal_places", 0, Limits.DecimalPlaces, otherwise: 1),
            Rounding = reader.Word("rounding", CatalogueWords.Roundings, RoundingMode.HalfUp),
            Direction = reader.Word("direction", CatalogueWords.Directions, GoodDirection.Neutral),
            StatutoryLimit = reader.OptionalText("statutory_limit"),
            Source = reader.Text("source"),
        };
        reader.Done();
        RequireOrder(reader, measure);
        return (measure with { Population = measure.Describe(population.Withdrawn) }, reader);
    }

    private static Aggregate? Denominator(ObjectReader reader, MeasureKind kind)
    {
        JsonValue? value = reader.Optional("denominator");
        bool needed = kind is MeasureKind.Percent or MeasureKind.Mean;
        return (value, needed) switch
        {
            (null, true) => throw ObjectReader.Fault(
                reader.Value,
                "a denominator",
                $"a measure of kind '{CatalogueWords.Word(CatalogueWords.Kinds, kind)}' has no denominator"),
            (not null, false) => throw ObjectReader.Fault(
                value,
                "no denominator: a count has none, and homes are taken from the stock",
                $"a measure of kind '{CatalogueWords.Word(CatalogueWords.Kinds, kind)}' has a denominator"),
            (null, false) => null,
            (not null, true) => Aggregate(value),
        };
    }

    private static Aggregate Aggregate(JsonValue value)
    {
        var reader = new ObjectReader(value);
        if (reader.Optional("count") is JsonValue count)
        {
            reader.Done();
            return new Aggregate(ConditionReader.Read(count));
        }

        string name = reader.Text("sum");
        Condition where = ConditionReader.Read(reader.Required("where"));
        reader.Done();
        List<StageField> summable =
            [
                .. TestableFields.ByName.Values.Where(
                    field => field is { Type: FieldType.Number, Source: FieldOrigin.Fact } && field != TestableFields.Stage),
            ];
        StageField? sum = summable.Find(field => field.Name == name);
        return sum is not null
            ? new Aggregate(where, sum)
            : throw ObjectReader.Fault(
                reader.Required("sum"),
                $"one of {string.Join(", ", summable.Select(field => field.Name))}",
                ObjectReader.Unknown(name, summable.Select(field => field.Name)));
    }

    private PopulationRule PopulationOf(ObjectReader reader)
    {
        string id = reader.Text("population");
        return _populations.TryGetValue(id, out PopulationRule? population)
            ? population
            : throw ObjectReader.Fault(
                reader.Required("population"),
                $"one of {string.Join(", ", _populations.Keys)}, or one defined under 'populations'",
                ObjectReader.Unknown(id, _populations.Keys));
    }

    private static void RequireOrder(ObjectReader reader, MeasureDefinition measure)
    {
        if (measure.EffectiveFrom is DateOnly from && measure.EffectiveTo is DateOnly to && to <= from)
        {
            throw ObjectReader.Fault(reader.Required("effective_to"), "a day after effective_from", "the definition ends before it begins");
        }
    }
}
