using System.Data.Common;
using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Warehouse;
using Complaints.Warehouse.Queries;

namespace Complaints.Escalation.Serving;

/// <summary>Which cases of a list are asked for, and whether what is asked for exists at all: a typing error is no empty list.</summary>
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
        await using (DbDataReader reader = await snapshot.QueryAsync(sql, cancellationToken).ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                values.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        Require("landlord", query.Landlord, values.Where(v => v.Kind == "landlord" && scope.Allows(v.Value)), StringComparison.Ordinal);
        Require("service area", query.ServiceArea, values.Where(v => v.Kind == "service area"), StringComparison.OrdinalIgnoreCase);
        Require("category", query.Category, values.Where(v => v.Kind == "category"), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a case belongs to what the reader may see and asks for, by what is known of where it belongs.</summary>
    public static bool Allows(RiskListQuery query, LandlordScope scope, string landlord, string serviceArea) =>
        scope.Allows(landlord)
        && (query.Landlord is null || query.Landlord == landlord)
        && (query.ServiceArea is null || Same(query.ServiceArea, serviceArea));

    /// <summary>The same, and by what the list says of it.</summary>
    public static bool Allows(RiskListQuery query, LandlordScope scope, RiskListEntry entry, string category) =>
        Allows(query, scope, entry.Landlord, entry.ServiceArea)
        && (query.State is null || query.State == (entry.RespondedOn is null ? CaseState.Open : CaseState.Answered))
        && (query.Category is null || Same(query.Category, category) || category.StartsWith(query.Category + " > ", StringComparison.OrdinalIgnoreCase))
        && entry.Probability >= query.LeastProbability;

    private static bool Same(string asked, string value) => string.Equals(asked, value, StringComparison.OrdinalIgnoreCase);

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
                    : $"one of {string.Join(", ", values.Take(MostNamed))}{(values.Length > MostNamed ? $" and {values.Length - MostNamed} more" : "")}",
                fix: "choose one of these, or leave it out");
        }
    }
}
