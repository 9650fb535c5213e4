namespace Complaints.Etl.Quarantine;

/// <summary>A person's decision to leave out a row that was held back.</summary>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record QuarantineDismissal(string By, DateTimeOffset At, string Reason);
