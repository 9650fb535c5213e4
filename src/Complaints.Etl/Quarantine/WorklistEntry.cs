using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Homes;

namespace Complaints.Etl.Quarantine;

/// <summary>A row whose landlord a person must decide, with what it could be, best first.</summary>
/// <param name="Row">The row held back.</param>
/// <param name="Allocator">
/// Who gave out the row's identifier; null where an earlier version, which did not keep it, held the row back.
/// </param>
/// <param name="Suggestions">
/// Homes and landlords it could belong to; a suggestion without a home only says which figures are incomplete.
/// </param>
public sealed record WorklistEntry(QuarantineEntry Row, string? Allocator, IReadOnlyList<WorklistSuggestion> Suggestions)
{
    /// <summary>The day on which its home counts; null where it could not be read.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The address that the row gives of its home; null without one.</summary>
    public string? Address { get; init; }

    /// <summary>
    /// The home that leads the suggestions, with a confidence of <see cref="Limits.WorklistPrefill"/> at least; null where none does. Below
    /// that the first of several is little better than the second.
    /// </summary>
    public WorklistSuggestion? Leading =>
        Homes.FirstOrDefault() is WorklistSuggestion first && first.Score >= Limits.WorklistPrefill ? first : null;

    /// <summary>The homes that something speaks for, best first.</summary>
    public IEnumerable<WorklistSuggestion> Homes => Suggestions.Where(suggestion => suggestion.PropertyReference is not null);

    /// <summary>
    /// What speaks for the home that leads; where none does, for each that something speaks for, with its landlord and address.
    /// </summary>
    public string Why => Leading?.Why ?? string.Join(" / ", Homes.Select(home =>
        string.Create(CultureInfo.InvariantCulture, $"{home.Score:0.##} {home.PropertyReference} of {home.Landlord.Value}")
            + (home.Address is null ? "" : $" ({home.Address})")
            + $": {home.Why}"));
}

/// <summary>A home or landlord that a worklist row could belong to.</summary>
/// <param name="Landlord">The landlord.</param>
/// <param name="PropertyReference">The home's own reference; null where no home is suggested.</param>
/// <param name="PropertyAllocator">Who gave that reference out.</param>
/// <param name="Score">The confidence, 0 to 1. It ranks and decides nothing.</param>
/// <param name="Why">What speaks for it.</param>
public sealed record WorklistSuggestion(
    LandlordCode Landlord, string? PropertyReference, string? PropertyAllocator, decimal Score, string Why)
{
    /// <summary>The home's address and postcode as its register has them; null where it gives none.</summary>
    public string? Address { get; init; }
}
