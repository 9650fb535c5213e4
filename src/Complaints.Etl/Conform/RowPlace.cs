namespace Complaints.Etl.Conform;

/// <summary>Where a row of a load stands.</summary>
/// <param name="File">The file's number in the load.</param>
/// <param name="Line">The line or row in it.</param>
internal readonly record struct RowPlace(int File, long Line);
