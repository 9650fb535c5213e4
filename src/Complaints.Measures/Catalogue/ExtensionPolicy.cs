namespace Complaints.Measures.Catalogue;

/// <summary>
/// Which recorded extensions give a response more time. The Code asks for reasons and for the Ombudsman's details (Code 2024 §6.4, §6.5)
/// and does not say what an extension without them is; the choice is stated with every figure.
/// </summary>
public enum ExtensionPolicy
{
    /// <summary>
    /// As recorded, up to the longest that the Code permits. What is missing is counted beside the figure. An extension agreed after the
    /// deadline, or one that extends nothing, is none under either policy.
    /// </summary>
    AsRecorded = 1,

    /// <summary>
    /// Only with the day it was agreed, its new due date, a reason and, where the version of the Code asks for them, the Ombudsman's
    /// details.
    /// </summary>
    Strict = 2,
}
