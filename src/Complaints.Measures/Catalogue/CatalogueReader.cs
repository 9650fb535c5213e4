using System.Text;
using Complaints.Domain;
using Complaints.Domain.Figures;
using Complaints.Domain.Json;
using Complaints.Measures.Catalogue.Json;

namespace Complaints.Measures.Catalogue;

/// <summary>
/// Reads one catalogue file. What is wrong is gathered as <see cref="Complaints.Domain.Errors.UserException"/>s with file, line and path; a
/// population or measure with a fault is left out of what was read.
/// </summary>
internal sealed class CatalogueReader
{
    private readonly Dictionary<string, PopulationRule> _populations;
    private readonly CatalogueFaults _faults;

    private CatalogueReader(IEnumerable<PopulationRule> known, CatalogueFaults faults)
    {
        _populations = known.ToDictionary(population => population.Id, StringComparer.Ordinal);
        _faults = faults;
    }

    /// <summary>What a file holds: its own populations and measures, the measures with the line on which each stands.</summary>
    internal sealed record Content(
        IReadOnlyList<PopulationRule> Populations,
        IReadOnlyList<(MeasureDefinition Measure, ObjectReader At)> Measures);

    internal static Content Read(string text, string file, IEnumerable<PopulationRule> known, CatalogueFaults faults)
    {
        var reader = new CatalogueReader(known, faults);
        if (faults.Of(() => new ObjectReader(LocatedJson.Read(Encoding.UTF8.GetBytes(text), file)), null!) is not ObjectReader root)
        {
            return new Content([], []);
        }

        List<PopulationRule> populations =
            [.. reader.Items(root, "populations").Select(value => reader.Whole(() => reader.Population(value))).OfType<PopulationRule>()];
        faults.Of(() => _ = root.Required("measures"));
        List<(MeasureDefinition, ObjectReader)> measures =
        [
            .. reader.Items(root, "measures")
                .Select(value => reader.Whole(() => reader.Measure(value)))
                .OfType<(MeasureDefinition, ObjectReader)>(),
        ];
        faults.Of(root.Done);
        return new Content(populations, measures);
    }

    private IReadOnlyList<JsonValue> Items(ObjectReader reader, string name) => _faults.Of(() => reader.List(name), []);

    // What was read with a fault in it is made in part of what stands in for its faulty parts.
    private object? Whole<T>(Func<T> read)
    {
        int before = _faults.All.Count;
        T? value = _faults.Of(read, default!);
        return _faults.All.Count == before ? value : null;
    }

    private PopulationRule Population(JsonValue value)
    {
        var reader = new ObjectReader(value);
        FactTable fact = FactOf(reader);
        var population = new PopulationRule(
            _faults.Of(() => reader.Id("id"), ""),
            _faults.Of(() => reader.Text("title"), ""),
            [
                .. Items(reader, "exclusions").Select(
                    exclusion => _faults.Of(() => Exclusion(exclusion, fact), Catalogue.Exclusion.OfMissingHomes)),
            ],
            _faults.Of(() => reader.Word("withdrawn", CatalogueWords.Withdrawn, WithdrawnPolicy.Keep), WithdrawnPolicy.Keep),
            _faults.Of(() => reader.Text("source"), ""))
        {
            Fact = fact,
        };
        _faults.Of(reader.Done);

        // One with a fault is known all the same: the measures that name it have none by that.
        return population.Id.Length == 0 || _populations.TryAdd(population.Id, population)
            ? population
            : throw ObjectReader.Fault(value, "an id of its own", $"there is a population '{population.Id}' already");
    }

    private Exclusion Exclusion(JsonValue value, FactTable fact)
    {
        var reader = new ObjectReader(value);
        var exclusion = new Exclusion(
            _faults.Of(() => reader.Id("reason"), ""),
            _faults.Of(() => reader.Text("title"), ""),
            Condition(() => reader.Required("when"), fact));
        _faults.Of(reader.Done);
        return exclusion;
    }

