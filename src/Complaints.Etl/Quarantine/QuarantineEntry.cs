namespace Complaints.Etl.Quarantine;

/// <summary>A row held back.</summary>
/// <param name="Id">Its id in the warehouse.</param>
/// <param name="LoadId">The load that held it back.</param>
/// <param name="SourceSystem">Where it came from.</param>
/// <param name="Target">What it would have become.</param>
/// <param name="FileName">The file.</param>
/// <param name="Sheet">The sheet, of a workbook.</param>
/// <param name="Line">The line or row.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Column">The column of the fault; null for the row as a whole.</param>
/// <param name="Value">The offending value.</param>
/// <param name="Expected">What would have been accepted.</param>
/// <param name="Hint">What can be done.</param>
/// <param name="RowKey">The row's natural key, where it has one.</param>
/// <param name="Raw">The row as a JSON object of column → text.</param>
/// <param name="Status">
/// "open"; "replayed": its row loaded later; "superseded": it was held back again otherwise, or a later full extract no longer has it;
/// "dismissed": a person decided to leave it out.
/// </param>
/// <param name="ResolvedByLoad">The load since which it is no longer open; null while it is.</param>
/// <param name="Dismissal">Who dismissed it, when and why; null unless dismissed.</param>
public sealed record QuarantineEntry(
    long Id,
    int LoadId,
    string SourceSystem,
    string Target,
    string FileName,
    string? Sheet,
    long Line,
    string RuleId,
    string? Column,
    string? Value,
    string Expected,
    string Hint,
    string? RowKey,
    string Raw,
    string Status,
    int? ResolvedByLoad,
    QuarantineDismissal? Dismissal);
