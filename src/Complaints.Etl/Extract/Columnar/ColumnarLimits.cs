using Complaints.Domain;
using Parquet.Meta;

namespace Complaints.Etl.Extract.Columnar;

/// <summary>
/// Looks at what a Parquet file says of itself before anything of it is unpacked: a row group is held in memory as a whole.
/// </summary>
internal static class ColumnarLimits
{
    /// <exception cref="Complaints.Domain.Errors.UserException">Over a limit.</exception>
    internal static void Check(string path, long bytes, FileMetaData footer, int columns)
    {
        if (columns > Limits.FileColumns || footer.NumRows is < 0 or > Limits.FileRows)
        {
            throw Refusal.TooBig(
                path,
                FormattableString.Invariant($"The file has {columns:N0} columns and {footer.NumRows:N0} rows."),
                FormattableString.Invariant($"at most {Limits.FileColumns:N0} columns and {Limits.FileRows:N0} rows"));
        }

        long values = footer.NumRows * columns;
        if (values > Limits.ColumnarGraceCharacters && values / Limits.ColumnarRatio > bytes)
        {
            throw Refusal.TooBig(
                path,
                FormattableString.Invariant($"The file of {bytes:N0} bytes says that it holds {values:N0} values."),
                FormattableString.Invariant($"at most {Limits.ColumnarRatio:N0} times its size"));
        }

        foreach (RowGroup group in footer.RowGroups)
        {
            CheckGroup(path, group);
        }
    }

    private static void CheckGroup(string path, RowGroup group)
    {
        long bytes = group.Columns.Sum(column => Math.Clamp(column.MetaData?.TotalUncompressedSize ?? 0, 0, Limits.ColumnarGroupBytes + 1));
        bool sound = group.NumRows is >= 0 and <= Limits.ColumnarGroupRows
            && group.Columns.TrueForAll(column => column.MetaData?.NumValues == group.NumRows);
        if (!sound || bytes > Limits.ColumnarGroupBytes || group.NumRows * group.Columns.Count > Limits.ColumnarGroupValues)
        {
            throw Refusal.Of(
                path,
                FormattableString.Invariant($"A row group has {group.NumRows:N0} rows of {group.Columns.Count:N0} columns and unpacks to {bytes:N0} bytes."),
                FormattableString.Invariant($"at most {Limits.ColumnarGroupRows:N0} rows, as many values in each column as rows, {Limits.ColumnarGroupValues:N0} values and {Limits.ColumnarGroupBytes:N0} bytes"),
                "export it again with smaller row groups (100,000 rows is usual)");
        }
    }
}
