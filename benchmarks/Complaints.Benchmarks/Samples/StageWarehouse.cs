using System.Globalization;
using Complaints.Benchmarks.Ratios;
using DuckDB.NET.Data;

namespace Complaints.Benchmarks.Samples;

/// <summary>
/// A warehouse with landlords and stock loaded as usual and millions of stages put in by the engine, the same every time, and mixed as real
/// registers are: were all accepted and of one stock type, the engine would answer conditions on them from its statistics, unread.
/// </summary>
internal static class StageWarehouse
{
    private const int Landlords = 300;

    /// <summary>Makes the warehouse below a folder unless it is there.</summary>
    public static async Task EnsureAsync(string folder, int rows)
    {
        string done = Path.Combine(folder, $"mixed-{rows}");
        if (File.Exists(done))
        {
            return;
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        string set = Path.Combine(folder, "set");
        WriteSet(set);
        await Loading.RunAsync(folder, set).ConfigureAwait(false);
        string file = CurrentFile(folder);
        long published = new FileInfo(file).Length;
        Fill(file, rows);
        Restate(Path.Combine(folder, "CURRENT"), published, new FileInfo(file).Length);
        await File.WriteAllTextAsync(done, "").ConfigureAwait(false);
    }

    /// <summary>The file that is published now.</summary>
    public static string CurrentFile(string folder) =>
        Directory.EnumerateFiles(Path.Combine(folder, "generations"), "*.duckdb").Order(StringComparer.Ordinal).Last();

    private static void WriteSet(string folder)
    {
        Directory.CreateDirectory(folder);
        IEnumerable<string> codes = Enumerable.Range(0, Landlords).Select(Code);
        File.WriteAllLines(Path.Combine(folder, "landlords.csv"), codes.Select(code => $"{code},Landlord {code}").Prepend("Code,Name"));
        File.WriteAllLines(
            Path.Combine(folder, "stock.csv"),
            codes.SelectMany(code => Enumerable.Range(2024, 3)
                .SelectMany(year => new[] { $"{code},LCRA,31/03/{year},5000", $"{code},LCHO,31/03/{year},400" }))
                .Prepend("Code,Type,Year end,Homes"));
        LoadSetFiles.Mapping(folder, "landlords", "REGISTER", "landlord", """ "landlord_code": "Code", "name": "Name" """);
        LoadSetFiles.Mapping(folder, "stock", "REGISTER", "stock", """ "landlord_code": "Code", "stock_type": "Type", "year_end": "Year end", "homes": "Homes" """);
        LoadSetFiles.Manifest(folder, "registers", "landlords", "stock");
    }

    // Three reporting years, a fifth of the rows stage 2, one answer in seven late, one in nine extended, a quarter of those with a fault,
    // and one in fifty of the last year open; of a hundred 3 are refused and 2 withdrawn, 8 of LCHO homes and 4 of neither kind.
    private static void Fill(string file, int rows)
    {
        using DuckDBConnection connection = new($"Data Source={file}");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"""
            INSERT INTO fact_stage BY NAME
            SELECT
              n AS stage_key, 'CRM' AS source_system, 'C' || (n // 5 * 5) AS case_reference,
              CASE WHEN n % 5 = 4 THEN 2 ELSE 1 END AS stage,
              1 + n % {Landlords} AS landlord_key, 'L' || lpad((n % {Landlords})::VARCHAR, 4, '0') AS landlord_code,
              0 AS property_key, 0 AS property_id,
              CASE WHEN hash(n + 1) % 100 < 8 THEN 'LCHO' WHEN hash(n + 1) % 100 < 12 THEN 'NEITHER' ELSE 'LCRA' END AS stock_type,
              'SEC' AS tenure_code, 0 AS resident_key,
              0 AS service_area_key, 0 AS category_key, 0 AS theme_key, 0 AS channel_key, 0 AS outcome_key, 0 AS contractor_key,
              0 AS handler_key, 0 AS refusal_reason_key, 0 AS escalation_reason_key, 0 AS code_rule_key,
              CASE WHEN hash(n) % 100 < 3 THEN 'refused' WHEN hash(n) % 100 < 5 THEN 'withdrawn' ELSE 'accepted' END AS status,

              received AS received_on, received AS logged_on, received + 2 AS acknowledged_on,
              CASE WHEN open THEN NULL ELSE received + CASE WHEN n % 7 = 0 THEN 40 ELSE 9 END END AS responded_on, NULL::DATE AS closed_on,
              received + 2 AS clock_started_on, received + 7 AS acknowledge_due_on, received + 16 AS standard_due_on,
              CASE WHEN n % 9 = 0 THEN received + 45 END AS extended_due_on,
              CASE WHEN n % 36 = 0 THEN 8 ELSE 0 END AS extension_faults, CASE WHEN open THEN NULL ELSE 5 END AS working_days_to_respond,
              'standard' AS in_time_basis, 'direct' AS assignment, hash(n) AS row_hash, 1 AS source_load, n AS source_row,
              false AS withdrawn_by_source, 1 AS recorded_from_load, 2147483647 AS recorded_to_load
            FROM (
              SELECT n, DATE '2023-04-01' + (n * 7919 % 1000)::INTEGER AS received, received > DATE '2025-01-01' AND hash(n + 2) % 50 = 0 AS open
              FROM range({rows}) AS numbers(n))
            """;
        command.ExecuteNonQuery();
        command.CommandText = "CHECKPOINT";
        command.ExecuteNonQuery();
    }

    // The pointer names the size of what was published, so that a file changed behind its back is refused.
    private static void Restate(string pointer, long before, long after) =>
        File.WriteAllText(pointer, File.ReadAllText(pointer).Replace(
            before.ToString(CultureInfo.InvariantCulture), after.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private static string Code(int number) => $"L{number:D4}";
}
