using Complaints.Domain;
using Complaints.Domain.Errors;
using CsvHelper;

namespace Complaints.Learning.Bench;

/// <summary>A CSV file in memory, by column; equal cells share one string.</summary>
internal sealed class CsvTable
{
    private CsvTable(string[] header, List<string>[] columns, MalformedRows leftOut)
    {
        Header = header;
        Columns = columns;
        LeftOut = leftOut;
    }

    public string[] Header { get; }

    public List<string>[] Columns { get; }

    /// <summary>Records that are no rows.</summary>
    public MalformedRows LeftOut { get; }

    public int RowCount => Columns[0].Count;

    /// <summary>Position of a column.</summary>
    /// <exception cref="UserException">There is no such column.</exception>
    public int IndexOf(string name, string option)
    {
        int index = Array.FindIndex(Header, h => string.Equals(h, name, StringComparison.OrdinalIgnoreCase));
        return index >= 0
            ? index
            : throw new UserException(
                $"The file has no column '{name}'.",
                where: option,
                expected: $"one of {string.Join(", ", Header)}",
                fix: "Check the spelling against the header line.");
    }

    public static CsvTable Read(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new UserException(
                $"The file '{path}' does not exist.", where: "--csv", fix: "Give the path of a CSV file with a header line.");
        }

        try
        {
            using CsvRecords records = CsvRecords.Open(path);
            return Read(records, path, cancellationToken);
        }
        catch (CsvFormatException e)
        {
            throw new UserException(
                $"The file '{path}' is not a well-formed CSV file.",
                where: $"record {e.RecordNumber}",
                fix: "Look for an unclosed quote there.",
                inner: e);
        }
    }

    private static CsvTable Read(CsvRecords records, string path, CancellationToken cancellationToken)
    {
        string[] header = Named(records.ReadHeader() ?? throw new UserException(
            $"A quotation mark in the header of '{path}' does not close where a column's name ends.",
            where: "--csv",
            expected: "quotation marks around a whole name, and two of them for one inside it",
            fix: "Remove the mark, or write two."));
        Check(header, path);
        List<string>[] columns = [.. header.Select(_ => new List<string>())];
        while (records.Read() is string[] cells)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (columns[0].Count == Limits.BenchRows)
            {
                throw new UserException($"The file '{path}' has more than {Limits.BenchRows:N0} rows.", where: "--csv", fix: "Give a part of the file.");
            }

            for (int c = 0; c < columns.Length; c++)
            {
                columns[c].Add(cells[c]);
            }
        }

        CheckRows(records.LeftOut, columns[0].Count, path);
        return new CsvTable(header, columns, records.LeftOut);
    }

    // A few broken records are told; of many, what is left is no fair part of the table.
    private static void CheckRows(MalformedRows leftOut, int rows, string path)
    {
        if (100L * leftOut.Count > (long)Limits.BenchMalformedPercent * (rows + leftOut.Count))
        {
            throw new UserException(
                $"Of the {rows + leftOut.Count} rows of '{path}', too many are malformed: {leftOut.Told}.",
                where: "--csv",
                expected: $"rows of {leftOut.Cells} cells, as many as the header has names",
                fix: "Export the file again with quotation marks around cells that hold the delimiter, or name every column.");
        }

        if (rows == 0)
        {
            throw new UserException($"The file '{path}' has a header but no rows.", where: "--csv", expected: "at least one row");
        }
    }

    // A column without a name, such as the row numbers that a data frame writes, goes by its position, unless another one is called that.
    private static string[] Named(string[] header)
    {
        string[] names = [.. header];
        for (int i = 0; i < names.Length; i++)
        {
            string name = $"column {i + 1}";
            while (names[i].Length == 0)
            {
                (names[i], name) = (names.Contains(name, StringComparer.OrdinalIgnoreCase) ? "" : name, $"unnamed {name}");
            }
        }

        return names;
    }

    private static void Check(string[] header, string path)
    {
        if (header.Length == 0)
        {
            throw new UserException($"The file '{path}' is empty.", where: "--csv", expected: "a header line and rows");
        }

        if (header.Length > Limits.BenchColumns)
        {
            throw new UserException(
                $"The file '{path}' has {header.Length} columns.", where: "--csv", expected: $"at most {Limits.BenchColumns}");
        }

        string? twice = header.GroupBy(h => h, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twice is not null)
        {
            throw new UserException(
                $"The column '{twice}' occurs twice in '{path}'.",
                where: "line 1",
                expected: "a name of its own for each column",
                fix: "Rename one of them.");
        }
    }
}
