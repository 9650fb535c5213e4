using System.Globalization;
using System.Text;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;
using Complaints.Etl.Tests.Rsh;

namespace Complaints.Etl.Tests.Findings;

/// <summary>
/// A public compilation of the Ombudsman's decisions, with landlords as people typed them, loaded beside the register of providers. What
/// the warehouse counts is held against the file's own text, read here without the loader.
/// </summary>
public sealed class PublishedFindingsTests(ITestOutputHelper output)
{
    private const string Findings = "housing_ombudsman/findings_v1.csv";

    private const string Mapping =
        """
        { "mapping": "ombudsman-findings", "source": { "system": "HOS" }, "target": "finding", "mode": "full", "date_order": "dmy",
          "columns": { "ombudsman_reference": "Case ID", "element": "Complaint Description", "category": "Category",
                       "finding": "Finding Outcome", "determined_on": "Decision Date" },
          "landlord": { "name_column": "Landlord Name" } }
        """;

    [Fact]
    public async Task Counts_by_year_and_category_are_the_files_and_each_row_that_is_missing_has_a_rule()
    {
        await using TestWarehouse test = await LoadedAsync();
        List<Dictionary<string, string>> file = Rows(ReferenceData.File(Findings));
        HashSet<long> heldBack = [.. (await test.QueryAsync("SELECT line FROM load_quarantine WHERE target = 'finding'"))
            .Select(line => long.Parse(line, CultureInfo.InvariantCulture))];

        Assert.Equal(4494, file.Count);
        Assert.Equal(
            Counts(file.Where(row => !heldBack.Contains(Line(row))), row => Year(row["Decision Date"])),
            await test.QueryAsync("SELECT YEAR(determined_on), COUNT(*) FROM fact_finding WHERE recorded_to_load = 2147483647 GROUP BY 1 ORDER BY 1"));
        Assert.Equal(
            Counts(file.Where(row => !heldBack.Contains(Line(row))), row => row["Category"]),
            await test.QueryAsync("SELECT c.name, COUNT(*) FROM fact_finding JOIN dim_category AS c USING (category_key) WHERE recorded_to_load = 2147483647 GROUP BY 1 ORDER BY 1"));
        Assert.Equal(
            Counts(file.Where(row => !heldBack.Contains(Line(row))), row => row["Finding Outcome"].ToLowerInvariant().Replace(' ', '_')),
            await test.QueryAsync("SELECT finding, COUNT(*) FROM fact_finding WHERE recorded_to_load = 2147483647 GROUP BY 1 ORDER BY 1"));

        // What is not loaded is held back, so with those rows every year and category is whole.
        Assert.Equal(
            file.Count, heldBack.Count + int.Parse((await test.QueryAsync("SELECT COUNT(*) FROM fact_finding WHERE recorded_to_load = 2147483647"))[0], CultureInfo.InvariantCulture));
        foreach (string line in await test.QueryAsync("SELECT rule_id, COALESCE(value, '(nothing)'), COUNT(*) FROM load_quarantine WHERE target = 'finding' GROUP BY ALL ORDER BY 1, 3 DESC, 2"))
        {
            output.WriteLine(line);
        }
    }

    [Fact]
    public async Task Days_that_are_none_are_held_back_by_one_rule_and_a_decision_issued_anew_has_both_its_days()
    {
        await using TestWarehouse test = await LoadedAsync();

        Assert.Equal(
            ["(nothing)|5", "13 February 2026 (re-issued)|7", "October 2025|2"],
            await test.QueryAsync("SELECT COALESCE(value, '(nothing)'), COUNT(*) FROM load_quarantine WHERE rule_id = 'bad-date' GROUP BY 1 ORDER BY 1"));
        Assert.Equal(
            ["bad-date", "landlord-name"],
            await test.QueryAsync("SELECT DISTINCT rule_id FROM load_quarantine WHERE target = 'finding' ORDER BY 1"));
        Assert.Equal(
            ["2025-10-24|2026-01-14|2", "2025-11-24|2026-03-03|2"],
            await test.QueryAsync("SELECT determined_on, amended_on, COUNT(*) FROM fact_finding WHERE amended_on IS NOT NULL GROUP BY 1, 2 ORDER BY 1"));
    }

