namespace Complaints.Etl.History;

/// <summary>A load as it was recorded: rows read = loaded + unchanged + held back, in each file and in all.</summary>
/// <param name="Load">Its number.</param>
/// <param name="LoadSet">What was loaded.</param>
/// <param name="ExtractDate">The day up to which its extracts know.</param>
/// <param name="FinishedAt">When it was published.</param>
/// <param name="Facts">What it did to the facts.</param>
/// <param name="Files">Its files.</param>
public sealed record PastLoad(
    int Load, string LoadSet, DateOnly ExtractDate, DateTimeOffset FinishedAt, ChangedFacts Facts, IReadOnlyList<PastFile> Files)
{
    /// <summary>Rows read.</summary>
    public long RowsRead => Files.Sum(file => file.RowsRead);

    /// <summary>Rows that said something new.</summary>
    public long RowsLoaded => Files.Sum(file => file.RowsLoaded);

    /// <summary>Rows that said what was known.</summary>
    public long RowsUnchanged => Files.Sum(file => file.RowsUnchanged);

    /// <summary>Rows held back.</summary>
    public long RowsHeldBack => Files.Sum(file => file.RowsHeldBack);
}

/// <summary>What a load did to facts.</summary>
/// <param name="Added">New ones.</param>
/// <param name="Changed">Those of which it said something else.</param>
/// <param name="Closed">Versions that ended.</param>
/// <param name="Withdrawn">Those that a full extract no longer had.</param>
public sealed record ChangedFacts(long Added, long Changed, long Closed, long Withdrawn);

/// <summary>A file of a load.</summary>
/// <param name="File">Its name.</param>
/// <param name="Source">The source system.</param>
/// <param name="Target">What its rows are.</param>
/// <param name="Mode">Full or incremental.</param>
/// <param name="RowsRead">Rows read.</param>
/// <param name="RowsLoaded">Rows that said something new.</param>
/// <param name="RowsUnchanged">Rows that said what was known.</param>
/// <param name="RowsHeldBack">Rows held back.</param>
/// <param name="FreshForDays">Days after the extract's for which its mapping promises that it is fresh; null without a promise.</param>
public sealed record PastFile(
    string File, string Source, string Target, string Mode, long RowsRead, long RowsLoaded, long RowsUnchanged, long RowsHeldBack,
    int? FreshForDays = null);
