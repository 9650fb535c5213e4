using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Etl.Conform.Values;
using Complaints.Etl.Extract;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Assign;

/// <summary>
/// Reads a person's decisions on worklist entries: which home an identifier stands for. The only way by which a suggestion becomes a match.
/// A file with any fault is refused whole: a decision is not guessed.
/// </summary>
internal static class ReviewedReferences
{
    /// <summary>The source system of what a person accepted.</summary>
    internal const string System = "REVIEWED";

    private static readonly string[] s_columns =
        ["allocator", "identifier", "property_reference", "property_allocator", "valid_from", "accepted_by", "accepted_on"];

    /// <exception cref="UserException">The file cannot be read, lacks a column, or a row is not complete.</exception>
    internal static async Task<IReadOnlyList<PropertyReferenceRow>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        ITable table = await TableFile.OpenAsync(path, ReadOptions.Default, cancellationToken).ConfigureAwait(false);
        await using (table.ConfigureAwait(false))
        {
            int[] places = [.. s_columns.Select(column => Place(table.Info, column))];
            var rows = new List<PropertyReferenceRow>();
            for (IReadOnlyList<TableRow> batch = await table.ReadAsync(1024, cancellationToken).ConfigureAwait(false);
                batch.Count > 0;
                batch = await table.ReadAsync(1024, cancellationToken).ConfigureAwait(false))
            {
                rows.AddRange(batch.Select(row => Row(path, row, places)));
            }

            return rows;
        }
    }

    internal static MergeScope Scope(string path) => new(System, LoadMode.Incremental, Path.GetFileName(path));

    private static int Place(TableInfo table, string column)
    {
        for (int i = 0; i < table.Header.Count; i++)
        {
            if (string.Equals(table.Header[i], column, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        throw new UserException(
            $"The reviewed file has no column '{column}'.",
            table.Path,
            string.Join(", ", s_columns),
            "add the column; every decision names the person and the day");
    }

    private static PropertyReferenceRow Row(string path, TableRow row, int[] places)
    {
        string Required(int i) => Text(i) is { Length: > 0 } text ? text : throw Wrong(path, row.Line, s_columns[i], "", "a value");
        string Text(int i) => places[i] < row.Cells.Length ? row.Cells[places[i]].Trim() : "";

        string identifier = Required(1);
        Day(path, row.Line, s_columns[6], Required(6));
        string from = Text(4);
        return new PropertyReferenceRow
        {
            SourceRow = row.Line,
            IdentifierAllocator = Required(0),
            Identifier = identifier,
            IdentifierNormalised = IdentifierText.Normalise(identifier),
            PropertyReference = Required(2),
            PropertyAllocator = Required(3),
            ValidFrom = from.Length == 0 ? null : Day(path, row.Line, s_columns[4], from),
            AcceptedBy = Required(5),
        };
    }

    private static DateOnly Day(string path, long line, string column, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw Wrong(path, line, column, text, "a day as year-month-day");

    private static UserException Wrong(string path, long line, string column, string value, string expected) => new(
        $"'{column}' is '{value}'.",
        FormattableString.Invariant($"{path}:{line}"),
        expected,
        "complete the row; a decision without it cannot be accepted");
}
