using System.Globalization;
using System.Text;

namespace Complaints.Etl.Tests.Fuzz;

/// <summary>A source system that keeps cases, changes some from extract to extract, and writes some rows wrongly.</summary>
internal sealed class GeneratedSource(Random random, string system, bool isWide)
{
    private static readonly string[] s_fields =
    [
        "received_on", "logged_on", "acknowledged_on", "responded_on", "extension_agreed_on", "extension_to", "extension_reason",
        "ombudsman_details_given", "status", "outcome",
    ];

    private readonly SortedDictionary<string, List<PlainStage>> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Case, int Number), PlainStage> _loaded = [];
    private int _next = 1;

    /// <summary>What a warehouse should hold of it after the extracts written so far.</summary>
    public IReadOnlyCollection<PlainStage> Loaded => _loaded.Values;

    public string Target => isWide ? "complaint" : "stage";

    public string Mapping(bool isFull)
    {
        IEnumerable<string> columns = isWide
            ? s_fields.SelectMany(field => new[] { 1, 2 }.Select(stage => $"\"stage{stage}.{field}\": \"{field}_{stage}\""))
            : s_fields.Append("stage").Select(field => $"\"{field}\": \"{field}\"");
        string[] shared = ["case_reference", "landlord_code", "stock_type", "category"];
        string all = string.Join(", ", shared.Select(field => $"\"{field}\": \"{field}\"").Concat(columns));
        return $$"""
            { "mapping": "{{system}}", "version": 1, "source": { "system": "{{system}}", "format": "csv" }, "target": "{{Target}}",
              "mode": "{{(isFull ? "full" : "incremental")}}", "date_order": "dmy",
              "columns": { {{all}} } }
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
            foreach ((string Case, int Number) gone in _loaded.Keys.Where(key => !_cases.ContainsKey(key.Case)).ToList())
            {
                _loaded.Remove(gone);
            }
        }

        return Text(written, date);
    }

    private string Text(HashSet<string> written, DateOnly date)
    {
        var text = new StringBuilder("case_reference,landlord_code,stock_type,category," + (isWide
            ? string.Join(',', s_fields.Select(field => field + "_1").Concat(s_fields.Select(field => field + "_2")))
            : "stage," + string.Join(',', s_fields)) + "\n");
        foreach (List<PlainStage> stages in written.Order(StringComparer.Ordinal).Select(reference => _cases[reference]))
        {
            bool wrong = random.Next(50) == 0;
            string head = $"{stages[0].Case},{stages[0].Landlord},{stages[0].Stock},{stages[0].Category}";
            if (isWide)
            {
                string second = stages.Count == 2 ? Cells(stages[1], wrong, date) : new string(',', s_fields.Length - 1);
                text.Append(CultureInfo.InvariantCulture, $"{head},{Cells(stages[0], wrong && stages.Count == 1, date)},{second}\n");
                Take(wrong ? [] : stages);
                continue;
            }

            foreach (PlainStage stage in stages)
            {
                bool faulty = wrong && stage == stages[^1];
                string line = $"{head},{(faulty && random.Next(3) == 0 ? "final" : stage.Number)},{Cells(stage, faulty, date)}\n";
                text.Append(line).Append(!faulty && random.Next(60) == 0 ? line : "");
                Take(faulty ? [] : [stage]);
            }
        }

        return text.ToString();
    }

    private void Take(IEnumerable<PlainStage> stages)
    {
        foreach (PlainStage stage in stages)
        {
            _loaded[(stage.Case, stage.Number)] = stage;
        }
    }

    private string Cells(PlainStage stage, bool faulty, DateOnly extract)
    {
        string received = Day(stage.Received);
        string responded = Day(stage.Responded);
        string outcome = stage.Outcome;
        if (faulty)
        {
            switch (random.Next(4))
            {
                case 0: received = "31/02/2024"; break;
                case 1: responded = Day(stage.Received.AddDays(-3)); break;
                case 2: responded = Day(extract.AddDays(4)); break;
                default: outcome = "perhaps"; break;
            }
        }

        return string.Join(
            ',',
            [
                received, Day(stage.Logged), Day(stage.Acknowledged), responded, Day(stage.Agreed), Day(stage.To), stage.Reason,
                stage.Details ? "yes" : "", stage.Status, outcome,
            ]);
    }

    private List<PlainStage> Case(string reference, DateOnly extract)
    {
        DateOnly received = new DateOnly(2023, 4, 1).AddDays(random.Next(extract.DayNumber - new DateOnly(2023, 4, 1).DayNumber));
        string landlord = random.Next(2) == 0 ? "A1" : "B2";
        string stock = random.Next(10) switch { 0 => "NEITHER", < 4 => "LCHO", _ => "LCRA" };
        PlainStage first = Stage(reference, 1, received, extract, landlord, stock);
        first = first with { Category = random.Next(4) switch { 0 => "", 1 => "Not recorded", 2 => "Repairs", _ => "Noise" } };
        DateOnly escalated = received.AddDays(30 + random.Next(40));
        return random.Next(4) > 0 || escalated > extract
            ? [first]
            : [first, Stage(reference, 2, escalated, extract, first.Landlord, first.Stock) with { Category = first.Category }];
    }

    private PlainStage Stage(string reference, int number, DateOnly received, DateOnly extract, string landlord, string stock)
    {
        DateOnly? responded = Within(received.AddDays(random.Next(number == 1 ? 45 : 70)), extract, 6);
        bool extends = random.Next(3) == 0;
        return new PlainStage
        {
            Case = reference,
            Number = number,
            Landlord = landlord,
            Stock = stock,
            Received = received,
            Logged = Within(received.AddDays(random.Next(6)), extract, 3),
            Acknowledged = Within(received.AddDays(random.Next(9)), extract, 5),
            Responded = responded,
            Agreed = extends ? Within(received.AddDays(random.Next(30)), extract, 4) : null,
            To = extends && random.Next(4) > 0 ? received.AddDays(10 + random.Next(60)) : null,
            Reason = extends && random.Next(3) > 0 ? "parts" : "",
            Details = extends && random.Next(3) > 0,
            Status = random.Next(15) switch { 0 => "refused", 1 => "withdrawn", _ => "accepted" },
            Outcome = responded is null ? "" : random.Next(4) switch { 0 => "upheld", 1 => "partially_upheld", 2 => "not_upheld", _ => "" },
        };
    }

    private DateOnly? Within(DateOnly day, DateOnly extract, int oneInNone) => day > extract || random.Next(oneInNone) == 0 ? null : day;

    private static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";
}