    [Fact]
    public async Task Most_names_tell_their_landlord_and_the_others_wait_with_what_they_may_be()
    {
        await using TestWarehouse test = await LoadedAsync();
        LoadOutcome again = await test.LoadAsync();
        FileOutcome findings = again.Files[^1];
        Dictionary<long, string> written = Rows(ReferenceData.File(Findings)).ToDictionary(Line, row => row["Landlord Name"]);
        List<(string Written, string Known)> loaded =
        [
            .. (await test.QueryAsync("SELECT source_row, l.name FROM fact_finding JOIN dim_landlord AS l USING (landlord_key) WHERE fact_finding.recorded_to_load = 2147483647 AND l.recorded_to_load = 2147483647"))
                .Select(row => row.Split('|')).Select(row => (written[long.Parse(row[0], CultureInfo.InvariantCulture)], row[1])),
        ];
        string rules = string.Join(", ", findings.CorrectedByRule.Select(rule => $"{rule.Key} {rule.Value}"));
        output.WriteLine($"rows by rule: {rules}; names: {loaded.Distinct().Count()}");
        foreach ((string name, string known) in loaded.Where(pair => pair.Written != pair.Known).Distinct().Order())
        {
            output.WriteLine($"{name} = {known}: {loaded.Count(pair => pair.Written == name)}");
        }

        List<string> doubtful = [.. await test.QueryAsync(
            """
            SELECT value, COUNT(DISTINCT entry.quarantine_id), ARG_MAX(landlord_code || ': ' || why, score) FILTER (WHERE score > 0)
            FROM load_quarantine AS entry
            LEFT JOIN worklist_candidate USING (quarantine_id)
            WHERE rule_id = 'landlord-name'
            GROUP BY 1
            ORDER BY 2 DESC, 1
            """)];
        doubtful.ForEach(output.WriteLine);
        Assert.Equal(0, findings.RowsLoaded);
        Assert.Equal(4494, findings.RowsUnchanged + findings.RowsQuarantined);
        Assert.All(doubtful, line => Assert.DoesNotContain(line.Split('|')[0], loaded.Select(pair => pair.Written)));
        Assert.Contains("Housing Association|6|", doubtful);
        string[] ranks = ["The", "London", "Borough", "City", "of", "Royal"];
        Assert.All(
            loaded.Where(pair => pair.Written != pair.Known),
            pair => Assert.Contains(
                pair.Written.Split(' ').First(word => !ranks.Contains(word)), pair.Known, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<TestWarehouse> LoadedAsync()
    {
        string findings = ReferenceData.File(Findings);
        string register = ReferenceData.File("registered_providers/registered_providers.csv");
        string returns = ReferenceData.File("rsh_tsm/tsm_complaints_by_landlord.csv");
        TestWarehouse test = await TestWarehouse.CreateAsync();
        File.Copy(findings, Path.Combine(test.SetFolder, "findings.csv"));
        File.Copy(register, Path.Combine(test.SetFolder, "register.csv"));
        File.Copy(returns, Path.Combine(test.SetFolder, "returns.csv"));
        test.Write("findings.mapping.jsonc", Mapping);
        test.Write(
            "register.mapping.jsonc",
            """{ "mapping": "register", "source": { "system": "REGISTER" }, "target": "landlord", "mode": "incremental", "columns": { "landlord_code": "code", "name": "name" } }""");

        // The names of the returns of 2024/25 hold from then on: the register is of 2023.
        test.Write(
            "returns.mapping.jsonc",
            """
            { "mapping": "returns", "source": { "system": "REGISTER" }, "target": "landlord", "mode": "incremental", "date_order": "ymd",
              "rows": { "only": { "year": "2025" } },
              "columns": { "landlord_code": "landlord_code", "name": "landlord", "valid_from": { "value": "2024-04-01" } } }
            """);
        test.Write(
            "load.jsonc",
            """
            { "load_set": "findings", "extract_date": "2026-05-31", "files": [
              { "file": "register.csv", "mapping": "register.mapping.jsonc" },
              { "file": "returns.csv", "mapping": "returns.mapping.jsonc" },
              { "file": "findings.csv", "mapping": "findings.mapping.jsonc" } ] }
            """);
        await test.LoadAsync();
        return test;
    }

    private static IReadOnlyList<string> Counts(
        IEnumerable<Dictionary<string, string>> rows, Func<Dictionary<string, string>, string> by) =>
        [.. rows.GroupBy(by).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key}|{group.Count()}")];

    // Every day of the file that is one begins or ends with its year; that of a decision issued anew is the first.
    private static string Year(string day) => day.Contains("and reissued", StringComparison.Ordinal) ? "2025"
        : day.Contains("Updated", StringComparison.Ordinal) ? "2025"
        : day[^4..];

    private static long Line(Dictionary<string, string> row) => long.Parse(row["line"], CultureInfo.InvariantCulture);

    // The file's own text, with quotation marks around cells that hold a comma, a mark or a line break.
    private static List<Dictionary<string, string>> Rows(string path)
    {
        string text = File.ReadAllText(path, Encoding.UTF8);
        var rows = new List<List<string>>();
        var lines = new List<int>();
        var row = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        int line = 1;
        int first = 1;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            line += c == '\n' ? 1 : 0;
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(text[++i]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add(row);
                    lines.Add(first);
                    row = [];
                    first = line;
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        List<string> header = rows[0];
        header[0] = header[0].TrimStart('\uFEFF');
        return
        [
            .. rows.Zip(lines).Skip(1).Where(read => read.First.Count == header.Count).Select(read =>
            {
                Dictionary<string, string> cells = header.Zip(read.First).ToDictionary(pair => pair.First, pair => pair.Second);
                cells.Add("line", read.Second.ToString(CultureInfo.InvariantCulture));
                return cells;
            }),
        ];
    }
}
