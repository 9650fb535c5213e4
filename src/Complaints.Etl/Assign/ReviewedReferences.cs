using Complaints.Domain.Errors;
using Complaints.Etl.Conform.Values;
using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;
using Complaints.Etl.Mapping.Json;
using Complaints.Warehouse.Loading;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Assign;

/// <summary>
/// Reads a person's decisions on worklist entries: which home an identifier stands for. The only way by which a suggestion becomes a match.
/// A line without a home, a person or a day is none yet and is left aside; one with a fault refuses the file: a decision is not guessed.
/// </summary>
internal static class ReviewedReferences
{
    /// <summary>The source system of what a person accepted.</summary>
    internal const string System = "REVIEWED";

    private static readonly string[] s_columns =
        ["allocator", "identifier", "property_reference", "property_allocator", "valid_from", "accepted_by", "accepted_on"];

    /// <param name="path">The file.</param>
    /// <param name="order">The order of day, month and year in days that are not ISO.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="UserException">The file cannot be read, lacks a column, or a decided line has a fault.</exception>
    internal static async Task<ReviewedFile> ReadAsync(string path, DateOrder order, CancellationToken cancellationToken)
    {
        ITable table = await TableFile.OpenAsync(path, new ReadOptions { IsOwnExport = true }, cancellationToken).ConfigureAwait(false);
        await using (table.ConfigureAwait(false))
        {
            int[] places = [.. s_columns.Select(column => Place(table.Info, column))];
            var decided = new List<PropertyReferenceRow>();
            var incomplete = new List<ReviewedLine>();
            int undecided = 0;
            for (IReadOnlyList<TableRow> batch = await table.ReadAsync(1024, cancellationToken).ConfigureAwait(false);
                batch.Count > 0;
                batch = await table.ReadAsync(1024, cancellationToken).ConfigureAwait(false))
            {
                foreach (TableRow row in batch)
                {
                    string[] empty = [.. Decision(row, places).Where(cell => cell.Text.Length == 0).Select(cell => cell.Column)];
                    switch (empty.Length)
                    {
                        case 0:
                            decided.Add(Row(path, row, places, order));
                            break;
                        case 1 when Cell(row, places, 5).Length > 0:
                            incomplete.Add(new ReviewedLine(row.Line, Cell(row, places, 1), $"'{empty[0]}' is empty"));
                            break;
                        default:
                            undecided++;
                            break;
                    }
                }
            }

            RefuseTwice(path, decided);
            return new ReviewedFile(path, decided, incomplete, undecided);
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

    private static void RefuseTwice(string path, List<PropertyReferenceRow> decided)
    {
        foreach (IGrouping<object, PropertyReferenceRow> same in decided
            .GroupBy(object (row) => (row.IdentifierAllocator, row.Identifier, row.ValidFrom, row.AcceptedOn))
            .Where(same => same.Count() > 1))
        {
            throw new UserException(
                $"'{same.First().Identifier}' is decided on twice.",
                FormattableString.Invariant($"{path}:{same.Last().SourceRow}"),
                "one home for an identifier, a first day and a day of acceptance",
                FormattableString.Invariant($"remove this line or line {same.First().SourceRow}"));
        }
    }

    // What makes a line a decision: a home, a person and a day.
    private static IEnumerable<(string Column, string Text)> Decision(TableRow row, int[] places) =>
        ((int[])[2, 5, 6]).Select(i => (s_columns[i], Cell(row, places, i)));

    private static string Cell(TableRow row, int[] places, int i) => places[i] < row.Cells.Length ? row.Cells[places[i]].Trim() : "";

    private static PropertyReferenceRow Row(string path, TableRow row, int[] places, DateOrder order)
    {
        string Required(int i) => Cell(row, places, i) is { Length: > 0 } text
            ? text
            : throw Wrong(path, row.Line, s_columns[i], "", "a value");

        string identifier = Required(1);
        DateOnly acceptedOn = Day(path, row.Line, s_columns[6], Required(6), order);
        string from = Cell(row, places, 4);
        return new PropertyReferenceRow
        {
            SourceRow = row.Line,
            IdentifierAllocator = Required(0),
            Identifier = identifier,
            IdentifierNormalised = IdentifierText.Normalise(identifier),
            PropertyReference = Required(2),
            PropertyAllocator = Required(3),
            ValidFrom = from.Length == 0 ? null : Day(path, row.Line, s_columns[4], from, order),
            AcceptedBy = Required(5),
            AcceptedOn = acceptedOn,
        };
    }

    private static DateOnly Day(string path, long line, string column, string text, DateOrder order) =>
        DateText.Read(text, order, out DateOnly day, out _) == DateFault.None
            ? day
            : throw Wrong(path, line, column, text, $"a day as year-month-day, or in the mapping's order, {Names.Of(order)}");

    private static UserException Wrong(string path, long line, string column, string value, string expected) => new(
        $"'{column}' is '{value}'.",
        FormattableString.Invariant($"{path}:{line}"),
        expected,
        "correct the line, or empty its 'accepted_by' and 'accepted_on' to leave it undecided");
}

/// <summary>A line of a reviewed file that had no effect, or not on every row.</summary>
/// <param name="Line">The line of the reviewed file.</param>
/// <param name="Identifier">The identifier it decides on.</param>
/// <param name="Why">Why it had no effect.</param>
public sealed record ReviewedLine(long Line, string Identifier, string Why);
