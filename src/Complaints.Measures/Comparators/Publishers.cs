using Complaints.Domain.Errors;
using Complaints.Domain.Text;

namespace Complaints.Measures.Comparators;

/// <summary>
/// Keeps publishers apart: the regulator's figures of a sector and a landlord's own page are two things, and a median over both is neither.
/// </summary>
internal static class Publishers
{
    /// <summary>The regulator, as its workbook is loaded and as the comparators that ship with the product are published.</summary>
    internal const string Regulator = "RSH";

    /// <summary>
    /// The publisher that a comparator is taken of; null where nobody published the measure in numbers that it can be taken of.
    /// </summary>
    /// <param name="values">The published figures of the measure.</param>
    /// <param name="wanted">The publisher asked for; null for the regulator, or the only one.</param>
    /// <param name="measure">Id of the measure, for the error.</param>
    /// <exception cref="UserException">Nobody of that name published it, or there are several and none is the regulator.</exception>
    internal static string? Choose(IReadOnlyCollection<PublishedValue> values, string? wanted, string measure)
    {
        string[] known =
        [
            .. values
                .Where(value => wanted is not null || value.Rate is not null)
                .Select(value => value.Publisher)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        if (wanted is not null)
        {
            return Array.Find(known, name => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase))
                ?? (string.Equals(wanted, Regulator, StringComparison.OrdinalIgnoreCase) ? null : throw Unknown(wanted, known, measure));
        }

        return known.Contains(Regulator, StringComparer.Ordinal) ? Regulator
            : known.Length < 2 ? known.FirstOrDefault()
            : throw new UserException(
                $"Figures of '{measure}' are loaded from {known.Length} publishers, and none is the regulator.",
                where: "publisher",
                expected: $"one of {string.Join("; ", known)}",
                fix: "name the publisher whose figures are meant");
    }

    private static UserException Unknown(string wanted, string[] known, string measure) => new(
        $"No figures of '{measure}' published by '{wanted}' are loaded{NearestNames.DidYouMean(wanted, known)}",
        where: "publisher",
        expected: known.Length == 0 ? "nobody: none are loaded for the year and section" : $"one of {string.Join("; ", known)}",
        fix: "write the publisher as it was loaded, or load its figures");
}
