using System.Data.Common;
using Complaints.Etl.Loading;
using Complaints.Samples.Agent;
using Complaints.Samples.Faults;
using Complaints.Samples.Files;
using Complaints.Warehouse;
using Complaints.Warehouse.DuckDb;
using Complaints.Warehouse.Queries;

namespace Complaints.Samples.Tests;

/// <summary>The samples through the whole of the loading: what was planted is found where it was planted, and nothing else is.</summary>
public class AgentSampleLoadTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Every_planted_fault_is_corrected_or_quarantined_under_its_rule_and_no_clean_row_is(long seed)
    {
        using SampleTestFolder sample = new();
        using SampleTestFolder place = new();
        await AgentSampleGenerator.GenerateAsync(
            new AgentSampleOptions(sample.Path) { Faults = true, Seed = seed }, CancellationToken.None);
        AnswerKey key = await AnswerKey.ReadAsync(sample.Path, CancellationToken.None);
        await using IWarehouse warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(place.Path), TimeProvider.System);
        LoadOutcome outcome = await LoadAsync(warehouse, sample, place);

        Assert.NotEqual(0, outcome.RowsQuarantined);
        Assert.All(
            outcome.Files,
            file => Assert.True(file.RowsRead == file.RowsLoaded + file.RowsUnchanged + file.RowsQuarantined, file.FileName));
        Assert.All(outcome.Reconciliation, control => Assert.True(control.Passed, control.ToString()));
        Assert.Equal(
            Places(
                key.Faults.Where(fault => fault.Outcome == FaultOutcome.Quarantined).Select(fault => (fault.File, fault.Line, fault.Rule))),
            Places(await QuarantinedAsync(warehouse)));
        Assert.Equal(
            Places(
                key.Faults.Where(fault => fault.Outcome == FaultOutcome.Corrected).Select(fault => (fault.File, fault.Line, fault.Rule))),
            Places(
                outcome.Files.SelectMany(
                    file => file.CorrectedLines.SelectMany(rule => rule.Value.Select(line => (file.FileName, line, rule.Key))))));
    }

    [Fact]
    public async Task A_sample_without_faults_loads_whole_and_loads_again_without_a_change()
    {
        using SampleTestFolder sample = new();
        using SampleTestFolder place = new();
        GeneratedSample made = await AgentSampleGenerator.GenerateAsync(new AgentSampleOptions(sample.Path), CancellationToken.None);
        await using IWarehouse warehouse = WarehouseFactory.Open(WarehouseLocation.Parse(place.Path), TimeProvider.System);
        LoadOutcome first = await LoadAsync(warehouse, sample, place);
        Assert.Equal(0, first.RowsQuarantined);
        Assert.Equal(made.Files.Sum(file => file.Rows), first.RowsRead);
        Assert.All(first.Files, file => Assert.Empty(file.CorrectedByRule));
        Assert.Equal(made.StageRows, await CountAsync(warehouse, "SELECT count(*) FROM fact_stage"));
        Assert.Equal(2, await CountAsync(warehouse, "SELECT count(DISTINCT landlord_code) FROM fact_stage"));

        LoadOutcome second = await LoadAsync(warehouse, sample, place);
        Assert.Equal(0, second.Files.Sum(file => file.RowsLoaded));
        Assert.Equal(made.StageRows, await CountAsync(warehouse, "SELECT count(*) FROM fact_stage"));
    }

    private static async Task<LoadOutcome> LoadAsync(IWarehouse warehouse, SampleTestFolder sample, SampleTestFolder place)
    {
        await warehouse.MigrateAsync(CancellationToken.None);
        return await new LoadPipeline(warehouse, TimeProvider.System, PseudonymKey.Beside(place.Path))
            .RunAsync(new LoadRequest { Path = sample.Path }, progress: null, CancellationToken.None);
    }

    private static async Task<List<(string, long, string)>> QuarantinedAsync(IWarehouse warehouse)
    {
        List<(string, long, string)> found = [];
        await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(CancellationToken.None);
        await using DbDataReader reader = await snapshot.QueryAsync(
            new SqlQuery("SELECT file_name, line, rule_id FROM load_quarantine", []), CancellationToken.None);
        while (await reader.ReadAsync())
        {
            found.Add((reader.GetString(0), reader.GetInt64(1), reader.GetString(2)));
        }

        return found;
    }

    private static async Task<long> CountAsync(IWarehouse warehouse, string sql)
    {
        await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(CancellationToken.None);
        await using DbDataReader reader = await snapshot.QueryAsync(new SqlQuery(sql, []), CancellationToken.None);
        Assert.True(await reader.ReadAsync());
        return reader.GetInt64(0);
    }

    private static string Places(IEnumerable<(string File, long Line, string Rule)> places) =>
        string.Join(
            '\n',
            places.Select(place => FormattableString.Invariant($"{place.File}:{place.Line:000000} {place.Rule}"))
                .Order(StringComparer.Ordinal));
}
