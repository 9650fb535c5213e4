using System.Data.Common;
using System.Runtime.CompilerServices;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Warehouse.DuckDb.Connections;
using Complaints.Warehouse.Engines;
using Complaints.Warehouse.Queries;
using DuckDB.NET.Data;

namespace Complaints.Warehouse.DuckDb;

/// <summary>Parquet through the engine's own reader, in an engine without a file.</summary>
internal sealed class ParquetFileReader : IColumnarFileReader
{
    private const string Footer = "SELECT num_rows FROM parquet_file_metadata($p0)";
    private const string Columns = "DESCRIBE SELECT * FROM read_parquet($p0, binary_as_string = true)";
    private const string Cells = "SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet($p0, binary_as_string = true)";

    public Task<ColumnarFileInfo> DescribeAsync(string path, CancellationToken ct) => Task.Run(
        () =>
        {
            RefuseUnreadable(path);
            return Guarded(path, () =>
            {
                using DuckDBConnection connection = DuckDbFile.OpenInMemory();
                return Describe(connection, path);
            });
        },
        ct);

    public async IAsyncEnumerable<ColumnarBatch> ReadAsync(string path, [EnumeratorCancellation] CancellationToken ct)
    {
        RefuseUnreadable(path);
        await using DuckDBConnection connection = DuckDbFile.OpenInMemory();
        await using DuckDBCommand command = connection.Command(Cells, new SqlParameterValue("p0", path));
        command.UseStreamingMode = true;
        await using DbDataReader reader = await Task.Run(
            () => Guarded(path, () =>
            {
                Describe(connection, path);
                return command.ExecuteReader();
            }),
            ct).ConfigureAwait(false);
        long next = 1;
        while (true)
        {
            List<string?[]> rows = await Task.Run(() => Guarded(path, () => ReadRows(reader)), ct).ConfigureAwait(false);
            if (rows.Count == 0)
            {
                yield break;
            }

            yield return new ColumnarBatch(next, rows);
            next += rows.Count;
        }
    }

    private static ColumnarFileInfo Describe(DuckDBConnection connection, string path)
    {
        long rows = Convert.ToInt64(connection.Scalar(Footer, new SqlParameterValue("p0", path)), null);
        if (rows > Limits.ColumnarFileRows)
        {
            throw TooLarge(path, $"{rows} rows", $"at most {Limits.ColumnarFileRows} rows");
        }

        var columns = new List<string>();
        using DuckDBCommand command = connection.Command(Columns, new SqlParameterValue("p0", path));
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            columns.Add(reader.GetString(0));
        }

        return columns.Count > Limits.ColumnarFileColumns
            ? throw TooLarge(path, $"{columns.Count} columns", $"at most {Limits.ColumnarFileColumns} columns")
            : new ColumnarFileInfo(columns, rows);
    }

    private static List<string?[]> ReadRows(DbDataReader reader)
    {
        var rows = new List<string?[]>();
        while (rows.Count < Limits.ColumnarBatchRows && reader.Read())
        {
            string?[] cells = new string?[reader.FieldCount];
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.IsDBNull(i) ? null : reader.GetString(i);
            }

            rows.Add(cells);
        }

        return rows;
    }

    private static void RefuseUnreadable(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new UserException("The file does not exist.", where: path, expected: "a Parquet file", fix: "give the path of a file");
        }

        if (file.Length > Limits.ColumnarFileBytes)
        {
            throw TooLarge(path, $"{file.Length} bytes", $"at most {Limits.ColumnarFileBytes} bytes");
        }

        // The engine would take these as a pattern over several files.
        if (path.AsSpan().ContainsAny("*?["))
        {
            throw new UserException(
                "The path has a character that stands for a pattern.",
                where: path,
                expected: "a path without *, ? and [",
                fix: "rename the file or its folder");
        }
    }

    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DuckDBException error)
        {
            throw new UserException(
                "The file cannot be read as Parquet: " + error.Message.Split('\n')[0],
                where: path,
                expected: "a whole Parquet file",
                fix: "export it again, or copy it again if it was cut short",
                inner: error);
        }
    }

    private static UserException TooLarge(string path, string what, string expected) => new(
        $"The file has {what}.", where: path, expected: expected, fix: "split the extract into smaller files");
}
