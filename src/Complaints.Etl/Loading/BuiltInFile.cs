using Complaints.Etl.Rsh;

namespace Complaints.Etl.Loading;

/// <summary>A workbook of published figures that was read.</summary>
internal sealed record BuiltInFile(string Path, RshPublication Publication, string Sha256, long Bytes);
