using Complaints.Domain.Access;

namespace Complaints.Warehouse.Queries;

/// <summary>
/// A query that every engine keeps under a name, in its own words: <c>sql/&lt;engine&gt;/queries/&lt;name&gt;.sql</c>. Whoever asks knows
/// the name, the values and the columns of the answer, and no dialect.
/// </summary>
/// <param name="Name">Its name, e.g. "risk/scores".</param>
/// <param name="Parameters">The values it needs: exactly those that its text names.</param>
public sealed record NamedQuery(string Name, IReadOnlyList<SqlParameterValue> Parameters)
{
    /// <summary>Stands between the values of a list: the record separator, which no code or reference has.</summary>
    public const char ListSeparator = '\u001e';

    /// <summary>
    /// What the reader may see. The file of a query says whose rows it gives out (<see cref="QueryScope"/>), and where the condition
    /// stands: <c>{{may see s.landlord_code}}</c>, or <c>{{may see anything}}</c> for what is public. A file without that line, one whose
    /// condition contradicts it, and a question that leaves the reader out or names one to no purpose are refused: forgetting it must not
    /// open anything.
    /// </summary>
    public LandlordScope? Scope { get; init; }

    /// <summary>The query for a reader who may see the landlords of a scope alone.</summary>
    public NamedQuery For(LandlordScope scope) => this with { Scope = scope };

    /// <summary>A query with its values by name.</summary>
    public static NamedQuery Of(string name, params IReadOnlyList<(string Name, object? Value)> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new NamedQuery(name, [.. values.Select(value => new SqlParameterValue(value.Name, value.Value))]);
    }

    /// <summary>Several texts as one value, for a query that says it takes a list.</summary>
    public static string List(IEnumerable<string> values) => string.Join(ListSeparator, values);
}
