using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Complaints.Domain.Access;
using Complaints.Warehouse.Queries;

namespace Complaints.Warehouse.DuckDb.Sql;

/// <summary>The engine's own words for named queries; each file is read once.</summary>
internal static partial class NamedQueries
{
    private static readonly ConcurrentDictionary<string, QueryText> s_known = new(StringComparer.Ordinal);

    /// <summary>The SQL of a named query with its values.</summary>
    /// <exception cref="InvalidOperationException">
    /// There is no such query, or its text names other values than were given: our defect.
    /// </exception>
    public static SqlQuery Resolve(NamedQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        QueryText text = s_known.GetOrAdd(query.Name, Read);
        if (!text.Parameters.SetEquals(query.Parameters.Select(parameter => parameter.Name)))
        {
            throw new InvalidOperationException(
                $"Query '{query.Name}' takes {Words(text.Parameters)}, and was given {Words(query.Parameters.Select(parameter => parameter.Name))}.");
        }

        return MaySee().IsMatch(text.Sql) == query.Scope is not null
            ? query.Scope is LandlordScope scope ? Within(scope, text.Sql, query.Parameters) : new SqlQuery(text.Sql, query.Parameters)
            : throw new InvalidOperationException(
                $"Query '{query.Name}' {(query.Scope is null ? "needs to know" : "does not ask")} which landlords the reader may see.");
    }

    private static SqlQuery Within(LandlordScope scope, string sql, IReadOnlyList<SqlParameterValue> parameters)
    {
        List<SqlParameterValue> values = [.. parameters];
        Dictionary<object, string> names = [];
        string text = MaySee().Replace(sql, match => match.Groups[1].Value is "anything"
            ? LandlordCondition.OfPublic(scope)
            : LandlordCondition.Of(scope, match.Groups[1].Value, Named));
        return new SqlQuery(text, values);

        string Named(object code)
        {
            if (!names.TryGetValue(code, out string? name))
            {
                name = $"visible_landlord_{names.Count}";
                names.Add(code, name);
                values.Add(new SqlParameterValue(name, code));
            }

            return "$" + name;
        }
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

    [GeneratedRegex(@"\{\{may see ([\w.]+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex MaySee();

    [GeneratedRegex(@"\$([a-z_0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex("--.*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    private sealed record QueryText(string Sql, HashSet<string> Parameters);
}
