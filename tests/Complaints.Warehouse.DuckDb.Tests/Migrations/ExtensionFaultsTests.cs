using System.Globalization;
using Complaints.Domain.Code;
using Complaints.Domain.Time;
using Complaints.Warehouse.DuckDb.Sql;
using Microsoft.Extensions.Logging.Abstractions;

namespace Complaints.Warehouse.DuckDb.Tests.Migrations;

/// <summary>Faults of extensions that stood in a warehouse before they were kept.</summary>
public sealed class ExtensionFaultsTests : IDisposable
{
    private static readonly DateOnly s_extract = new(2025, 4, 14);

    private readonly string _folder = TestWarehouse.NewFolder();
    private readonly string _scripts = Directory.CreateDirectory(TestWarehouse.NewFolder()).FullName;

    [Fact]
    public async Task Stages_of_an_older_warehouse_get_the_faults_that_the_clock_reads()
    {
        List<StageDates> stages = [.. Stages()];
        CopyScripts(script => string.CompareOrdinal(script, "0013") < 0);
        await using (DuckDbWarehouse before = Open())
        {
            await before.MigrateAsync(CancellationToken.None);
        }

        await File.WriteAllTextAsync(
            Path.Combine(_scripts, "0012z_rows.sql"), string.Concat(stages.Select((stage, index) => $"{Insert(index, stage)};\n")));
        CopyScripts(script => string.CompareOrdinal(script, "0013") >= 0);
        await using DuckDbWarehouse warehouse = Open();
        await warehouse.MigrateAsync(CancellationToken.None);
        await using ISnapshot now = await warehouse.OpenSnapshotAsync(CancellationToken.None);
        Assert.Equal(
            stages.Select((stage, index) => string.Create(CultureInfo.InvariantCulture, $"{index}|{(int)Read(stage).ExtensionFault}")),
            await Query.RowsAsync(now, "SELECT stage_key, extension_faults FROM fact_stage ORDER BY stage_key"));
    }

    public void Dispose()
    {
        Directory.Delete(_scripts, recursive: true);
        Directory.Delete(_folder, recursive: true);
    }

    // How long an extension that does not count was asked for is the one thing that the older schema does not keep.
    private static IEnumerable<StageDates> Stages() =>
        from received in new DateOnly[] { new(2023, 9, 4), new(2024, 9, 2) }
        from stage in new[] { Stage.One, Stage.Two }
        from agreed in new int?[] { null, -3, 5, 60 }
        from until in new int?[] { null, 3, 35, 200 }
        from reason in new[] { null, " ", "a part is awaited" }
        from details in new bool?[] { null, false, true }
        let dates = new StageDates(
            stage,
            received,
            received,
            received,
            null,
            new Extension(agreed is int a ? received.AddDays(a) : null, until is int b ? received.AddDays(b) : null, reason, details))
        let clock = Read(dates)
        where clock.ExtendedDue is not null || !clock.ExtensionFault.HasFlag(ExtensionFault.TooLong)
        select dates;

    private static ClockReading Read(StageDates dates) =>
        StageClock.Read(dates, CodeRules.For(dates.Received), WorkingCalendar.EnglandAndWales, s_extract);

    private static string Insert(int key, StageDates dates)
    {
        ClockReading clock = Read(dates);
        int rule = (clock.RuleId == "code-2024" ? 2 : 0) + (int)dates.Stage;
        return $"""
            INSERT INTO fact_stage BY NAME
            SELECT
              {key} AS stage_key, 'CRM' AS source_system, 'C{key}' AS case_reference, {(int)dates.Stage} AS stage, 0 AS landlord_key,
              'A1' AS landlord_code, 0 AS property_key, 0 AS property_id, 'LCRA' AS stock_type, 0 AS resident_key, 0 AS service_area_key,
              0 AS category_key, 0 AS theme_key, 0 AS channel_key, 0 AS outcome_key, 0 AS contractor_key, 0 AS handler_key,
              0 AS refusal_reason_key, 0 AS escalation_reason_key, {rule} AS code_rule_key, 'accepted' AS status,
              {Day(dates.Received)} AS received_on, {Day(dates.Extension!.AgreedOn)} AS extension_agreed_on,
              {Day(dates.Extension.To)} AS extension_to, {Text(dates.Extension.Reason)} AS extension_reason,
              {dates.Extension.OmbudsmanDetailsGiven?.ToString() ?? "NULL"} AS ombudsman_details_given,
              {Day(clock.StandardDue)} AS standard_due_on, {Day(clock.ExtendedDue)} AS extended_due_on, 'open' AS in_time_basis,
              'direct' AS assignment, 0 AS row_hash, 0 AS source_load, 0 AS source_row, FALSE AS withdrawn_by_source,
              0 AS recorded_from_load, 2147483647 AS recorded_to_load
            """;
    }

    private static string Day(DateOnly? day) => day is DateOnly known ? $"DATE '{known:yyyy-MM-dd}'" : "NULL::DATE";

    private static string Text(string? text) => text is null ? "NULL" : $"'{text}'";

    private void CopyScripts(Func<string, bool> which)
    {
        foreach (string script in Directory.EnumerateFiles(SqlFiles.Migrations, "*.sql").Where(path => which(Path.GetFileName(path))))
        {
            File.Copy(script, Path.Combine(_scripts, Path.GetFileName(script)));
        }
    }

    private DuckDbWarehouse Open() => new(WarehouseLocation.Parse(_folder), TimeProvider.System, NullLoggerFactory.Instance, _scripts);
}
