namespace Complaints.Samples.Tsm;

/// <summary>A service area, and how much it drives residents to stage 2.</summary>
internal sealed record TsmServiceArea(string Name, double Escalation);
