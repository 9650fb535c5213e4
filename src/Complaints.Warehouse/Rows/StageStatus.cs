namespace Complaints.Warehouse.Rows;

/// <summary>Whether a complaint stage was accepted.</summary>
public enum StageStatus
{
    /// <summary>Accepted and handled.</summary>
    Accepted = 1,

    /// <summary>Not accepted, with a reason (Code 2024 §2.1 [F]); outside the measures.</summary>
    Refused = 2,

    /// <summary>Withdrawn by the resident after it was made; still made (domain §1.3 [R]).</summary>
    Withdrawn = 3,
}
