namespace Complaints.Domain.Code;

/// <summary>An extension of the time for a response, as recorded. Whether it is one under the Code, the clock decides.</summary>
/// <param name="AgreedOn">Day on which the resident was informed (the Code says inform, landlords say agree; Code 2024 §6.4).</param>
/// <param name="To">The new due date the resident was given.</param>
/// <param name="Reason">Why more time was needed; blank counts as missing.</param>
/// <param name="OmbudsmanDetailsGiven">Whether the Ombudsman's contact details were given; null when not recorded.</param>
public sealed record Extension(DateOnly? AgreedOn, DateOnly? To, string? Reason, bool? OmbudsmanDetailsGiven)
{
    /// <summary>Whether nothing at all is recorded, as in a row of empty cells: then there is no extension.</summary>
    public bool IsEmpty =>
        AgreedOn is null && To is null && string.IsNullOrWhiteSpace(Reason) && OmbudsmanDetailsGiven is not true;
}
