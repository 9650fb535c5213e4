namespace Complaints.Etl.Loading;

/// <summary>Where the time of a file went. Reading, conforming and appending overlap, so their sum exceeds the time on the clock.</summary>
/// <param name="Scan">Looking through the file.</param>
/// <param name="Extract">Reading rows.</param>
/// <param name="Conform">Conforming rows.</param>
/// <param name="Append">Writing to staging.</param>
/// <param name="Merge">Comparing and merging.</param>
public sealed record FileTimes(TimeSpan Scan, TimeSpan Extract, TimeSpan Conform, TimeSpan Append, TimeSpan Merge);
