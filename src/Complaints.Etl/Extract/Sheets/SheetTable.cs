using Complaints.Domain.Storage;


namespace Complaints.Etl.Extract.Sheets;

/// <summary>One sheet of a workbook.</summary>
internal sealed class SheetTable : ITable
{
    private readonly FileStream _file;
    private readonly Workbook _workbook;
    private readonly Queue<SheetFacts.Merge> _merges = new();
    private readonly List<SheetFacts.Merge> _merged = [];
    private bool[] _days = [];
    private IReadOnlyCollection<int> _noDays = [];
    private List<int>? _dayCells;
    private bool _hashes;
    private bool _ended;

    private SheetTable(FileStream file, string sha256, Workbook workbook, ReadOptions options)
    {
        _file = file;
        _workbook = workbook;
        string sheet = SheetChoice.Choose(workbook, options.Sheet);
        Info = new TableInfo
        {
            FileName = Path.GetFileName(workbook.Path),
            Path = workbook.Path,
            Format = FileFormat.Xlsx,
            Sheet = sheet,
            Bytes = file.Length,
            Sha256 = sha256,
            Header = ReadHeader(options),
        };
        foreach (SheetFacts.Merge merge in workbook.Facts.Merged.Where(merge => merge.LastRow > workbook.Row))
        {
            _merges.Enqueue(merge);
        }
    }

    public TableInfo Info { get; }

    internal static SheetTable Open(string path, FileStream file, ReadOptions options, CancellationToken cancellationToken)
    {
        string sha256 = Sha256Hex.Of(file, cancellationToken);
        file.Position = 0;
        Workbook workbook = Workbook.Open(path, file, cancellationToken);
        try
        {
            return new SheetTable(file, sha256, workbook, options);
        }
        catch
        {
            workbook.Dispose();
            throw;
        }
    }

    public void KeepOnly(IReadOnlyCollection<int> columns) => _hashes = true;

    public void ReadDaysIn(IReadOnlyCollection<int> columns)
    {
        if (_workbook.Facts.Counts1904)
        {
            _days = new bool[Info.Header.Count];
            columns.ToList().ForEach(column => _days[column] = true);
        }
    }

    public void TellDaysIn(IReadOnlyCollection<int> columns) => _noDays = columns;

    public ValueTask<IReadOnlyList<TableRow>> ReadAsync(int most, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<TableRow>>(Read(most, cancellationToken));

    public async ValueTask DisposeAsync()
    {
        _workbook.Dispose();
        await _file.DisposeAsync().ConfigureAwait(false);
    }

    private List<TableRow> Read(int most, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>(most);
        while (rows.Count < most && !_ended)
        {
            _ended = !_workbook.ReadRow(cancellationToken);
            if (!_ended && Cells(Info.Header.Count) is string[] cells)
            {
                rows.Add(new TableRow(_workbook.Row, cells, _hashes ? CellHash.Of(cells) : 0, Merged(cells)) { DayCells = _dayCells });
            }
        }

        return rows;
    }

    private IReadOnlyList<string> ReadHeader(ReadOptions options)
    {
        var lines = new List<IReadOnlyList<string>>();
        while (lines.Count < options.HeaderRows)
        {
            if (!_workbook.ReadRow(CancellationToken.None))
            {
                throw Refusal.Of(
                    _workbook.Path,
                    FormattableString.Invariant($"The sheet '{_workbook.Sheet}' ends before its header on row {options.HeaderRow}."),
                    "a row with the columns' names",
                    "set 'header_row' in the mapping's source to the row of the header, or choose another 'sheet'");
            }

            if (_workbook.Row >= options.HeaderRow)
            {
                lines.Add(Row());
            }
        }

        return HeaderLines.Join(_workbook.Path, options.HeaderRow, lines);
    }

    private string[] Row()
    {
        object?[] values = _workbook.Values();
        _dayCells = null;
        foreach (int column in _noDays)
        {
            if (column < values.Length && values[column] is DateTime or TimeSpan)
            {
                (_dayCells ??= []).Add(column);
            }
        }

        string[] cells = Array.ConvertAll(values, CellText.Of);
        for (int i = 0; i < Math.Min(cells.Length, _days.Length); i++)
        {
            cells[i] = _days[i] ? CellText.DayOf1904(cells[i]) : cells[i];
        }

        return cells;
    }

    // What a merged cell says stands in its first row alone: in the others it looks empty.
    private RowFlaw? Merged(string[] cells)
    {
        int row = _workbook.Row;
        while (_merges.TryPeek(out SheetFacts.Merge next) && next.FirstRow < row)
        {
            _merged.Add(_merges.Dequeue());
        }

        _merged.RemoveAll(merge => merge.LastRow < row);
        int[] columns = [.. _merged
            .SelectMany(merge => Enumerable.Range(merge.FirstColumn - 1, merge.LastColumn - merge.FirstColumn + 1))
            .Where(column => column < Math.Min(cells.Length, Info.Header.Count) && string.IsNullOrWhiteSpace(cells[column]))];
        return columns.Length == 0
            ? null
            : new RowFlaw(
                FlawKind.Merged,
                null,
                "a cell of its own in every row",
                $"the cell in column '{Info.Header[columns[0]]}' is merged over {_merged[0]}: unmerge it and fill in what it says in each row")
            {
                Columns = columns,
            };
    }

    // A sheet has no ragged rows: missing cells are empty ones. Text to the right of the header is still handed on, as too many cells.
    private string[]? Cells(int width)
    {
        string[] cells = Row();
        int last = Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell));
        if (last < 0)
        {
            return null;
        }

        int length = Math.Max(width, last + 1);
        int had = cells.Length;
        Array.Resize(ref cells, length);
        if (length > had)
        {
            Array.Fill(cells, "", had, length - had);
        }

        return cells;
    }
}