    private (MeasureDefinition Measure, ObjectReader At) Measure(JsonValue value)
    {
        var reader = new ObjectReader(value);
        int before = _faults.All.Count;
        FactTable fact = FactOf(reader);
        MeasureKind kind = _faults.Of(() => reader.Word("kind", CatalogueWords.Kinds), default);
        Aggregate numerator = _faults.Of(() => Aggregate(reader.Required("numerator"), fact), s_none);
        Aggregate? denominator = _faults.Of(() => Denominator(reader, kind, fact, numerator), null);
        if (_faults.All.Count == before)
        {
            _faults.Of(() => RequireStatistic(reader, kind, numerator, denominator));
        }

        PopulationRule population = _faults.Of(() => PopulationOf(reader, fact), s_nobody);
        Condition? stated = reader.Optional("base") is JsonValue condition ? Condition(() => condition, fact) : null;
        var measure = new MeasureDefinition
        {
            Id = _faults.Of(() => reader.Id("id"), ""),
            Title = _faults.Of(() => reader.Text("title"), ""),
            Unit = _faults.Of(() => reader.Text("unit"), ""),
            Kind = kind,
            Numerator = numerator,
            Denominator = denominator,
            Base = stated ?? (denominator ?? numerator).Where,
            Population = population.Title,
            PopulationRule = population,
            Fact = fact,
            DateRole = _faults.Of(() => RoleOf(reader, fact), DateRole.Made),
            EffectiveFrom = _faults.Of(() => reader.Date("effective_from"), null),
            EffectiveTo = _faults.Of(() => reader.Date("effective_to"), null),
            DecimalPlaces = _faults.Of(() => reader.Number("decimal_places", 0, Limits.DecimalPlaces, otherwise: 1), 1),
            Rounding = _faults.Of(() => reader.Word("rounding", CatalogueWords.Roundings, RoundingMode.HalfUp), RoundingMode.HalfUp),
            Direction = _faults.Of(() => reader.Word("direction", CatalogueWords.Directions, GoodDirection.Neutral), GoodDirection.Neutral),
            IsClosedToViewers = _faults.Of(() => IsClosed(reader), false) || numerator.Statistic is not null,
            StatutoryLimit = _faults.Of(() => reader.OptionalText("statutory_limit"), null),
            Source = _faults.Of(() => reader.Text("source"), ""),
        };
        _faults.Of(reader.Done);
        _faults.Of(() => RequireOrder(reader, measure));
        return _faults.All.Count > before
            ? (measure, reader)
            : (measure with { Population = measure.Describe(population.Withdrawn) }, reader);
    }

    private Condition Condition(Func<JsonValue> value, FactTable fact) =>
        _faults.Of(() => new ConditionReader(fact, _faults).Read(value()), Catalogue.Condition.Always);

    private Aggregate? Denominator(ObjectReader reader, MeasureKind kind, FactTable fact, Aggregate above)
    {
        JsonValue? value = reader.Optional("denominator");
        bool needed = kind is MeasureKind.Percent or MeasureKind.Mean;
        return (value, needed) switch
        {
            // Where the kind is not known, neither is whether there is to be one.
            (_, _) when kind == default => value is null ? null : Aggregate(value, fact),
            (null, true) => throw ObjectReader.Fault(
                reader.Value,
                "a denominator",
                $"a measure of kind '{CatalogueWords.Word(CatalogueWords.Kinds, kind)}' has no denominator"),
            (not null, false) => throw ObjectReader.Fault(
                value,
                "no denominator: a count has none, homes are taken from the stock, and a quantile is of what it is made of",
                $"a measure of kind '{CatalogueWords.Word(CatalogueWords.Kinds, kind)}' has a denominator"),
            (null, false) => kind == MeasureKind.Quantile ? new Aggregate(above.Where) : null,
            (not null, true) => Aggregate(value, fact),
        };
    }

    private Aggregate Aggregate(JsonValue value, FactTable fact)
    {
        var reader = new ObjectReader(value);
        if (reader.Optional("count") is JsonValue count)
        {
            _faults.Of(reader.Done);
            return new Aggregate(Rows(count, fact));
        }

        JsonValue? sum = reader.Optional("sum");
        JsonValue? quantile = sum is null ? reader.Optional("quantile") : null;
        JsonValue? repeated = sum is null && quantile is null ? reader.Optional("repeated") : null;
        JsonValue named = sum ?? quantile ?? repeated ?? reader.Optional("distinct")
            ?? throw ObjectReader.Fault(
                value,
                "count, or sum, distinct, quantile or repeated with where",
                "there is neither 'count', 'sum', 'distinct', 'quantile' nor 'repeated'");
        Condition where = _faults.Of(() => Rows(reader.Required("where"), fact), Catalogue.Condition.Always);
        if (quantile is not null)
        {
            int percent = Stated(reader, "percent", 1, 99);
            FactField field = Named(named, WholeNumbers(fact), $"of {fact.Rows} that is a whole number");
            return new Aggregate(Known(where, field), Statistic: new ValueQuantile(field, percent));
        }

        if (repeated is not null)
        {
            int times = Stated(reader, "at_least", 1, Limits.RepeatedTimes);
            FactField field = Named(named, fact.Repeated, $"that {fact.Rows} have in common");
            return new Aggregate(Known(where, field), Statistic: new RepeatedValues(field, times));
        }

        _faults.Of(reader.Done);
        return sum is null
            ? new Aggregate(where, Distinct: Named(named, fact.Keys, $"of which {fact.Rows} have different ones"))
            : new Aggregate(where, Sum: Named(named, Summable(fact), $"that can be added up over {fact.Rows}"));
    }

    // The whole population, where a measure counts all of it.
    private Condition Rows(JsonValue value, FactTable fact) =>
        value is JsonText { Value: "all" } ? Catalogue.Condition.Always : Condition(() => value, fact);

    private static FactField Named(JsonValue value, IReadOnlyDictionary<string, FactField> fields, string which)
    {
        string name = ObjectReader.Text(value);
        return fields.TryGetValue(name, out FactField? field)
            ? field
            : throw ObjectReader.Fault(
                value,
                fields.Count == 0 ? $"a field {which}: there is none" : $"one of {string.Join(", ", fields.Keys)}",
                ObjectReader.Unknown(name, fields.Keys));
    }

