using Complaints.Domain.Errors;
using Complaints.Warehouse.DuckDb;
using Complaints.Warehouse.DuckDb.Sql;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Complaints.Warehouse.DuckDb.Tests.Migrations;

public sealed class MigratorTests : IDisposable
{
    private readonly string _folder = TestWarehouse.NewFolder();
    private readonly string _scripts = TestWarehouse.NewFolder();

    public MigratorTests()
    {
        Directory.CreateDirectory(_scripts);
        foreach (string script in Directory.EnumerateFiles(SqlFiles.Migrations, "*.sql"))
        {
            File.Copy(script, Path.Combine(_scripts, Path.GetFileName(script)));
        }
    }

    private string[] Scripts =>
        [.. Directory.GetFiles(_scripts, "*.sql").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task A_new_folder_becomes_a_warehouse_and_a_second_migration_does_nothing()
    {
        await using DuckDbWarehouse warehouse = Open();
        MigrationReport first = await warehouse.MigrateAsync(CancellationToken.None);
        Assert.True(first.Created);
        Assert.Equal(Scripts.Length, first.Applied.Count);
        MigrationReport second = await warehouse.MigrateAsync(CancellationToken.None);
        Assert.Equal(new MigrationReport(false, [], 1), second with { Applied = [] });
        Assert.Empty(second.Applied);
    }

    [Fact]
    public async Task A_new_script_is_applied_and_published_as_a_generation()
    {
        await using DuckDbWarehouse warehouse = Open();
        await warehouse.MigrateAsync(CancellationToken.None);
        await File.WriteAllTextAsync(
            Path.Combine(_scripts, "0099_note.sql"), "CREATE TABLE note (a INTEGER); INSERT INTO note VALUES (1);");
        UserException stale = await Assert.ThrowsAsync<UserException>(
            () => warehouse.BeginLoadAsync(TestLoad.Header("2025-01-01"), CancellationToken.None));
        Assert.Contains("migrate", stale.Fix, StringComparison.Ordinal);
        MigrationReport report = await warehouse.MigrateAsync(CancellationToken.None);
        Assert.Equal(["0099_note.sql"], report.Applied);
        Assert.Equal(2, report.Generation);
    }

    [Fact]
    public async Task A_warehouse_of_the_schema_before_promises_had_a_day_upgrades_and_restates_nothing()
    {
        ActionRow row = new()
        {
            SourceRow = 2,
            CaseReference = "C1",
            ActionReference = "P1",
            Kind = "promise",
            DueOn = Make.Day("2024-06-10"),
            Evidence = "call",
        };
        string[] newer = [.. Scripts.Where(script => string.CompareOrdinal(script, "0007") > 0).Select(script => $"{script}.sql")];
        string aside = Directory.CreateDirectory(Path.Combine(_scripts, "aside")).FullName;
        Array.ForEach(newer, script => File.Move(Path.Combine(_scripts, script), Path.Combine(aside, script)));
        await using (DuckDbWarehouse before = Open())
        {
            await before.MigrateAsync(CancellationToken.None);
            Array.ForEach(newer, script => File.Move(Path.Combine(aside, script), Path.Combine(_scripts, script)));
            UserException old = await Assert.ThrowsAsync<UserException>(async () =>
            {
                await using ISnapshot snapshot = await before.OpenSnapshotAsync(CancellationToken.None);
                await Query.RowsAsync(snapshot, "SELECT made_on FROM fact_action");
            });
            Assert.Contains("complaints migrate", old.Fix, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(
            Path.Combine(_scripts, "0006z_row.sql"),
            "INSERT INTO fact_action VALUES (1, 'CRM', 'C1', 'P1', 'promise', 0, 0, '2024-06-10', NULL, 'call', "
                + $"{HashOfTheOldSchema(row)}, 0, 2, FALSE, 0, 2147483647);");
        await using DuckDbWarehouse warehouse = Open();
        MigrationReport report = await warehouse.MigrateAsync(CancellationToken.None);
        Assert.Equal(["0006z_row.sql", .. newer], report.Applied);

        MergeCounts same = await TestLoad.RunAsync<ActionRow>(warehouse, [row], LoadMode.Full, "2025-04-14");
        Assert.Equal((0, 0), (same.Added, same.Changed));
        MergeCounts dated = await TestLoad.RunAsync<ActionRow>(
            warehouse, [row with { MadeOn = Make.Day("2024-06-03") }], LoadMode.Full, "2025-04-15");
        Assert.Equal((0, 1), (dated.Added, dated.Changed));
        await using ISnapshot now = await warehouse.OpenSnapshotAsync(CancellationToken.None);
        Assert.Equal(
            ["∅|2024-06-10|call|False", "2024-06-03|2024-06-10|call|True"],
            await Query.RowsAsync(
                now, "SELECT made_on, due_on, evidence, recorded_to_load = 2147483647 FROM fact_action ORDER BY recorded_from_load"));
    }

    [Fact]
    public async Task A_changed_applied_script_is_refused()
    {
        await using DuckDbWarehouse warehouse = Open();
        await warehouse.MigrateAsync(CancellationToken.None);
        await File.AppendAllTextAsync(Path.Combine(_scripts, "0001_loads.sql"), "-- changed");
        UserException error = await Assert.ThrowsAsync<UserException>(() => warehouse.MigrateAsync(CancellationToken.None));
        Assert.Contains("0001_loads.sql", error.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warehouse_of_a_newer_program_is_refused()
    {
        await using DuckDbWarehouse warehouse = Open();
        await warehouse.MigrateAsync(CancellationToken.None);
        string[] scripts = Scripts;
        File.Delete(Path.Combine(_scripts, $"{scripts[^1]}.sql"));
        UserException[] refused =
        [
            await Assert.ThrowsAsync<UserException>(() => warehouse.MigrateAsync(CancellationToken.None)),
            await Assert.ThrowsAsync<UserException>(() => warehouse.BeginLoadAsync(TestLoad.Header("2025-01-01"), CancellationToken.None)),
            await Assert.ThrowsAsync<UserException>(() => warehouse.OpenSnapshotAsync(CancellationToken.None)),
        ];
        Assert.All(refused, error =>
        {
            Assert.Contains($"schema '{scripts[^1]}'", error.What, StringComparison.Ordinal);
            Assert.Equal($"schema '{scripts[^2]}' or older", error.Expected);
            Assert.Contains("use a program as new", error.Fix, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_query_that_an_older_schema_cannot_answer_names_both_versions_and_the_command_and_others_are_answered()
    {
        await using DuckDbWarehouse warehouse = Open();
        await warehouse.MigrateAsync(CancellationToken.None);
        string newest = Scripts[^1];
        await File.WriteAllTextAsync(Path.Combine(_scripts, "0099_note.sql"), "CREATE TABLE note (a INTEGER);");
        await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(CancellationToken.None);
        Assert.Equal(["0"], await Query.RowsAsync(snapshot, "SELECT COUNT(*) FROM load"));
        UserException old = await Assert.ThrowsAsync<UserException>(() => Query.RowsAsync(snapshot, "SELECT a FROM note"));
        Assert.Contains($"schema '{newest}', which is older", old.What, StringComparison.Ordinal);
        Assert.Equal("schema '0099_note'", old.Expected);
        Assert.Contains("complaints migrate", old.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_script_leaves_the_published_warehouse()
    {
        await using DuckDbWarehouse warehouse = Open();
        await warehouse.MigrateAsync(CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(_scripts, "0099_bad.sql"), "CREATE TABLE good (a INTEGER); CREATE TABLE ???;");
        await Assert.ThrowsAsync<InvalidOperationException>(() => warehouse.MigrateAsync(CancellationToken.None));
        await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(CancellationToken.None);
        Assert.Equal(1, snapshot.Info.Generation);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_folder, "staging")));
    }

    [Theory]
    [InlineData("SELECT COUNT(*) FROM dim_date WHERE reporting_year = 2023", "366")]
    [InlineData("SELECT is_working_day, quarter_name, month_name FROM dim_date WHERE date_key = '2024-04-01'", "False|2024/25 Q1|2024-04")]
    [InlineData("SELECT rule_id, respond_days, acknowledge_days FROM dim_code_rule WHERE code_rule_key = 4", "code-2024|20|5")]
    [InlineData("SELECT acknowledge_days, valid_to FROM dim_code_rule WHERE code_rule_key = 2", "∅|2024-04-01")]
    [InlineData("SELECT MIN(c) FROM (SELECT COUNT(*) AS c FROM dim_outcome UNION ALL SELECT COUNT(*) FROM dim_handler)", "1")]
    public async Task Dimensions_are_filled_from_the_rules(string sql, string expected)
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        Assert.Equal([expected], await warehouse.RowsAsync(sql));
    }

    [Fact]
    public async Task A_folder_without_a_warehouse_says_how_to_make_one()
    {
        await using DuckDbWarehouse warehouse = Open();
        NotReadyException error = await Assert.ThrowsAsync<NotReadyException>(() => warehouse.OpenSnapshotAsync(CancellationToken.None));
        Assert.Contains("complaints load", error.Fix, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Directory.Delete(_scripts, recursive: true);
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static ulong HashOfTheOldSchema(ActionRow row)
    {
        RowHash hash = new();
        foreach (string? text in (string?[])[row.CaseReference, row.ActionReference, row.Kind, row.Category, row.Owner])
        {
            hash.Add(text);
        }

        hash.Add(row.DueOn?.DayNumber);
        hash.Add(row.DoneOn?.DayNumber);
        hash.Add(row.Evidence);
        return hash.Value();
    }

    private DuckDbWarehouse Open() => new(WarehouseLocation.Parse(_folder), TimeProvider.System, NullLoggerFactory.Instance, _scripts);
}
