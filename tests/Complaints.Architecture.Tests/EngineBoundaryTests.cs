using System.Text.RegularExpressions;
using Complaints.Architecture.Tests.Il;

namespace Complaints.Architecture.Tests;

/// <summary>
/// Only an engine's own project says its name and speaks its dialect; fixed SQL lies in <c>sql/&lt;engine&gt;</c>, and all of it is used.
/// </summary>
public sealed partial class EngineBoundaryTests
{
    private static readonly string[] Engines = ["Complaints.Warehouse.DuckDb"];

    [Fact]
    public void Only_an_engines_own_project_speaks_its_dialect()
    {
        IEnumerable<string> wrong = ProductAssembly.All
            .Where(assembly => !Engines.Contains(assembly.Project))
            .SelectMany(assembly => assembly.Texts)
            .Where(text => Dialect().IsMatch(text.Text))
            .Select(text => $"{text.Type}: {Dialect().Match(text.Text).Value} in \"{Shown(text.Text)}\"");
        TidyTests.Nothing(wrong.Distinct());
    }

    [Fact]
    public void Only_measures_render_statements_and_they_render_them_from_a_plan()
    {
        IEnumerable<string> wrong = ProductAssembly.All
            .Where(assembly => !Engines.Contains(assembly.Project) && assembly.Project != "Complaints.Measures")
            .SelectMany(assembly => assembly.Texts)
            .Where(text => Statement().IsMatch(text.Text))
            .Select(text => $"{text.Type}: a statement outside sql/: \"{Shown(text.Text)}\"");
        TidyTests.Nothing(wrong.Distinct());
    }

    [Fact]
    public void Every_file_of_an_engine_is_used_by_name()
    {
        HashSet<string> texts = Texts(_ => true);
        HashSet<string> engines = Texts(assembly => Engines.Contains(assembly.Project));
        IEnumerable<string> unused = Repository.Files
            .Where(path => path.StartsWith("sql/", StringComparison.Ordinal) && !Migration().IsMatch(path))
            .Where(path => !(Query().Match(path) is { Success: true } query
                ? texts.Contains(query.Groups[1].Value)
                : engines.Contains(Path.GetFileNameWithoutExtension(path))));
        TidyTests.Nothing(unused);
    }

    [Fact]
    public void The_number_of_a_version_that_stands_is_in_no_query_and_no_merge() => Assert.DoesNotContain(
        Repository.Files.Where(path => path.StartsWith("sql/", StringComparison.Ordinal) && !Migration().IsMatch(path)),
        path => File.ReadAllText(Repository.Absolute(path)).Contains("2147483647", StringComparison.Ordinal));

    [Fact]
    public void Only_its_own_project_knows_DuckDB()
    {
        IEnumerable<string> wrong = ProductAssembly.All
            .Where(assembly => !Engines.Contains(assembly.Project))
            .SelectMany(assembly => assembly.Uses)
            .Where(use => use.Assembly?.StartsWith("DuckDB.NET", StringComparison.Ordinal) == true)
            .Select(use => $"{use.User} uses {use.Used}");
        TidyTests.Nothing(wrong);
    }

    // A query is asked for as "risk/scores", by whoever needs it; a merge as "stage", and by its engine alone.
    private static HashSet<string> Texts(Func<ProductAssembly, bool> of) =>
        [.. ProductAssembly.All.Where(of).SelectMany(assembly => assembly.Texts).Select(text => text.Text)];

    private static string Shown(string text) => text.Length <= 80 ? text : text[..80] + "...";

    [GeneratedRegex(
        @"(?i:duckdb)|\b2147483647\b|\bFILTER \(WHERE|\$p\d|\$\w+ IS NULL|\bLIMIT\b|\bQUALIFY\b|\bILIKE\b"
        + @"|::(?:INTEGER|BIGINT|VARCHAR|DATE|DOUBLE|DECIMAL)\b|\bREAD_(?:CSV|PARQUET)\b"
        + @"|(?i:\b(?:date_trunc|date_part|strftime|strptime|make_date|quantile_cont|arg_(?:min|max)|list_\w+|unnest|epoch_ms)\s*\()")]
    private static partial Regex Dialect();

    [GeneratedRegex(@"\b(?:SELECT\b[\s\S]*\bFROM|INSERT INTO|DELETE FROM|CREATE (?:TABLE|VIEW|TEMP)|UPDATE \w+ SET)\b")]
    private static partial Regex Statement();

    [GeneratedRegex(@"^sql/\w+/queries/(\w+/\w+)\.sql$")]
    private static partial Regex Query();

    [GeneratedRegex(@"/(?:migrations/)?\d{4}_\w+\.sql$")]
    private static partial Regex Migration();
}
