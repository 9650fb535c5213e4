using System.Text.RegularExpressions;
using Complaints.Warehouse.DuckDb.Connections;
using Complaints.Warehouse.DuckDb.Sql;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb.Merging;

/// <summary>
/// A file of <c>sql/duckdb/merge</c>: named steps, each some statements. {{names}} are table and column names of a target; values are
/// parameters.
/// </summary>
internal sealed partial class MergeScript
{
    private readonly string _name;
    private readonly Dictionary<string, string> _steps;

    private MergeScript(string name, Dictionary<string, string> steps)
    {
        _name = name;
        _steps = steps;
    }

    /// <summary>Reads a file and puts names in.</summary>
    public static MergeScript Load(string name, params ReadOnlySpan<(string Name, string Sql)> names)
    {
        string text = File.ReadAllText(SqlFiles.Merge(name));
        foreach ((string placeholder, string sql) in names)
        {
            text = text.Replace("{{" + placeholder + "}}", sql, StringComparison.Ordinal);
        }

        text = RecordedVersions.Render(text);
        return text.Contains("{{", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"A name was left out of merge script '{name}'.")
            : new MergeScript(name, Steps(text));
    }

    public bool Has(string step) => _steps.ContainsKey(step);

    /// <summary>Names of the steps that begin with a word, in their order.</summary>
    public IEnumerable<string> StepsFrom(string word) => _steps.Keys.Where(step => step.StartsWith(word, StringComparison.Ordinal));

    /// <summary>Runs a step.</summary>
    public void Run(DuckDBConnection connection, string step, MergeParameters parameters)
    {
        // The engine wants exactly the parameters that a statement names.
        foreach (string statement in Statements(Step(step)))
        {
            connection.Execute(statement, parameters.In(statement));
        }
    }

    /// <summary>Runs a step that is one query and reads the numbers of its only row.</summary>
    public long[] Numbers(DuckDBConnection connection, string step, MergeParameters parameters)
    {
        string text = Step(step);
        using DuckDBCommand command = connection.Command(text, parameters.In(text));
        using DuckDBDataReader reader = command.ExecuteReader();
        reader.Read();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetInt64)];
    }

    /// <summary>Runs a step that is one query of a name and a count, and reads its rows.</summary>
    public IReadOnlyDictionary<string, long> Counts(DuckDBConnection connection, string step, MergeParameters parameters)
    {
        string text = Step(step);
        using DuckDBCommand command = connection.Command(text, parameters.In(text));
        using DuckDBDataReader reader = command.ExecuteReader();
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        while (reader.Read())
        {
            counts.Add(reader.GetString(0), reader.GetInt64(1));
        }

        return counts;
    }

    /// <summary>The text of a step.</summary>
    public string Step(string step) => _steps.TryGetValue(step, out string? text)
        ? text
        : throw new InvalidOperationException($"Merge script '{_name}' has no step '{step}'.");

    private static Dictionary<string, string> Steps(string text)
    {
        string[] parts = StepMark().Split(text);
        var steps = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 1; i < parts.Length; i += 2)
        {
            steps.Add(parts[i].Trim(), parts[i + 1]);
        }

        return steps;
    }

    private static IEnumerable<string> Statements(string step) => StatementEnd()
        .Split(step)
        .Where(statement => !string.IsNullOrWhiteSpace(Comment().Replace(statement, "")));

    [GeneratedRegex(@"^-- step: (.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex StepMark();

    [GeneratedRegex(@";[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex StatementEnd();

    [GeneratedRegex(@"--.*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
