namespace Complaints.Domain.Code;

/// <summary>A stage of the landlord's complaints process. The Code allows no more than two (Code 2024 §5.3 [F]).</summary>
public enum Stage
{
    /// <summary>The first answer.</summary>
    One = 1,

    /// <summary>The review of the first answer; the landlord's final response (Code 2024 §6.10 [F]).</summary>
    Two = 2,
}
