namespace Complaints.Domain.Code;

/// <summary>
/// How a response stands to its due date as at a day. The regulator asks for the first two apart and counts both as in time
/// (domain §1.1 [F]).
/// </summary>
public enum InTimeBasis
{
    /// <summary>Answered on or before the standard due date.</summary>
    Standard = 1,

    /// <summary>Answered after the standard due date, on or before that of a valid extension.</summary>
    Extension = 2,

    /// <summary>Answered after every due date.</summary>
    Late = 3,

    /// <summary>Not answered on that day, overdue or not.</summary>
    Open = 4,
}
