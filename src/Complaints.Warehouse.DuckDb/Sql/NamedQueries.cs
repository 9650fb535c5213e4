using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Complaints.Warehouse.Queries;

namespace Complaints.Warehouse.DuckDb.Sql;

/// <summary>The engine's own words for named queries; each file is read once.</summary>
internal static partial class NamedQueries
{
    private static readonly ConcurrentDictionary<string, QueryText> s_known = new(StringComparer.Ordinal);

    /// <summary>The SQL of a named query with its values.</summary>
    /// <exception cref="InvalidOperationException">There is no such query, or its text names other values than were given: our defect.</exception>
    public static SqlQuery Resolve(NamedQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        QueryText text = s_known.GetOrAdd(query.Name, Read);
        return text.Parameters.SetEquals(query.Parameters.Select(parameter => parameter.Name))
            ? new SqlQuery(text.Sql, query.Parameters)
            : throw new InvalidOperationException(
                $"Query '{query.Name}' takes {Words(text.Parameters)}, and was given {Words(query.Parameters.Select(parameter => parameter.Name))}.");
    }

    private static QueryText Read(string name)
    {
        if (!Name().IsMatch(name) || !File.Exists(SqlFiles.Query(name)))
        {
            throw new InvalidOperationException($"There is no query '{name}'.");
        }

        string sql = RecordedVersions.Render(File.ReadAllText(SqlFiles.Query(name)));
        return new QueryText(sql, [.. Parameter().Matches(Comment().Replace(sql, "")).Select(match => match.Groups[1].Value)]);
    }

    private static string Words(IEnumerable<string> names) => $"({string.Join(", ", names.Order(StringComparer.Ordinal))})";

    [GeneratedRegex("^[a-z_]+/[a-z_]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\$([a-z_0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex("--.*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    private sealed record QueryText(string Sql, HashSet<string> Parameters);
}
