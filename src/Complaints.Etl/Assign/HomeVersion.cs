using Complaints.Domain.Homes;

namespace Complaints.Etl.Assign;

/// <summary>A home as the register had it for a time.</summary>
/// <param name="PropertyId">Durable id of the home.</param>
/// <param name="Allocator">Who gave out its reference.</param>
/// <param name="Reference">The allocator's own reference.</param>
/// <param name="Landlord">Who owns it in that time.</param>
/// <param name="StockType">Its stock type in that time.</param>
/// <param name="TenureCode">Its tenure in the source's code.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">First day after.</param>
internal sealed record HomeVersion(
    long PropertyId,
    string Allocator,
    string Reference,
    LandlordCode Landlord,
    StockType StockType,
    string? TenureCode,
    DateOnly ValidFrom,
    DateOnly ValidTo)
{
    /// <summary>Its unique property reference number; a block's, where the register gives each of its homes that.</summary>
    internal Uprn? Uprn { get; init; }

    /// <summary>Its address as the register writes it.</summary>
    internal string? Address { get; init; }

    /// <summary>Its postcode as the register writes it.</summary>
    internal string? Postcode { get; init; }

    internal bool IsValidOn(DateOnly day) => day >= ValidFrom && day < ValidTo;

    /// <summary>Days between a day and the time of this version; 0 inside it.</summary>
    internal int DaysFrom(DateOnly day) =>
        day < ValidFrom ? ValidFrom.DayNumber - day.DayNumber : day >= ValidTo ? day.DayNumber - ValidTo.DayNumber + 1 : 0;

    /// <summary>Why it does not hold on a day, in words; the end is given as the registers are kept, without its last day.</summary>
    internal string NotValidOn(DateOnly day) => day < ValidFrom
        ? FormattableString.Invariant($"not valid on {day:yyyy-MM-dd} (valid from {ValidFrom:yyyy-MM-dd} on)")
        : FormattableString.Invariant($"not valid on {day:yyyy-MM-dd} (valid to {ValidTo:yyyy-MM-dd}, that day not included)");

    /// <summary>Its address in the form in which two are compared; null where the register gives none that tells a home.</summary>
    internal HomeAddress? ReadAddress() => HomeAddress.TryParse(Address, Postcode, out HomeAddress? address) ? address : null;
}
