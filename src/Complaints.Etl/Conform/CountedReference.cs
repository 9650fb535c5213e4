using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform;

/// <summary>The reference by which records of a target are counted; one record under two of them would be counted twice.</summary>
/// <param name="Field">The field that holds it.</param>
/// <param name="Day">A day of the record that does not change: two that are only alike and have two days are two records.</param>
internal sealed record CountedReference(string Field, string? Day)
{
    /// <summary>The field within which references are given out, as those of actions are within a case; null for a whole source.</summary>
    internal string? Within { get; private init; }

    /// <summary>
    /// Whether what the references are given out within can be written in two ways too. Not where rows of a case that is not loaded tell
    /// it by themselves.
    /// </summary>
    internal bool ComparesWithin { get; private init; }

    /// <summary>
    /// Whether a record may load without the day; it may then be the other whatever its day. Elsewhere such a row loads only with one that
    /// has it, as a stage 2 with its stage 1.
    /// </summary>
    internal bool MayLackDay { get; private init; }

    /// <summary>That of a target; null where nothing is counted twice by two references.</summary>
    internal static CountedReference? Of(LoadTarget target) => target switch
    {
        LoadTarget.Stage => new("case_reference", "received_on"),
        LoadTarget.Complaint => new("case_reference", "stage1.received_on"),
        LoadTarget.Contact => new("contact_reference", "received_on"),
        LoadTarget.Action => new("action_reference", "made_on") { Within = "case_reference", MayLackDay = true },
        LoadTarget.Compensation => new("payment_reference", "offered_on") { Within = "case_reference", MayLackDay = true },
        LoadTarget.Finding => new("ombudsman_reference", "determined_on"),
        LoadTarget.Order => new("order_reference", null) { Within = "ombudsman_reference", ComparesWithin = true, MayLackDay = true },
        LoadTarget.Survey => new("survey_reference", "sent_on") { MayLackDay = true },
        _ => null,
    };
}
