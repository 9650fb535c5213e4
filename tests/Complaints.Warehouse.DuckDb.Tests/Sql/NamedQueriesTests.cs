using Complaints.Domain.Access;
using Complaints.Domain.Homes;
using Complaints.Warehouse.DuckDb.Sql;
using Complaints.Warehouse.Queries;

namespace Complaints.Warehouse.DuckDb.Tests.Sql;

public class NamedQueriesTests
{
    [Fact]
    public async Task Every_query_of_the_engine_runs_on_a_warehouse_of_this_schema()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await using ISnapshot snapshot = await warehouse.Warehouse.OpenSnapshotAsync(CancellationToken.None);
        string[] names = [.. Files().Select(Name)];
        Assert.NotEmpty(names);
        foreach (string name in names)
        {
            string text = File.ReadAllText(SqlFiles.Query(name));
            NamedQuery query = new(name, [.. ParametersOf(name).Select(parameter => new SqlParameterValue(parameter, Example(parameter)))])
            {
                Scope = text.Contains("{{may see ", StringComparison.Ordinal) ? LandlordScope.Of(LandlordCode.Parse("A1")) : null,
            };
            await using (await snapshot.QueryAsync(query, CancellationToken.None))
            {
            }
        }
    }

    [Fact]
    public void A_query_without_its_values_or_with_others_is_a_defect()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => NamedQueries.Resolve(NamedQuery.Of("risk/scored_days", ("model", "v1"))));
        Assert.Equal("Query 'risk/scored_days' takes (model_version), and was given (model).", error.Message);
    }

    [Theory]
    [InlineData("risk/nothing")]
    [InlineData("../merge/fact")]
    [InlineData("risk/../merge")]
    public void A_name_without_a_query_is_a_defect(string name) =>
        Assert.Throws<InvalidOperationException>(() => NamedQueries.Resolve(NamedQuery.Of(name)));

    [Theory]
    [InlineData("WHERE {{current s}} AND x", "WHERE s.recorded_to_load = 2147483647 AND x")]
    [InlineData("WHERE {{current}}", "WHERE recorded_to_load = 2147483647")]
    [InlineData("{{known k at e.recorded_load}}", "k.recorded_from_load <= e.recorded_load AND k.recorded_to_load > e.recorded_load")]
    [InlineData("{{known at $load_id - 1}}", "recorded_from_load <= $load_id - 1 AND recorded_to_load > $load_id - 1")]
    [InlineData("{{still}} AS recorded_to_load", "2147483647 AS recorded_to_load")]
    [InlineData("{{staging}}", "{{staging}}")]
    public void What_current_and_known_mean_is_written_in_one_place(string text, string sql) =>
        Assert.Equal(sql, RecordedVersions.Render(text));

    private static string[] Files() =>
        Directory.GetFiles(
            Path.GetDirectoryName(Path.GetDirectoryName(SqlFiles.Query("risk/scores")))!, "*.sql", SearchOption.AllDirectories);

    private static string Name(string path) => $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileNameWithoutExtension(path)}";

    private static IEnumerable<string> ParametersOf(string name) => System.Text.RegularExpressions.Regex
        .Matches(File.ReadAllText(SqlFiles.Query(name)), @"\$([a-z_]+)")
        .Select(match => match.Groups[1].Value)
        .Distinct();

    private static object Example(string parameter) => parameter switch
    {
        "load" or "still_current_after" or "start_year" => 1,
        "most" => 1L,
        "least_probability" => 0.5,
        "as_of" or "answered_after" => new DateOnly(2025, 4, 14),
        _ => "x",
    };
}
