using System.Buffers;
using System.Text.RegularExpressions;
using Complaints.Domain.Text;

namespace Complaints.Etl.Extract;

/// <summary>
/// A table whose rows of a report that are no records are told from the others: the header's names again, totals, and the lines below the
/// last row. They are held back under a name of their own, or left out where the mapping says so.
/// </summary>
/// <param name="table">The table as it stands in the file.</param>
/// <param name="leaveOut">What is left out.</param>
internal sealed partial class ReportRows(ITable table, IReadOnlySet<FlawKind> leaveOut) : ITable
{
    // More lines than these below the last row are rows that lost their cells.
    private const int MostFooters = 20;

    // What every text has that the expression for totals finds; looked for first, as nearly no row has it.
    private static readonly SearchValues<string> s_wordsOfTotals = SearchValues.Create(
        ["total", "count", "of"], StringComparison.OrdinalIgnoreCase);

    private readonly string[] _header = [.. table.Info.Header.Select(name => VisibleText.Of(name).ToUpperInvariant())];
    private readonly List<TableRow> _perhapsFooters = [];
    private bool _ended;

    public TableInfo Info => table.Info;

    public long LeftOut { get; private set; }

    public void KeepOnly(IReadOnlyCollection<int> columns) => table.KeepOnly(columns);

    public void ReadDaysIn(IReadOnlyCollection<int> columns) => table.ReadDaysIn(columns);

    public void TellDaysIn(IReadOnlyCollection<int> columns) => table.TellDaysIn(columns);

    public async ValueTask<IReadOnlyList<TableRow>> ReadAsync(int most, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>(most);
        while (rows.Count == 0 && !_ended)
        {
            IReadOnlyList<TableRow> batch = await table.ReadAsync(most, cancellationToken).ConfigureAwait(false);
            foreach (TableRow row in batch)
            {
                Take(row, rows);
            }

            if (batch.Count == 0)
            {
                _ended = true;
                _perhapsFooters.ForEach(row => Add(row with { Flaw = row.Flaw ?? Footer(row) }, rows));
            }
        }

        return rows;
    }

    public ValueTask DisposeAsync() => table.DisposeAsync();

    /// <summary>Whether a line is one that reports end in, by its first words.</summary>
    internal static bool IsFooter(string line) => FooterWords().IsMatch(VisibleText.Of(line));

    /// <summary>Whether a text is a total's name and nothing else, which no record is called.</summary>
    internal static bool IsTotal(string text) => text.AsSpan().ContainsAny(s_wordsOfTotals) && WholeTotal().IsMatch(text);

    /// <summary>Whether what stands in the place of a reference is the name of a sum: "Sum", "C-17 Total", "Total for C-17".</summary>
    internal static bool IsSum(string reference) => IsTotal(reference)
        || reference.Equals("sum", StringComparison.OrdinalIgnoreCase)
        || (reference.AsSpan().ContainsAny(s_wordsOfTotals) && TotalOf().IsMatch(reference));

    /// <summary>Whether a row's first cell can be that of a total; false for nearly all others.</summary>
    internal static bool MayBeTotal(ReadOnlySpan<byte> cell) =>
        cell.IndexOf("otal"u8) >= 0 || cell.IndexOf("OTAL"u8) >= 0
        || cell.IndexOf("ount"u8) >= 0 || cell.IndexOf("OUNT"u8) >= 0
        || cell.IndexOf(" of"u8) >= 0 || cell.IndexOf(" OF"u8) >= 0;

    private void Take(TableRow row, List<TableRow> rows)
    {
        string? only = row.Flaw is null ? OnlyText(row.Cells) : null;
        RowFlaw? flaw = row.Flaw ?? Total(row.Cells) ?? RepeatedHeader(row.Cells);
        bool perhaps = flaw?.Kind == FlawKind.Total
            || (only is not null && _header.Length > 2 && only.Contains(' ', StringComparison.Ordinal));
        if (perhaps && _perhapsFooters.Count < MostFooters)
        {
            _perhapsFooters.Add(row with { Flaw = flaw });
            return;
        }

        _perhapsFooters.ForEach(waiting => Add(waiting, rows));
        _perhapsFooters.Clear();
        Add(row with { Flaw = flaw }, rows);
    }

    private void Add(TableRow row, List<TableRow> rows)
    {
        if (row.Flaw is RowFlaw flaw && leaveOut.Contains(flaw.Kind) && !IsPerhapsRecord(flaw))
        {
            LeftOut++;
            return;
        }

        rows.Add(row);
    }

    // "Total loss of heating" can be what a complaint is about: such a row is never left out without a word.
    private static bool IsPerhapsRecord(RowFlaw flaw) =>
        flaw.Kind == FlawKind.Total && !CertainTotal().IsMatch(VisibleText.Of(flaw.Value ?? ""));

