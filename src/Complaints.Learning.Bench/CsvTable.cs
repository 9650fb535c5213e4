using Complaints.Domain;
using Complaints.Domain.Errors;
using CsvHelper;

namespace Complaints.Learning.Bench;

/// <summary>A CSV file in memory, by column; equal cells share one string.</summary>
internal sealed class CsvTable
{
    // Cell values stay out of messages: they may be personal data. A short record reads as if its last cells were empty.
    private static readonly CsvReaderOptions Reading = CsvReaderOptions.Default with
    {
        TrimWhitespace = true,
        PoolStrings = true,
        IncludeValuesInExceptions = false,
        MissingField = CsvMissingFieldHandling.ReturnEmpty,
        MaxRecordSize = 1 << 24,
    };

    private CsvTable(string[] header, List<string>[] columns)
    {
        Header = header;
        Columns = columns;
    }

    public string[] Header { get; }

    public List<string>[] Columns { get; }

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

    public static async Task<CsvTable> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new UserException(
                $"The file '{path}' does not exist.", where: "--csv", fix: "Give the path of a CSV file with a header line.");
        }

        try
        {
            await using CsvReader csv = CsvReader.FromFile(path, Reading);
            return await ReadAsync(csv, path, cancellationToken);
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

    private static async Task<CsvTable> ReadAsync(CsvReader csv, string path, CancellationToken cancellationToken)
    {
        await csv.ReadHeaderAsync(cancellationToken);
        string[] header = Named([.. csv.Headers.Select(h => h.Trim())]);
        Check(header, path);
        List<string>[] columns = [.. header.Select(_ => new List<string>())];
        while (await csv.ReadAsync(cancellationToken))
        {
            if (columns[0].Count == Limits.BenchRows)
            {
                throw new UserException($"The file '{path}' has more than {Limits.BenchRows:N0} rows.", where: "--csv", fix: "Give a part of the file.");
            }

            for (int c = 0; c < columns.Length; c++)
            {
                columns[c].Add(csv.GetString(c));
            }
        }

        return columns[0].Count == 0
            ? throw new UserException($"The file '{path}' has a header but no rows.", where: "--csv", expected: "at least one row")
            : new CsvTable(header, columns);
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
