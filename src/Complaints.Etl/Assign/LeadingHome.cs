using Complaints.Domain.Homes;

namespace Complaints.Etl.Assign;

/// <summary>
/// The home that leads a row's suggestions. Where a home of another landlord is as likely none does: the first of two is no better than the
/// second, and a complaint would go to the wrong landlord every other time.
/// </summary>
internal static class LeadingHome
{
    // Less than any step between two kinds of evidence.
    private const decimal Margin = 0.01m;

    /// <summary>The suggestion that leads; null where none names a home, or two landlords contend.</summary>
    /// <param name="ranked">The suggestions, best first.</param>
    /// <param name="read">A suggestion's landlord, whether it names a home, and its confidence.</param>
    internal static T? Of<T>(IEnumerable<T> ranked, Func<T, (LandlordCode Landlord, bool HasHome, decimal Confidence)> read)
        where T : class
    {
        List<T> homes = [.. ranked.Where(suggestion => read(suggestion).HasHome)];
        if (homes.Count == 0)
        {
            return null;
        }

        (LandlordCode landlord, _, decimal confidence) = read(homes[0]);
        return homes.Exists(other => read(other).Landlord != landlord && read(other).Confidence > confidence - Margin) ? null : homes[0];
    }
}
