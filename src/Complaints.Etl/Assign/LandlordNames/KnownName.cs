using Complaints.Domain.Homes;

namespace Complaints.Etl.Assign.LandlordNames;

/// <summary>A name that a landlord has from a day on.</summary>
/// <param name="Landlord">The landlord.</param>
/// <param name="Forms">The name.</param>
/// <param name="FirstDay">The first day; the first name of a landlord reaches back.</param>
/// <param name="EndDay">The first day after; the last name reaches forward.</param>
internal sealed record KnownName(LandlordCode Landlord, NameForms Forms, DateOnly FirstDay, DateOnly EndDay)
{
    internal bool IsOf(DateOnly day) => FirstDay <= day && day < EndDay;
}
