using Complaints.Domain.Access;
using Complaints.Domain.Homes;
using Complaints.Warehouse.DuckDb.Sql;
using Complaints.Warehouse.Queries;

namespace Complaints.Warehouse.DuckDb.Tests.Sql;

public class NamedQueriesTests
{
    /// <summary>
    /// The queries that need not know what the reader may see, by name or folder, and why. Whatever answers a reader is not among them.
    /// </summary>
    private static readonly Dictionary<string, string> s_internal = new(StringComparer.Ordinal)
    {
        ["loading"] = "a load compares its rows with what is there",
        ["homes"] = "a load finds homes by what they are called",
        ["quarantine"] = "for whoever runs the warehouse and mends what is held back; no service asks",
        ["loads"] = "for whoever runs the warehouse; of cases it tells by scope",
        ["features"] = "a model learns from the cases of every landlord; what it says of one is asked for with the reader's scope",
        ["figures/cut_offs"] = "the day that bounds a figure; a source is named to readers of its rows alone",
        ["figures/fact_cut_offs"] = "the same of records other than complaints",
        ["risk/newest_load"] = "the number of a load",
        ["risk/scored_days"] = "the days of lists",
    };

    [Fact]
    public async Task Every_query_of_the_engine_runs_on_a_warehouse_of_this_schema()
    {
        await using TestWarehouse warehouse = await TestWarehouse.CreateAsync();
        await using ISnapshot snapshot = await warehouse.Warehouse.OpenSnapshotAsync(CancellationToken.None);
        string[] names = [.. Files().Select(Name)];
        Assert.NotEmpty(names);
        foreach (string name in names)
        {
            QueryScope scope = NamedQueries.ScopeOf(name, File.ReadAllText(SqlFiles.Query(name)));
            NamedQuery query = new(name, [.. ParametersOf(name).Select(parameter => new SqlParameterValue(parameter, Example(parameter)))])
            {
                Scope = scope == QueryScope.Internal ? null : LandlordScope.Of(LandlordCode.Parse("A1")),
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

    // A query whose condition was forgotten ran for everybody: what it needed was read from the text that lacked it.
    [Fact]
    public void Every_query_gives_out_what_its_reader_may_see_but_for_those_that_have_a_reason()
    {
        string[] unbounded =
        [
            .. Files().Select(Name)
                .Where(name => NamedQueries.ScopeOf(name, File.ReadAllText(SqlFiles.Query(name))) == QueryScope.Internal)
                .Where(name => !s_internal.ContainsKey(name) && !s_internal.ContainsKey(name.Split('/')[0])),
        ];
        Assert.Empty(unbounded);
    }

    [Theory]
    [InlineData("SELECT 1")]
    [InlineData("-- What there is.\n-- scope: internal\nSELECT 1")]
    [InlineData("-- scope: all\nSELECT 1")]
    [InlineData("-- scope: scoped\nSELECT s.x FROM s")]
    [InlineData("-- scope: scoped\nSELECT s.x FROM s -- {{may see s.landlord_code}}")]
    [InlineData("-- scope: scoped\nSELECT s.x FROM s WHERE {{may see anything}}")]
    [InlineData("-- scope: public\nSELECT s.x FROM s WHERE {{may see s.landlord_code}}")]
    [InlineData("-- scope: public\nSELECT s.x FROM s")]
    [InlineData("-- scope: internal\nSELECT s.x FROM s WHERE {{may see s.landlord_code}}")]
    public void A_query_that_does_not_say_whose_rows_it_gives_out_or_says_it_wrongly_is_a_defect(string sql) =>
        Assert.Throws<InvalidOperationException>(() => NamedQueries.ScopeOf("some/query", sql));

    [Fact]
    public void A_question_about_landlords_without_a_reader_is_a_defect_and_so_is_a_reader_where_none_is_asked_for()
    {
        InvalidOperationException open = Assert.Throws<InvalidOperationException>(
            () => NamedQueries.Resolve(NamedQuery.Of("risk/sources", ("load", 1))));
        Assert.Equal("Query 'risk/sources' needs to know which landlords the reader may see.", open.Message);
        Assert.Throws<InvalidOperationException>(() => NamedQueries.Resolve(NamedQuery.Of("comparators/sections")));
        Assert.Throws<InvalidOperationException>(
            () => NamedQueries.Resolve(NamedQuery.Of("risk/newest_load", ("scores_load_set", "x")).For(LandlordScope.All)));
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
        "load" or "still_current_after" or "start_year" or "open_percent" => 1,
        "most" or "most_cases" or "most_pairs" => 1L,
        "least_probability" => 0.5,
        "as_of" or "answered_after" => new DateOnly(2025, 4, 14),
        _ => "x",
    };
}