    // A total of the rows above has words for it in its first cell, and numbers alone beside them; or nothing but the words, and what the
    // columns hold filled down.
    private static RowFlaw? Total(string[] cells)
    {
        int first = Array.FindIndex(cells, cell => !string.IsNullOrWhiteSpace(cell));
        return first >= 0
            && VisibleText.Of(cells[first]) is string words
            && words.AsSpan().ContainsAny(s_wordsOfTotals)
            && TotalWords().IsMatch(words)
            && (IsTotal(words) || Array.TrueForAll(
                cells[(first + 1)..], cell => string.IsNullOrWhiteSpace(cell) || IsNumber(VisibleText.Of(cell))))
            ? new RowFlaw(
                FlawKind.Total,
                cells[first],
                "rows of records alone",
                CertainTotal().IsMatch(words)
                    ? Hint("it is a total of the rows above", FlawKind.Total)
                    : "it reads like a total of the rows above; if it is a record, write what its first cell says in other words")
            : null;
    }

    // A day is no number that a total has, however it is written.
    private static bool IsNumber(string cell) => NumberAlone().IsMatch(cell) && !DottedDay().IsMatch(cell);

    private RowFlaw? RepeatedHeader(string[] cells)
    {
        if (cells.Length < _header.Length || _header.Length < 2 || !IsName(cells, 0) || !IsName(cells, 1))
        {
            return null;
        }

        for (int i = 2; i < _header.Length; i++)
        {
            if (!IsName(cells, i))
            {
                return null;
            }
        }

        return new RowFlaw(
            FlawKind.RepeatedHeader,
            string.Join(", ", cells),
            "the columns' names once",
            Hint("the columns' names stand here again, as where files were put one behind the other", FlawKind.RepeatedHeader));
    }

    private bool IsName(string[] cells, int column) =>
        cells[column].Length <= (2 * _header[column].Length) + 8
        && string.Equals(VisibleText.Of(cells[column]), _header[column], StringComparison.OrdinalIgnoreCase);

    private static RowFlaw Footer(TableRow row) => new(
        FlawKind.Footer,
        OnlyText(row.Cells),
        "rows of records alone",
        Hint("it is a line of the report below its last row", FlawKind.Footer));

    private static string Hint(string what, FlawKind kind) =>
        $"{what}; to leave such rows out for good, add \"{LeaveOut.Word(kind)}\" to 'leave_out' in the mapping's source";

    private static string? OnlyText(string[] cells)
    {
        int first = Array.FindIndex(cells, cell => !string.IsNullOrWhiteSpace(cell));
        return first >= 0 && Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell)) == first ? cells[first].Trim() : null;
    }

    [GeneratedRegex(@"^((grand|sub|report|overall|running|page)[\s-]*)?totals?\b|^((record|row|case|complaint)s?\s+)?count\b|^(number|no\.?|sum|average|mean|count) of\b", RegexOptions.IgnoreCase)]
    private static partial Regex TotalWords();

    [GeneratedRegex(@"^((grand|sub|report|overall|running|page)[\s-]*)?totals?\s*[:.]?$", RegexOptions.IgnoreCase)]
    private static partial Regex WholeTotal();

    [GeneratedRegex(@"^((grand|sub)[\s-]*)?totals?\s+(for|of)\s|\s((grand|sub)[\s-]*)?totals?\s*[:.]?$", RegexOptions.IgnoreCase)]
    private static partial Regex TotalOf();

    // Nothing but words for a total, for what is counted, and for when.
    [GeneratedRegex(
        @"^((grand|sub|report|overall|running|page)[\s-]*)?(totals?|((record|row|case|complaint)s?\s+)?count|(number|no\.?|sum|average|mean|count) of)"
        + @"([\s,:&/()-]+(all|complaints?|cases?|records?|rows?|entries|stages?|contacts?|homes|received|made|open(ed)?|closed|answered|responded|escalated|upheld|logged|days?|to|respond|for|of|in|the|this|and|number|count|page|period|year|quarter|month|week|q?\d+|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*))*[\s:.()=]*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex CertainTotal();

    [GeneratedRegex(@"^\d{1,4}[.:]\d{1,2}[.:]\d{2,4}(\s.*)?$")]
    private static partial Regex DottedDay();

    [GeneratedRegex(@"^(generated|printed|exported|created|produced|run|report|page|confidential|copyright|©|end of|source|filter|note|data as)\b.* ", RegexOptions.IgnoreCase)]
    private static partial Regex FooterWords();

    [GeneratedRegex(@"^[\s£$€(+-]*\d[\d\s.,:]*[%)]?$")]
    private static partial Regex NumberAlone();
}
