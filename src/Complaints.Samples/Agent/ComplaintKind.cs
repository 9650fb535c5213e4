namespace Complaints.Samples.Agent;

/// <summary>A kind of complaint: where it belongs and how much it drives residents to stage 2.</summary>
internal sealed record ComplaintKind(
    string ServiceArea, string Category, string Subcategory, double Escalation, bool HasContractor = false);
