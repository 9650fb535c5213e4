using Complaints.Domain;
using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Complaints.Warehouse;

namespace Complaints.Measures.Tests.Disclosure;

/// <summary>
/// Somebody who may see no small number and wants one: asks for every table, then at random, and works with all that was answered.
/// </summary>
internal sealed class Attacker(FigureEngine engine, Principal principal, bool several)
{
    /// <summary>Whether every attacker asks for everything, and not what the check has time for.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("COMPLAINTS_LONG") is not null;

    /// <summary>Whether small numbers are taken out of exact answers here, and nothing beside them: what must not be enough.</summary>
    public bool HidesSmallAlone { get; init; }

    // What is closed is refused, which a test of its own holds.
    private string[] Open =>
    [
        .. engine.Catalogue.Definitions
            .Where(measure => measure.Fact == FactTables.Stage && !measure.IsClosedToViewers)
            .Where(measure => !measure.DividesByHomes || !By.Any(one => Dimensions.Find(one).SplitsHomes))
            .Select(measure => measure.Id),
    ];

    /// <summary>The warehouse, for who is to know what is hidden; null for an attacker.</summary>
    public IWarehouse? Truth { get; init; }

    /// <summary>The dimensions that figures are asked by.</summary>
    public string[] By { get => _dimensions; init => _dimensions = value; }

    private readonly string[] _dimensions =
        [
            .. (several ? ["landlord"] : Array.Empty<string>()),
            "stock_type",
            "service_area",
            "category",
            "channel",
            "quarter",
            // The finest make most of the equations: the long form has them.
            .. IsLong ? ["subcategory", "month"] : Array.Empty<string>(),
        ];

    private readonly Dictionary<string, long?> _cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tables = new(StringComparer.Ordinal);
    private readonly List<(string Part, IReadOnlyList<SortedDictionary<string, string>> Atoms, long Value)> _sums = [];

    public int Queries { get; private set; }

    public int Suppressed => _cells.Count(cell => cell.Value is null);

    public IReadOnlyDictionary<string, long?> Cells => _cells;

    /// <summary>Every table of two ways, and of one, and of none, by reporting year.</summary>
    public async Task AskTablesAsync(CancellationToken ct)
    {
        List<string[]> tables = [[], .. _dimensions.Select(one => new[] { one })];
        tables.AddRange(_dimensions.SelectMany(one => _dimensions
            .Where(other => string.CompareOrdinal(one, other) < 0 && !(one is "month" && other is "quarter"))
            .Select(other => new[] { one, other })));
        foreach (string[] table in tables)
        {
            FigureTable answer = await AskAsync(
                new FigureQuery { Measures = Open, GroupBy = ["reporting_year", .. table] }, ct);
            _tables.Add(string.Join(',', table.Order(StringComparer.Ordinal)));
            foreach (Figure figure in answer.Figures.Where(figure => !(figure.From > figure.To)))
            {
                Learn(figure, Constraints(figure));
            }
        }
    }

    /// <summary>Questions at random: lists of values, several years, quarters and months, one landlord or some.</summary>
    public async Task AskAtRandomAsync(int count, int seed, CancellationToken ct)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            string[] some = [.. random.GetItems(_dimensions, random.Next(3)).Distinct()];
            List<QueryFilter> filters =
            [
                .. some.Select(one => new QueryFilter(one, [.. random.GetItems([.. _values[one]], random.Next(1, 4)).Distinct()])),
            ];
            FigureQuery query = new()
            {
                Measures = [.. random.GetItems(Open, 2).Distinct()],
                Years = [.. random.GetItems([2023, 2024], random.Next(1, 3)).Distinct().Select(ReportingYear.FromStartYear)],
                Filters = filters,
                GroupBy = random.Next(2) == 0 ? ["reporting_year"] : [],
            };
            FigureTable answer;
            try
            {
                answer = await AskAsync(query, ct);
            }
            catch (Complaints.Domain.Errors.UserException)
            {
                continue;
            }

