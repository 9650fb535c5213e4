using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform;

/// <summary>The reference by which records of a target are counted; one record under two of them would be counted twice.</summary>
/// <param name="Kind">What the warehouse calls such records (<c>record_reference</c>).</param>
/// <param name="Field">The field that holds it.</param>
/// <param name="Day">A day of the record that does not change: two that are only alike and have two days are two records.</param>
internal sealed record CountedReference(string Kind, string Field, string? Day)
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

    /// <summary>Whether a record may name none, as a finding of the whole of a case does of an element.</summary>
    internal bool MayBeNone { get; private init; }

    /// <summary>
    /// What tells records of one reference apart, as the element does findings of a case, and can be written in two ways as well; null
    /// where nothing does.
    /// </summary>
    internal CountedReference? Part { get; private init; }

    /// <summary>That of a target; null where nothing is counted twice by two references.</summary>
    internal static CountedReference? Of(LoadTarget target) => target switch
    {
        LoadTarget.Stage => new("stage", "case_reference", "received_on"),
        LoadTarget.Complaint => new("stage", "case_reference", "stage1.received_on"),
        LoadTarget.Contact => new("contact", "contact_reference", "received_on"),
        LoadTarget.Action => new("action", "action_reference", "made_on") { Within = "case_reference", MayLackDay = true },
        LoadTarget.Compensation => new("compensation", "payment_reference", "offered_on") { Within = "case_reference", MayLackDay = true },
        LoadTarget.Finding => new("finding", "ombudsman_reference", "determined_on")
        {
            Part = new("finding_element", "element", null) { Within = "ombudsman_reference", MayLackDay = true, MayBeNone = true },
        },
        LoadTarget.Order => new("order", "order_reference", null)
        {
            Within = "ombudsman_reference", ComparesWithin = true, MayLackDay = true,
        },
        LoadTarget.Survey => new("survey", "survey_reference", "sent_on")
        {
            MayLackDay = true,
            Part = new("survey_question", "question", null) { Within = "survey_reference", MayLackDay = true },
        },
        _ => null,
    };
}
