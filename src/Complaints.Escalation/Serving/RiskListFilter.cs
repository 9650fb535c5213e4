using System.Data.Common;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Warehouse;
using Complaints.Warehouse.Queries;

namespace Complaints.Escalation.Serving;

/// <summary>Whether what a list is filtered by exists at all: a typing error is no empty list.</summary>
internal static class RiskListFilter
{
    private const int MostNamed = 20;

    /// <summary>Refuses a landlord, service area or category that the warehouse does not know, or the reader may not see.</summary>
    /// <exception cref="UserException">One that does not exist for the reader; the message tells those that do.</exception>
    public static async Task RequireKnownAsync(
        ISnapshot snapshot, RiskListQuery query, LandlordScope scope, CancellationToken cancellationToken)
    {
        if (query.Landlord is null && query.ServiceArea is null && query.Category is null)
        {
            return;
        }

        var sql = NamedQuery.Of("risk/filter_values");
        List<(string Kind, string Value)> values = [];
        await using (DbDataReader reader = await snapshot.QueryAsync(sql.For(scope), cancellationToken).ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                values.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        Require("landlord", query.Landlord, values.Where(v => v.Kind == "landlord"), StringComparison.Ordinal);
        Require("service area", query.ServiceArea, values.Where(v => v.Kind == "service area"), StringComparison.OrdinalIgnoreCase);
        Require("category", query.Category, values.Where(v => v.Kind == "category"), StringComparison.OrdinalIgnoreCase);
    }

    private static void Require(string kind, string? asked, IEnumerable<(string Kind, string Value)> known, StringComparison how)
    {
        if (asked is null)
        {
            return;
        }

        string[] values = [.. known.Select(v => v.Value)];
        if (!values.Any(value => string.Equals(value, asked, how)))
        {
            throw new UserException(
                $"There is no {kind} '{asked}'.",
                where: kind.Replace(' ', '_'),
                expected: values.Length == 0
                    ? $"no {kind}: none is known"
                    : $"one of {string.Join(", ", values.Take(MostNamed))}"
                        + (values.Length > MostNamed ? $" and {values.Length - MostNamed} more" : ""),
                fix: "choose one of these, or leave it out");
        }
    }
}
