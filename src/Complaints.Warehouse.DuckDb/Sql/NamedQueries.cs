using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Complaints.Domain.Access;
using Complaints.Warehouse.Queries;

namespace Complaints.Warehouse.DuckDb.Sql;

/// <summary>The engine's own words for named queries; each file is read once.</summary>
internal static partial class NamedQueries
{
    private const string Anything = "anything";

    private static readonly ConcurrentDictionary<string, QueryText> s_known = new(StringComparer.Ordinal);

    /// <summary>The SQL of a named query with its values.</summary>
    /// <exception cref="InvalidOperationException">
    /// There is no such query, its text names other values than were given, or it needs to know what the reader may see: our defect.
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

        return (query.Scope, text.Scope) switch
        {
            (null, QueryScope.Internal) => new SqlQuery(text.Sql, query.Parameters),
            (LandlordScope scope, QueryScope.Scoped or QueryScope.Public) => Within(scope, text.Sql, query.Parameters),
            _ => throw new InvalidOperationException(
                $"Query '{query.Name}' {(query.Scope is null ? "needs to know" : "does not ask")} which landlords the reader may see."),
        };
    }

    /// <summary>Whose rows a query may give out, as its file says and its conditions bear out.</summary>
    /// <exception cref="InvalidOperationException">It does not say, or says another thing than its conditions: our defect.</exception>
    internal static QueryScope ScopeOf(string name, string sql)
    {
        Match said = Said().Match(sql);
        QueryScope scope = said.Success
            ? Enum.Parse<QueryScope>(said.Groups[1].Value, ignoreCase: true)
            : throw new InvalidOperationException($"Query '{name}' does not say in its first line whose rows it gives out.");
        string[] conditions = [.. MaySee().Matches(Comment().Replace(sql, "")).Select(match => match.Groups[1].Value)];
        bool holds = scope switch
        {
            QueryScope.Scoped => conditions.Any(column => column != Anything),
            QueryScope.Public => conditions.Length > 0 && conditions.All(column => column == Anything),
            _ => conditions.Length == 0,
        };
        return holds
            ? scope
            : throw new InvalidOperationException($"Query '{name}' says that it is {said.Groups[1].Value}, and its conditions say otherwise.");
    }

    private static SqlQuery Within(LandlordScope scope, string sql, IReadOnlyList<SqlParameterValue> parameters)
    {
        List<SqlParameterValue> values = [.. parameters];
        Dictionary<object, string> names = [];
        string text = MaySee().Replace(sql, match => match.Groups[1].Value is Anything
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
        return new QueryText(
            sql,
            ScopeOf(name, sql),
            [.. Parameter().Matches(Comment().Replace(sql, "")).Select(match => match.Groups[1].Value)]);
    }

    private static string Words(IEnumerable<string> names) => $"({string.Join(", ", names.Order(StringComparer.Ordinal))})";

    [GeneratedRegex("^[a-z_]+/[a-z_]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A-- scope: (scoped|public|internal)\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex Said();

    [GeneratedRegex(@"\{\{may see ([\w.]+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex MaySee();

    [GeneratedRegex(@"\$([a-z_0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex("--.*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    private sealed record QueryText(string Sql, QueryScope Scope, HashSet<string> Parameters);
}
