namespace Complaints.Warehouse.Loading;

/// <summary>What the rows that are merged belong to.</summary>
/// <param name="SourceSystem">The system they come from; part of every fact's key.</param>
/// <param name="Mode">Whether rows that are missing were withdrawn.</param>
/// <param name="FileName">
/// The file they were read from, without its folder; unique among the files of a load (for a sheet, "book.xlsx#Sheet"), because rows read
/// are counted by it.
/// </param>
/// <remarks>
/// <see cref="LoadMode.Full"/> withdraws what no file of the same load named. Where several files of one load together state all rows of
/// a source and target, merge all but the last as <see cref="LoadMode.Incremental"/> and the last as <see cref="LoadMode.Full"/>.
/// Landlords and published figures of other sources are never withdrawn; a home that is missing from a full register ends at the
/// extract date.
/// </remarks>
public sealed record MergeScope(string SourceSystem, LoadMode Mode, string FileName)
{
    /// <summary>
    /// Whether each row states all stages of its complaint: a stage that the source gave before and the row lacks is withdrawn, also where
    /// <see cref="LoadMode.Incremental"/> says nothing of complaints that are missing.
    /// </summary>
    public bool StatesWholeCases { get; init; }
}
