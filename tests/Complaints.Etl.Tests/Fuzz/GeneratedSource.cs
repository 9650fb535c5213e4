using System.Globalization;
using System.Text;

namespace Complaints.Etl.Tests.Fuzz;

/// <summary>
/// A source system that keeps cases, changes some from extract to extract, and writes some rows wrongly. It names the landlord of a case,
/// or only its home.
/// </summary>
internal sealed class GeneratedSource(Random random, string system, bool isWide, GeneratedHomes? homes = null)
{
    private const int OneWrongIn = 12;

    private static readonly string[] s_fields =
    [
        "received_on", "logged_on", "acknowledged_on", "responded_on", "extension_agreed_on", "extension_to", "extension_reason",
        "ombudsman_details_given", "status", "outcome",
    ];

    private readonly SortedDictionary<string, List<PlainStage>> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Case, int Number), PlainStage> _loaded = [];
    private readonly Dictionary<(string Case, int Number), PlainStage> _told = [];
    private readonly Dictionary<string, (string Line, IReadOnlyList<PlainStage> Stages)> _wrong = new(StringComparer.Ordinal);
    private int _next = 1;

    public string System => system;

    /// <summary>What a warehouse should hold of it after the extracts written so far.</summary>
    public IReadOnlyCollection<PlainStage> Loaded => _loaded.Values;

    /// <summary>What its extracts said and the warehouse cannot hold, because the row was written wrongly.</summary>
    public IEnumerable<PlainStage> HeldBack =>
        _told.Where(told => _loaded.GetValueOrDefault(told.Key) != told.Value).Select(told => told.Value);

    /// <summary>The columns of its extracts.</summary>
    public IReadOnlyList<string> Columns =>
    [
        "case_reference",
        .. homes is null ? (string[])["landlord_code", "stock_type"] : ["asset", "uprn"],
        "category",
        .. isWide ? s_fields.Select(name => name + "_1").Concat(s_fields.Select(name => name + "_2")) : ["stage", .. s_fields],
    ];

    public string Mapping(bool isFull)
    {
        IEnumerable<string> columns = Columns.Where(column => column != "asset" && column != "uprn").Select(column =>
            column[^2] == '_' && isWide ? $"\"stage{column[^1]}.{column[..^2]}\": \"{column}\"" : $"\"{column}\": \"{column}\"");
        string landlord = homes is null ? "" : $$"""
            , "landlord": { "through": "property_reference", "column": "asset", "uprn_column": "uprn", "allocator": "{{(isWide ? "HOUSING" : "CRM")}}" }
            """;
        return $$"""
            { "mapping": "{{system}}", "version": 1, "source": { "system": "{{system}}", "format": "csv" },
              "target": "{{(isWide ? "complaint" : "stage")}}", "mode": "{{(isFull ? "full" : "incremental")}}", "date_order": "dmy",
              "columns": { {{string.Join(", ", columns)}} }{{landlord}} }
            """;
    }

    /// <summary>The next extract: new cases, some restated, some gone where it is full, a few rows wrong and right the next time.</summary>
    public string Extract(DateOnly date, bool isFull, int added)
    {
        HashSet<string> written = [];
        for (int i = 0; i < added; i++)
        {
            string reference = string.Create(CultureInfo.InvariantCulture, $"{system}-{_next++:0000}");
            _cases[reference] = Case(reference, date);
            written.Add(reference);
        }

        foreach (string reference in _cases.Keys.ToList())
        {
            int chance = random.Next(100);
            if (chance < 12 && _cases[reference].Count == 1 && !written.Contains(reference))
            {
                _cases[reference] = [Case(reference, date)[0]];
                written.Add(reference);
            }
            else if (chance < 14 && chance >= 12 && isFull && !written.Contains(reference))
            {
                _cases.Remove(reference);
            }
        }

        if (isFull)
        {
            written = [.. _cases.Keys];
            foreach ((string Case, int Number) gone in _told.Keys.Where(key => !_cases.ContainsKey(key.Case)).ToList())
            {
                _loaded.Remove(gone);
                _told.Remove(gone);
            }
        }

        return Text(written, date, isFull);
    }

    /// <summary>
    /// An export of what the last extract held back, with every row that the source knows written right; null where there is none to mend.
    /// </summary>
    public string? Mend(string export)
    {
        string[] lines = export.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] header = lines[0].Split(',');
        int own = Columns.Count;
        if (header.Length < own || !header.Take(own).SequenceEqual(Columns))
        {
            return null;
        }

        int extra = header.Skip(own).TakeWhile(name => name.StartsWith("_extra", StringComparison.Ordinal)).Count();
        var text = new StringBuilder(lines[0] + "\n");
        int mended = 0;
        foreach (string[] cells in lines.Skip(1).Select(line => line.Split(',', own + extra + 1)))
        {
            string reference = cells[0].TrimEnd('\u200B');
            if (_wrong.Remove(reference, out (string Line, IReadOnlyList<PlainStage> Stages) right))
            {
                // Where the last cells of the row are rightly empty, the person says so by emptying the rule.
                const string Rule = "missing-cells";
                string added = right.Line.EndsWith(',') && cells[^1].StartsWith(Rule, StringComparison.Ordinal)
                    ? cells[^1][Rule.Length..]
                    : cells[^1];
                text.Append(right.Line).Append(',', extra).Append(',').Append(added).Append('\n');
                Take(right.Stages);
                mended++;
            }
        }

        return mended == 0 ? null : text.ToString();
    }

    private string Text(HashSet<string> written, DateOnly date, bool isFull)
    {
        _wrong.Clear();
        var text = new StringBuilder(string.Join(',', Columns) + "\n");
        foreach (List<PlainStage> stages in written.Order(StringComparer.Ordinal).Select(reference => _cases[reference]))
        {
            bool wrong = random.Next(OneWrongIn) == 0;
            foreach (IReadOnlyList<PlainStage> row in isWide ? [stages] : stages.Select(stage => (IReadOnlyList<PlainStage>)[stage]))
            {
                string line = string.Join(',', Cells(row));
                foreach (PlainStage stage in row)
                {
                    _told[(stage.Case, stage.Number)] = stage;
                }

                if (!wrong || row[^1] != stages[^1])
                {
                    text.Append(line).Append('\n').Append(!isWide && random.Next(60) == 0 ? line + "\n" : "");
                    Take(row);
                    continue;
                }

                int kind = random.Next(RowFaults.Kinds);
                foreach (string spoilt in RowFaults.Spoil(random, kind, Faulty(row, stages[0].Received, date)))
                {
                    text.Append(spoilt).Append('\n');
                }

                if (kind != 15)
                {
                    _wrong[row[0].Case] = (line, row);
                }
                else if (isFull)
                {
                    // What was loaded under a reference that cannot be read now is withdrawn: the file lacks it.
                    row.ToList().ForEach(stage => _loaded.Remove((stage.Case, stage.Number)));
                }
            }
        }

        return text.ToString();
    }

    private FaultyRow Faulty(IReadOnlyList<PlainStage> row, DateOnly first, DateOnly extract)
    {
        PlainStage stage = row[^1];
        int fields = isWide ? 4 : 5;
        int other = homes is null ? -1 : Enumerable.Range(0, 40)
            .Select(_ => homes.Owned(random, [.. row.Select(told => told.Received)]))
            .FirstOrDefault(home => row.All(told => homes.On(home, told.Received)!.Value.Landlord != told.Landlord), -1);
        return new FaultyRow
        {
            Cells = Cells(row),
            Stages = row,
            Extract = extract,
            First = first,
            Received = isWide && row.Count == 2 ? fields + s_fields.Length : fields,
            FirstReceived = fields,
            StageCell = isWide ? null : 4,
            IsThroughHome = homes is not null,
            Asset = homes is null ? "" : isWide ? homes.Reference(stage.Home) : homes.Called(stage.Home, stage.Received),
            OtherUprn = other < 0 ? null : homes!.Uprn(other),
        };
    }

    private void Take(IEnumerable<PlainStage> stages)
    {
        foreach (PlainStage stage in stages)
        {
            _loaded[(stage.Case, stage.Number)] = stage;
        }
    }

    private string[] Cells(IReadOnlyList<PlainStage> row)
    {
        PlainStage first = row[0];
        string[] whose = homes is null ? [first.Landlord, first.Stock] : [first.Asset, first.Uprn];
        return
        [
            first.Case, .. whose, first.Category,
            .. isWide
                ? Fields(first).Concat(row.Count == 2 ? Fields(row[1]) : s_fields.Select(_ => ""))
                : Fields(first).Prepend(first.Number.ToString(CultureInfo.InvariantCulture)),
        ];
    }

    private static string[] Fields(PlainStage stage) =>
    [
        RowFaults.Day(stage.Received), RowFaults.Day(stage.Logged), RowFaults.Day(stage.Acknowledged), RowFaults.Day(stage.Responded),
        RowFaults.Day(stage.Agreed), RowFaults.Day(stage.To), stage.Reason, stage.Details ? "yes" : "", stage.Status, stage.Outcome,
    ];

    private List<PlainStage> Case(string reference, DateOnly extract)
    {
        DateOnly received = new DateOnly(2023, 4, 1).AddDays(random.Next(extract.DayNumber - new DateOnly(2023, 4, 1).DayNumber));
        DateOnly escalated = received.AddDays(30 + random.Next(40));
        bool escalates = random.Next(4) == 0 && escalated <= extract;
        int home = homes?.Owned(random, escalates ? [received, escalated] : [received]) ?? -1;
        (string Landlord, string Stock) drawn =
            (random.Next(2) == 0 ? "A1" : "B2", random.Next(10) switch { 0 => "NEITHER", < 4 => "LCHO", _ => "LCRA" });
        string category = random.Next(4) switch { 0 => "", 1 => "Not recorded", 2 => "Repairs", _ => "Noise" };
        PlainStage first = Stage(reference, 1, received, extract, drawn, home) with { Category = category };
        return escalates ? [first, Stage(reference, 2, escalated, extract, drawn, home) with { Category = category }] : [first];
    }

    private PlainStage Stage(string reference, int number, DateOnly received, DateOnly extract, (string, string) drawn, int home)
    {
        DateOnly? responded = Within(received.AddDays(random.Next(number == 1 ? 45 : 70)), extract, 6);
        bool extends = random.Next(3) == 0;
        (string landlord, string stock) = homes?.On(home, received) ?? drawn;
        string status = random.Next(15) switch { 0 => "refused", 1 => "withdrawn", _ => "accepted" };
        (string asset, string uprn) = homes is null ? ("", "") : Written(homes, home, received);
        return new PlainStage
        {
            Case = reference,
            Number = number,
            Landlord = landlord,
            Stock = stock,
            Home = home,
            Asset = asset,
            Uprn = uprn,
            Received = received,
            Logged = Within(received.AddDays(random.Next(6)), extract, 3),
            Acknowledged = Within(received.AddDays(random.Next(9)), extract, 5),
            Responded = responded,
            Agreed = extends ? Within(received.AddDays(random.Next(30)), extract, 4) : null,
            To = extends && random.Next(4) > 0 ? received.AddDays(10 + random.Next(60)) : null,
            Reason = extends && random.Next(3) > 0 ? "parts" : "",
            Details = extends && random.Next(3) > 0,
            Status = status,
            Outcome = status != "accepted" ? random.Next(2) == 0 ? status : ""
                : responded is null ? ""
                : random.Next(4) switch { 0 => "upheld", 1 => "partially_upheld", 2 => "not_upheld", _ => "" },
        };
    }

    // As people write it: as it stands, in small letters, with its UPRN, or only by that. A row per complaint names its home by the
    // register.
    private (string Asset, string Uprn) Written(GeneratedHomes known, int home, DateOnly day)
    {
        string called = isWide ? known.Reference(home) : known.Called(home, day);
        return random.Next(5) switch
        {
            0 => (called.ToLowerInvariant(), ""),
            1 => ("", known.Uprn(home)),
            2 => ("QQ78", known.Uprn(home)),
            3 => (called, known.Uprn(home)),
            _ => (called, ""),
        };
    }

    private DateOnly? Within(DateOnly day, DateOnly extract, int oneInNone) => day > extract || random.Next(oneInNone) == 0 ? null : day;
}
