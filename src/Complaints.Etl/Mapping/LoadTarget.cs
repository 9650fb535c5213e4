namespace Complaints.Etl.Mapping;

/// <summary>What the rows of a file become.</summary>
public enum LoadTarget
{
    /// <summary>Landlords.</summary>
    Landlord = 1,

    /// <summary>Homes of a register.</summary>
    Property,

    /// <summary>Other identifiers of homes.</summary>
    PropertyReference,

    /// <summary>Homes by landlord, stock type and year end.</summary>
    Stock,

    /// <summary>Complaint stages, one a row.</summary>
    Stage,

    /// <summary>Complaint stages, both stages of a complaint in one row.</summary>
    Complaint,

    /// <summary>Contacts that are not complaints.</summary>
    Contact,

    /// <summary>Contacts with the complainant during a stage.</summary>
    Communication,

    /// <summary>Promises, remedies and lessons.</summary>
    Action,

    /// <summary>Payments to complainants.</summary>
    Compensation,

    /// <summary>Findings of the Ombudsman.</summary>
    Finding,

    /// <summary>Orders and recommendations of the Ombudsman.</summary>
    Order,

    /// <summary>Surveys that were sent, and their answers.</summary>
    Survey,

    /// <summary>Residents and their bands: the customer base.</summary>
    Resident,

    /// <summary>Figures as published.</summary>
    PublishedMeasure,
}
