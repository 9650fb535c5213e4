using System.Globalization;
using Complaints.Escalation.Cases;
using Complaints.Domain;
using Complaints.Domain.Errors;

namespace Complaints.Escalation.Serving;

/// <summary>Which part of the risk list is asked for.</summary>
public sealed record RiskListQuery
{
    /// <summary>The day; null for the newest that was scored.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Only this landlord's cases, by code; null for all.</summary>
    public string? Landlord { get; init; }

    /// <summary>Only cases of this service area, compared without regard to case; null for all.</summary>
    public string? ServiceArea { get; init; }

    /// <summary>Only cases of this category, or of a subcategory of it, without regard to case; null for all.</summary>
    public string? Category { get; init; }

    /// <summary>Only open cases, or only answered ones; null for both.</summary>
    public CaseState? State { get; init; }

    /// <summary>Only cases at least so likely, from 0 to 1.</summary>
    /// <exception cref="UserException">Out of that range.</exception>
    public double LeastProbability
    {
        get;
        init => field = value is >= 0 and <= 1
            ? value
            : throw new UserException(
                string.Create(CultureInfo.InvariantCulture, $"{value} is not a probability."),
                where: "least_probability",
                expected: "0 to 1",
                fix: "write 0.3 for 30 %");
    }

    /// <summary>At most so many cases, from 1 to <see cref="Limits.RiskListEntries"/>.</summary>
    /// <exception cref="UserException">Fewer or more.</exception>
    public int Top
    {
        get;
        init => field = value is >= 1 and <= Limits.RiskListEntries
            ? value
            : throw new UserException(
                $"A list of {value} cases was asked for.",
                where: "top",
                expected: $"1 to {Limits.RiskListEntries} ({nameof(Limits)}.{nameof(Limits.RiskListEntries)})",
                fix: "ask for fewer, or filter by landlord or service area");
    } = 20;
}
