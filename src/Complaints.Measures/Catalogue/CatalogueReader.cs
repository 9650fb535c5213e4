using Complaints.Domain;
using Complaints.Domain.Figures;
using Complaints.Measures.Catalogue.Json;

namespace Complaints.Measures.Catalogue;

/// <summary>Reads one catalogue file. A fault is a <see cref="Complaints.Domain.Errors.UserException"/> with file, line and path.</summary>
internal sealed class CatalogueReader
{
    private readonly string _file;
    private readonly Dictionary<string, PopulationRule> _populations;

    private CatalogueReader(string file, IEnumerable<PopulationRule> known)
    {
        _file = file;
        _populations = known.ToDictionary(population => population.Id, StringComparer.Ordinal);
    }

    /// <summary>What a file holds: its own populations and measures, the measures with the line on which each stands.</summary>
    internal sealed record Content(
        IReadOnlyList<PopulationRule> Populations,
        IReadOnlyList<(MeasureDefinition Measure, ObjectReader At)> Measures);

    internal static Content Read(string text, string file, IEnumerable<PopulationRule> known)
    {
        var reader = new CatalogueReader(file, known);
        var root = new ObjectReader(LocatedJson.Read(text, file), file);
        List<PopulationRule> populations = [.. root.List("populations").Select(reader.Population)];
        List<(MeasureDefinition, ObjectReader)> measures = [.. root.List("measures").Select(reader.Measure)];
        root.Done();
        return new Content(populations, measures);
    }

    private PopulationRule Population(LocatedValue value)
    {
        var reader = new ObjectReader(value, _file);
        var population = new PopulationRule(
            reader.Id("id"),
            reader.Text("title"),
            [.. reader.List("exclusions").Select(Exclusion)],
            reader.Word("withdrawn", CatalogueWords.Withdrawn, WithdrawnPolicy.Keep),
            reader.Text("source"));
        reader.Done();
        return _populations.TryAdd(population.Id, population)
            ? population
            : throw reader.Fault(value, "an id of its own", $"there is a population '{population.Id}' already");
    }

    private Exclusion Exclusion(LocatedValue value)
    {
        var reader = new ObjectReader(value, _file);
        var exclusion = new Exclusion(
            reader.Id("reason"),
            reader.Text("title"),
            ConditionReader.Read(reader.Required("when"), _file));
        reader.Done();
        return exclusion;
    }

    private (MeasureDefinition Measure, ObjectReader At) Measure(LocatedValue value)
    {
        var reader = new ObjectReader(value, _file);
        MeasureKind kind = reader.Word("kind", CatalogueWords.Kinds);
        Aggregate numerator = Aggregate(reader.Required("numerator"));
        Aggregate? denominator = Denominator(reader, kind);
        PopulationRule population = PopulationOf(reader);
        Condition? stated = reader.Optional("base") is LocatedValue condition ? ConditionReader.Read(condition, _file) : null;
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

    private Aggregate? Denominator(ObjectReader reader, MeasureKind kind)
    {
        LocatedValue? value = reader.Optional("denominator");
        bool needed = kind is MeasureKind.Percent or MeasureKind.Mean;
        return (value, needed) switch
        {
            (null, true) => throw reader.Fault(
                reader.Value,
                "a denominator",
                $"a measure of kind '{CatalogueWords.Word(CatalogueWords.Kinds, kind)}' has no denominator"),
            (not null, false) => throw reader.Fault(
                value,
                "no denominator: a count has none, and homes are taken from the stock",
                $"a measure of kind '{CatalogueWords.Word(CatalogueWords.Kinds, kind)}' has a denominator"),
            (null, false) => null,
            (not null, true) => Aggregate(value),
        };
    }

    private Aggregate Aggregate(LocatedValue value)
    {
        var reader = new ObjectReader(value, _file);
        if (reader.Optional("count") is LocatedValue count)
        {
            reader.Done();
            return new Aggregate(ConditionReader.Read(count, _file));
        }

        string name = reader.Text("sum");
        Condition where = ConditionReader.Read(reader.Required("where"), _file);
        reader.Done();
        List<StageField> summable =
            [
                .. TestableFields.ByName.Values.Where(
                    field => field is { Type: FieldType.Number, Source: FieldOrigin.Fact } && field != TestableFields.Stage),
            ];
        StageField? sum = summable.Find(field => field.Name == name);
        return sum is not null
            ? new Aggregate(where, sum)
            : throw reader.Fault(
                reader.Required("sum"),
                $"one of {string.Join(", ", summable.Select(field => field.Name))}",
                ObjectReader.Unknown(name, summable.Select(field => field.Name)));
    }

    private PopulationRule PopulationOf(ObjectReader reader)
    {
        string id = reader.Text("population");
        return _populations.TryGetValue(id, out PopulationRule? population)
            ? population
            : throw reader.Fault(
                reader.Required("population"),
                $"one of {string.Join(", ", _populations.Keys)}, or one defined under 'populations'",
                ObjectReader.Unknown(id, _populations.Keys));
    }

    private static void RequireOrder(ObjectReader reader, MeasureDefinition measure)
    {
        if (measure.EffectiveFrom is DateOnly from && measure.EffectiveTo is DateOnly to && to <= from)
        {
            throw reader.Fault(reader.Required("effective_to"), "a day after effective_from", "the definition ends before it begins");
        }
    }
}
