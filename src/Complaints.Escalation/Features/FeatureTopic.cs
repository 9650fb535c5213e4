namespace Complaints.Escalation.Features;

/// <summary>
/// What a feature is about. A reason is given per topic: three sentences on the same silence would hide the second and third reason.
/// </summary>
public enum FeatureTopic
{
    /// <summary>What the complaint is about.</summary>
    Subject,

    /// <summary>How it came in.</summary>
    Channel,

    /// <summary>Tenure and stock type.</summary>
    Tenure,

    /// <summary>How many points it raises.</summary>
    Points,

    /// <summary>Time so far against the Code.</summary>
    Clock,

    /// <summary>The acknowledgement.</summary>
    Acknowledgement,

    /// <summary>Promises and remedies.</summary>
    Promises,

    /// <summary>Contact with the resident.</summary>
    Contact,

    /// <summary>Earlier complaints of the household and home.</summary>
    Household,

    /// <summary>Complaints in the block.</summary>
    Block,

    /// <summary>The contractor's record.</summary>
    Contractor,

    /// <summary>The record of the landlord's service area.</summary>
    Area,

    /// <summary>The landlord's record and that of recent months.</summary>
    Landlord,

    /// <summary>The stage 1 decision.</summary>
    Decision,

    /// <summary>Time since the response without an escalation; no feature, see <see cref="Training.WaitingCurve"/>.</summary>
    Waiting,
}