    private int Stated(ObjectReader reader, string name, int least, int most)
    {
        _ = reader.Required(name);
        int number = _faults.Of(() => reader.Number(name, least, most, otherwise: least), least);
        _faults.Of(reader.Done);
        return number;
    }

    // What is made of values counts the rows that have one.
    private static Condition Known(Condition where, FactField field)
    {
        FieldTest known = field == TestableFields.Resident
            ? new FieldTest(TestableFields.ResidentKnown, ConditionOperator.Equal, [true])
            : new FieldTest(field, ConditionOperator.IsNotNull, []);
        return !field.IsNullable || (where is AllOf all && all.Conditions.OfType<FieldTest>().Any(test => IsSame(test, known)))
            ? where
            : Catalogue.Condition.And(where, known);
    }

    private static bool IsSame(FieldTest left, FieldTest right) =>
        left.Field == right.Field && left.Operator == right.Operator && left.Values.SequenceEqual(right.Values);

    // A kind says how the numbers become the value, so a statistic has one of its own, and the other kinds have none.
    private static void RequireStatistic(ObjectReader reader, MeasureKind kind, Aggregate above, Aggregate? below)
    {
        if ((above.Statistic is ValueQuantile) != (kind == MeasureKind.Quantile))
        {
            throw ObjectReader.Fault(
                reader.Required("numerator"),
                kind == MeasureKind.Quantile ? "a quantile" : "count, sum, distinct or repeated",
                $"a measure of kind '{CatalogueWords.Word(CatalogueWords.Kinds, kind)}' has {(above.Statistic is ValueQuantile ? "a quantile" : "none")}");
        }

        // Cases of a ratio are told by what they meet, and how often a value stands in them is no condition on one.
        if (below?.Statistic is not null || (above.Statistic is RepeatedValues && kind != MeasureKind.Count))
        {
            throw ObjectReader.Fault(
                reader.Required(below?.Statistic is null ? "numerator" : "denominator"),
                "count, sum or distinct",
                "a quantile is a measure by itself, and so is a number of repeated values");
        }
    }

    private static Dictionary<string, FactField> WholeNumbers(FactTable fact) => Summable(fact)
        .Where(field => field.Value.Type == FieldType.Number)
        .ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, FactField> Summable(FactTable fact) => fact.Fields.Values
        .Where(field => field is
        {
            Type: FieldType.Number or FieldType.Amount,
            Source: FieldOrigin.Fact or FieldOrigin.CalendarDays,
            Values: null,
        })
        .ToDictionary(field => field.Name, StringComparer.Ordinal);

    private FactTable FactOf(ObjectReader reader) => _faults.Of(
        () => reader.OptionalText("fact") is not string name ? FactTables.Stage
            : FactTables.ByName.TryGetValue(name, out FactTable? fact) ? fact
            : throw ObjectReader.Fault(
                reader.Required("fact"),
                $"one of {string.Join(", ", FactTables.ByName.Keys)}",
                ObjectReader.Unknown(name, FactTables.ByName.Keys)),
        FactTables.Stage);

    private static DateRole RoleOf(ObjectReader reader, FactTable fact)
    {
        DateRole role = reader.Word("date_role", CatalogueWords.DateRoles);
        return fact.Days.ContainsKey(role)
            ? role
            : throw ObjectReader.Fault(
                reader.Required("date_role"),
                $"one of {string.Join(", ", fact.Days.Keys.Select(known => CatalogueWords.Word(CatalogueWords.DateRoles, known)))}",
                $"{fact.Rows} have no such day");
    }

    private static bool IsClosed(ObjectReader reader) => reader.OptionalText("small_numbers") switch
    {
        null or "kept_hidden" => false,
        "closed" => true,
        string other => throw ObjectReader.Fault(
            reader.Required("small_numbers"), "kept_hidden or closed", ObjectReader.Unknown(other, ["kept_hidden", "closed"])),
    };

    private PopulationRule PopulationOf(ObjectReader reader, FactTable fact)
    {
        string id = reader.Text("population");
        List<string> known = [.. _populations.Values.Where(population => population.Fact == fact).Select(population => population.Id)];
        return _populations.TryGetValue(id, out PopulationRule? population) && population.Fact == fact
            ? population
            : throw ObjectReader.Fault(
                reader.Required("population"),
                $"one of {string.Join(", ", known)}, or one defined under 'populations'",
                population is null ? ObjectReader.Unknown(id, known) : $"the population '{id}' is of {population.Fact.Rows}, not of {fact.Rows}");
    }

    private static readonly Aggregate s_none = new(Catalogue.Condition.Always);

    private static readonly PopulationRule s_nobody = new("", "", [], WithdrawnPolicy.Keep, "");

    private static void RequireOrder(ObjectReader reader, MeasureDefinition measure)
    {
        if (measure.EffectiveFrom is DateOnly from && measure.EffectiveTo is DateOnly to && to <= from)
        {
            throw ObjectReader.Fault(reader.Required("effective_to"), "a day after effective_from", "the definition ends before it begins");
        }
    }
}
