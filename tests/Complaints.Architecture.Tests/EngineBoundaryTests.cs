using System.Text.RegularExpressions;
using Complaints.Architecture.Tests.Il;

namespace Complaints.Architecture.Tests;

/// <summary>
/// Only an engine's own project says its name and speaks its dialect; fixed SQL lies in <c>sql/&lt;engine&gt;</c>, and all of it is used.
/// </summary>
public sealed partial class EngineBoundaryTests
{
    private static readonly string[] Engines = ["Complaints.Warehouse.DuckDb"];

    /// <summary>Types whose SQL is still to move to <c>sql/</c>. This list only grows shorter.</summary>
    private static readonly string[] Known = [];

    [Fact]
    public void Only_an_engines_own_project_speaks_its_dialect()
    {
        IEnumerable<string> wrong = ProductAssembly.All
            .Where(assembly => !Engines.Contains(assembly.Project))
            .SelectMany(assembly => assembly.Texts)
            .Where(text => Dialect().IsMatch(text.Text) && !Known.Contains(text.Type))
            .Select(text => $"{text.Type}: {Dialect().Match(text.Text).Value} in \"{Shown(text.Text)}\"");
        TidyTests.Nothing(wrong.Distinct());
    }

    [Fact]
    public void Only_measures_render_statements_and_they_render_them_from_a_plan()
    {
        IEnumerable<string> wrong = ProductAssembly.All
            .Where(assembly => !Engines.Contains(assembly.Project) && assembly.Project != "Complaints.Measures")
            .SelectMany(assembly => assembly.Texts)
            .Where(text => Statement().IsMatch(text.Text) && !Known.Contains(text.Type))
            .Select(text => $"{text.Type}: a statement outside sql/: \"{Shown(text.Text)}\"");
        TidyTests.Nothing(wrong.Distinct());
    }

    [Fact]
    public void Every_file_of_an_engine_is_used_by_name()
    {
        HashSet<string> texts = [.. ProductAssembly.All.SelectMany(assembly => assembly.Texts).Select(text => text.Text)];
        IEnumerable<string> unused = Repository.Files
            .Where(path => path.StartsWith("sql/", StringComparison.Ordinal) && !Migration().IsMatch(path))
            .Where(path => !Names(path).Any(texts.Contains));
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

    // A merge is asked for as "stage.sql", a query as "risk/scores".
    private static IEnumerable<string> Names(string path)
    {
        string[] parts = path.Split('/');
        string file = parts[^1];
        string stem = Path.ChangeExtension(file, null);
        return [file, stem, string.Join('/', [.. parts[3..^1], stem]), string.Join('/', [.. parts[2..^1], stem])];
    }

    private static string Shown(string text) => text.Length <= 80 ? text : text[..80] + "...";

    [GeneratedRegex(
        @"(?i:duckdb)|\b2147483647\b|\bFILTER \(WHERE|\$p\d|\$\w+ IS NULL|\bLIMIT\b|\bQUALIFY\b|\bILIKE\b"
        + @"|::(?:INTEGER|BIGINT|VARCHAR|DATE|DOUBLE|DECIMAL)\b|\bREAD_(?:CSV|PARQUET)\b"
        + @"|(?i:\b(?:date_trunc|date_part|strftime|strptime|make_date|quantile_cont|arg_(?:min|max)|list_\w+|unnest|epoch_ms)\s*\()")]
    private static partial Regex Dialect();

    [GeneratedRegex(@"\b(?:SELECT\b[\s\S]*\bFROM|INSERT INTO|DELETE FROM|CREATE (?:TABLE|VIEW|TEMP)|UPDATE \w+ SET)\b")]
    private static partial Regex Statement();

    [GeneratedRegex(@"/(?:migrations/)?\d{4}_\w+\.sql$")]
    private static partial Regex Migration();
}