            foreach (Figure figure in answer.Figures.Where(figure => figure.State != CellState.Suppressed))
            {
                List<SortedDictionary<string, string>> atoms = [.. Atoms(query, figure)];
                foreach ((string part, _, bool above) in AttackedParts.All.Where(part => part.Measure == figure.Measure))
                {
                    _sums.Add((part, atoms, (long)(above ? figure.Numerator : figure.Denominator ?? 0)));
                }
            }
        }
    }

    /// <summary>
    /// The answers that are other sums than the attacker takes them for: with one of those anything follows, and nothing of it is true.
    /// </summary>
    public IEnumerable<string> Misread(IReadOnlyDictionary<string, long?> truth) => _sums
        .Where(sum => sum.Atoms.All(atom => _tables.Contains(Table(atom))))
        .Where(sum => sum.Atoms.Sum(atom => truth.GetValueOrDefault(Name(sum.Part, atom)) ?? 0) != sum.Value)
        .Select(sum => $"{string.Join(" + ", sum.Atoms.Select(atom => Name(sum.Part, atom)))} is not {sum.Value}");

    /// <summary>The hidden numbers that follow from what was answered.</summary>
    public HashSet<string> Recovered()
    {
        var equations = new Equations();
        foreach ((string cell, string dimension) in _cells.Keys.ToList().SelectMany(cell => Finer(cell).Select(finer => (cell, finer))))
        {
            (string part, SortedDictionary<string, string> at) = Read(cell);
            foreach (string[] values in Splits(at, dimension))
            {
                equations.Add(values.Select(value => Term(part, With(at, dimension, value), 1)).Append(Term(part, at, -1)));
            }
        }

        foreach (string place in _cells.Keys.Select(cell => cell[(cell.IndexOf('|', StringComparison.Ordinal) + 1)..]).Distinct().ToList())
        {
            SortedDictionary<string, string> at = Read($"x|{place}").At;
            foreach ((string whole, string[] parts) in AttackedParts.Sums)
            {
                // Of tenants and shared owners there are no others.
                bool nobody = at.GetValueOrDefault("stock_type") is "LCRA" or "LCHO";
                equations.Add(parts
                    .Where(part => !(part.StartsWith("other_", StringComparison.Ordinal) && nobody))
                    .Select(part => Term(part, at, 1))
                    .Append(Term(whole, at, -1)));
            }
        }

        foreach ((string part, IReadOnlyList<SortedDictionary<string, string>> atoms, long value) in _sums)
        {
            equations.Add([.. atoms.Select(atom => Term(part, atom, 1)), ("", -1, value)]);
        }

        return [.. equations.Determined().Where(_cells.ContainsKey)];
    }

    private async Task<FigureTable> AskAsync(FigureQuery query, CancellationToken ct)
    {
        Queries++;
        if (Truth is not null)
        {
            await using ISnapshot snapshot = await Truth.OpenSnapshotAsync(ct);
            (ResolvedQuery resolved, SourceCutOffs cutOffs) = await engine.ResolveAsync(snapshot, query, principal, ct);
            return await engine.AnswerAsync(snapshot, resolved with { HidesSmallNumbers = false }, cutOffs, ct);
        }

        return await engine.QueryAsync(query, principal, ct);
    }

    private void Learn(Figure figure, SortedDictionary<string, string> at)
    {
        foreach ((string dimension, string value) in at)
        {
            if (!_values.TryGetValue(dimension, out HashSet<string>? known))
            {
                _values.Add(dimension, known = []);
            }

            known.Add(value);
        }

        foreach ((string part, _, bool above) in AttackedParts.All.Where(part => part.Measure == figure.Measure))
        {
            string name = Name(part, at);
            _told.Add(part);
            long? value = figure.State == CellState.Suppressed ? null : (long)(above ? figure.Numerator : figure.Denominator ?? 0);
            value = HidesSmallAlone && value is > 0 and < Limits.SmallNumbers ? null : value;
            _cells[name] = value ?? _cells.GetValueOrDefault(name);
        }
    }

    private static SortedDictionary<string, string> Constraints(Figure figure) => new(
        figure.Dimensions.Where(value => value.Dimension != "landlord_name").ToDictionary(value => value.Dimension, value => value.Value),
        StringComparer.Ordinal);

    private static string Name(string part, SortedDictionary<string, string> at) =>
        $"{part}|{string.Join('|', at.Select(one => $"{one.Key}={one.Value}"))}";

    private static (string Part, SortedDictionary<string, string> At) Read(string name)
    {
        string[] parts = name.Split('|');
        return (parts[0], new SortedDictionary<string, string>(
            parts.Skip(1).Select(one => one.Split('=', 2)).ToDictionary(one => one[0], one => one[1]), StringComparer.Ordinal));
    }

    private static SortedDictionary<string, string> With(SortedDictionary<string, string> at, string dimension, string value)
    {
        var with = new SortedDictionary<string, string>(at, StringComparer.Ordinal) { [dimension] = value };
        if (dimension == "month")
        {
            with.Remove("quarter");
        }

        return with;
    }

    // What has no row is 0: the answer would say so if it were hidden.
    private (string Name, int Sign, long? Value) Term(string part, SortedDictionary<string, string> at, int sign)
    {
        string name = Name(part, at);
        bool asked = _tables.Contains(Table(at)) && _told.Contains(part);
        return (name, sign, _cells.TryGetValue(name, out long? value) ? value : asked ? 0 : null);
    }

    private static string Table(SortedDictionary<string, string> at) => string.Join(',', at.Keys.Where(key => key != "reporting_year"));

    private IEnumerable<string> Finer(string cell)
    {
        SortedDictionary<string, string> at = Read(cell).At;
        return _dimensions.Where(one => !at.ContainsKey(one) && !(one == "quarter" && at.ContainsKey("month"))
            && _tables.Contains(Table(With(at, one, ""))));
    }

    // The values over which a cell is a sum: of a quarter its months.
    private IEnumerable<string[]> Splits(SortedDictionary<string, string> at, string dimension)
    {
        string[] all = [.. _values[dimension]];
        string year = at["reporting_year"];
        yield return dimension switch
        {
            "quarter" => [.. all.Where(value => value.StartsWith(year, StringComparison.Ordinal))],
            "month" => [.. all.Where(value => Quarter(value).StartsWith(at.GetValueOrDefault("quarter", year), StringComparison.Ordinal))],
            _ => all,
        };
    }

    private static string Quarter(string month)
    {
        DateOnly day = DateOnly.ParseExact(month, "yyyy-MM", null);
        return $"{ReportingYear.Of(day)} Q{((day.Month + 8) % 12 / 3) + 1}";
    }

    private static IEnumerable<SortedDictionary<string, string>> Atoms(FigureQuery query, Figure figure)
    {
        IEnumerable<string> years = figure.ValueOf("reporting_year") is string one ? [one] : query.Years.Select(year => year.ToString());
        IEnumerable<SortedDictionary<string, string>> atoms =
            years.Select(year => new SortedDictionary<string, string>(StringComparer.Ordinal) { ["reporting_year"] = year });
        // A month stands in the place of its quarter, and of a quarter asked for those of its months count that are asked for too.
        foreach (QueryFilter filter in query.Filters.OrderBy(filter => filter.Dimension == "month" ? 1 : 0))
        {
            atoms = atoms.SelectMany(atom => filter.Values
                .Where(value => Exists(atom, filter.Dimension, value))
                .Select(value => With(atom, filter.Dimension, value)));
        }

        return atoms;
    }

    private static bool Exists(SortedDictionary<string, string> atom, string dimension, string value) => dimension switch
    {
        "quarter" => value.StartsWith(atom["reporting_year"], StringComparison.Ordinal),
        "month" => Quarter(value).StartsWith(atom.GetValueOrDefault("quarter", atom["reporting_year"]), StringComparison.Ordinal),
        _ => true,
    };
}
