namespace Complaints.Measures.Catalogue;

/// <summary>Which of a stage's dates puts it into a period.</summary>
public enum DateRole
{
    /// <summary>
    /// The day the complaint was made at that stage (<c>received_on</c>): the regulator's population (docs/domain.md §2.4).
    /// </summary>
    Made = 1,

    /// <summary>The day of the full response (<c>responded_on</c>).</summary>
    Responded = 2,
}
