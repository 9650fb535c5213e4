using System.Globalization;
using Complaints.Domain.Code;
using Complaints.Domain.Time;
using Complaints.Etl.Conform;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Conform.Values;
using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Loading;

/// <summary>
/// One pass over a file's keys and dates before any of its rows is conformed: finds what a row alone cannot tell, which is copies and
/// conflicts, one case under two references, the complaints that have a stage 1, and columns of dates that a spreadsheet altered. It also
/// reads the file to its end, so that damage is found before anything is written.
/// </summary>
internal sealed class FileScan
{
    private const int BatchRows = 1024;

    // Room made at once for rows to come: growing step by step costs a third of the pass. A file that turns out to have few rows behind
    // many line breaks must not have taken much memory for them.
    private const int MostRoom = 4_000_000;
    private const int LeastRowBytes = 32;

    private readonly LoadContext _load;
    private readonly LoadFile _file;
    private readonly ITable _table;
    private readonly CellReader _cells;
    private readonly RowInHand _row = new();
    private readonly BoundRowFilter _filter;
    private readonly MappingBinding _binding;
    private readonly BoundField[] _keys;
    private readonly string?[] _keyTexts;
    private readonly (DateLikeReferences References, int Key)[] _dateLike;
    private readonly int _reference;
    private readonly int _within;
    private readonly int _part;
    private readonly int _stage;
    private readonly BoundField? _day;
    private readonly BoundField? _secondReceived;
    private readonly DateColumn[] _dates;
    private readonly Copies _copies;
    private readonly ReferenceForms? _references;
    private readonly Stage1Index _stage1;
    private readonly Stage2Index _stage2;
    private long _repeated;
    private long _firstRepeated;
    private long _keyless;
    private long _firstKeyless;

    private FileScan(LoadContext load, LoadFile file, ITable table)
    {
        MappingFile mapping = file.Mapping;
        (_load, _file, _table, _cells) = (load, file, table, new CellReader(mapping));
        MappingBinding binding = _binding = new MappingBinding(mapping, table.Info);
        table.ReadDaysIn(binding.DayColumns);
        table.TellDaysIn(binding.ReferenceColumns);
        _filter = new BoundRowFilter(mapping, table.Info);
        _keys = [.. KeyColumns.Of(binding)];
        _keyTexts = new string?[_keys.Length];
        _dateLike =
        [
            .. binding.Fields.Where(field => field.Index >= 0 && KeyColumns.IsReference(field.Field.Name))
                .Select(field => (new DateLikeReferences(field), Array.IndexOf(_keys, field))),
        ];
        CountedReference? references = CountedReference.Of(mapping.Target);
        _reference = KeyOf(references?.Field);
        _within = KeyOf(references?.Within);
        _part = KeyOf(references?.Part?.Field);
        _stage = KeyOf("stage");
        _day = references?.Day is string day ? binding.Field(day) : null;
        _secondReceived = mapping.Target == LoadTarget.Complaint ? binding.Field("stage2.received_on") : null;
        _dates = load.Request.Replay
            ? []
            :
            [
                .. binding.Fields.Where(
                    field => field is { Field.Kind: FieldKind.Date, Index: >= 0 }).Select(field => new DateColumn(field)),
            ];
        _copies = load.CopiesOf(file);
        _references = references is null ? null : load.ReferencesOf(file);
        _stage1 = load.Stage1Of(mapping.System);
        _stage2 = load.Stage2Of(mapping.System);
        IEnumerable<BoundField?> read = _keys
            .Concat(_dates.Select(date => date.Field))
            .Concat(_dateLike.Select(column => column.References.Field))
            .Append(_day);
        table.KeepOnly([.. read.Where(field => field is { Index: >= 0 }).Select(field => field!.Index).Concat(_filter.Columns).Distinct()]);
    }

    /// <summary>Rows of the report around the records, which the mapping leaves out.</summary>
    internal long LeftOut { get; private set; }

    /// <summary>The columns that hold days.</summary>
    internal IReadOnlyCollection<int> DayColumns => _binding.DayColumns;

    /// <summary>The columns that hold references.</summary>
    internal IReadOnlyCollection<int> ReferenceColumns => _binding.ReferenceColumns;

    /// <summary>What the references that tell its rows apart look like, by field.</summary>
    internal IEnumerable<DateLikeReferences> References => _dateLike.Select(column => column.References);

    /// <summary>The rows of the file, without those that the mapping leaves out.</summary>
    internal long Rows { get; private set; }

    /// <exception cref="Complaints.Domain.Errors.UserException">The file is damaged, or what was found refuses it as a whole.</exception>
    internal static async Task<FileScan> RunAsync(LoadContext load, LoadFile file, ITable table, CancellationToken cancellationToken)
    {
        var scan = new FileScan(load, file, table);
        await scan.ReadAsync(cancellationToken).ConfigureAwait(false);
        scan.LeftOut = table.LeftOut;
        foreach (DateColumn column in scan._dates)
        {
            column.Check(file.Path);
        }

        return scan;
    }

    private int KeyOf(string? field) => Array.FindIndex(_keys, key => key.Field.Name == field);

    // As many rows a line as the first ones have.
    private void MakeRoom(IReadOnlyList<TableRow> first)
    {
        long lines = _table.Info.Lines * first.Count / Math.Max(first[^1].Line, 1);
        int rows = first.Count < BatchRows ? 0 : (int)Math.Min(lines, Math.Min(_table.Info.Bytes / LeastRowBytes, MostRoom));
        _copies.Expect(rows);
        _references?.Expect(rows);
        if (_stage >= 0 && _day is not null)
        {
            _stage1.Expect(rows);
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        HeldBackLimit limit = _load.Guard.HeldBack(_file.Path);
        Task<IReadOnlyList<TableRow>> next = Next();
        try
        {
            while (await next.ConfigureAwait(false) is { Count: > 0 } batch)
            {
                next = Next();
                if (Rows == 0)
                {
                    MakeRoom(batch);
                }

                foreach (TableRow row in batch)
                {
                    Look(row);
                }

                limit.CheckKeys(Rows, _repeated, _firstRepeated, _keyless, _firstKeyless);
                _load.Report(new LoadProgress(LoadPhase.Scanning, _table.Info.FileName, _file.Number, _load.Files.Count, Rows, null));
            }
        }
        finally
        {
            // A read that was begun must end before the table is closed.
            await Task.WhenAny(next).ConfigureAwait(false);
        }

        // The next rows are read while these are looked at.
        Task<IReadOnlyList<TableRow>> Next() => Task.Run(() => _table.ReadAsync(BatchRows, cancellationToken).AsTask(), cancellationToken);
    }

    private void Look(TableRow row)
    {
        if (_filter.LeavesOut(row, out RowFault? unclear))
        {
            return;
        }

        Rows++;

        // What stands wrong in the file has no key to be trusted; what may be no row of the extract is no copy of one that is.
        if (unclear is not null || _binding.FlawOf(row) is not null)
        {
            return;
        }

        _row.Begin(row);
        for (int i = 0; i < _keys.Length; i++)
        {
            _keyTexts[i] = _cells.Text(_row, _keys[i]);
        }

        foreach ((DateLikeReferences references, int at) in _dateLike)
        {
            if ((at < 0 ? _cells.Text(_row, references.Field) : _keyTexts[at]) is string read)
            {
                references.Add(read);
            }
        }

        var place = new RowPlace(_file.Number, row.Line);
        if (Key(out bool lacksPart) is ulong key)
        {
            bool repeated = AddKeys(key, row, place);
            _firstRepeated = repeated && _repeated == 0 ? row.Line : _firstRepeated;
            _repeated += repeated ? 1 : 0;
        }
        else if (lacksPart)
        {
            _firstKeyless = _keyless++ == 0 ? row.Line : _firstKeyless;
        }

        AddReference(place);
        foreach (DateColumn date in _dates)
        {
            if (_cells.Text(_row, date.Field) is string text)
            {
                date.Add(text);
            }
        }
    }

    private void AddReference(RowPlace place)
    {
        string? within = _within < 0 ? null : _keyTexts[_within];
        if (_references is null || _keyTexts[_reference] is not string reference || (_within >= 0 && within is null))
        {
            return;
        }

        Stage? stage = _stage < 0 || _keyTexts[_stage] is not string text ? null : StageWords.Find(text);
        bool isFirst = _stage < 0 || stage == Stage.One;
        DateOnly? day = isFirst ? _cells.Date(_row, _day) : null;
        _references.Add(new QualifiedReference(within, reference), place, day);
        if (_part >= 0 && _keyTexts[_part] is string part)
        {
            _references.Part!.Add(new QualifiedReference(reference, part), place, null);
        }

        if (isFirst && _stage >= 0 && _day is not null)
        {
            _stage1.Add(reference, day);
        }
        else if (stage == Stage.Two && _day is not null)
        {
            _stage2.State(reference);
        }
    }

    // A row with both stages of a complaint is each of them, as in the other shape.
    private bool AddKeys(ulong key, TableRow row, RowPlace place)
    {
        if (_file.Mapping.Target != LoadTarget.Complaint)
        {
            return _copies.Add(key, row.Hash, place);
        }

        bool repeated = _copies.Add(KeyHash.Of(key, KeyHash.Of("1")), row.Hash, place);
        return (_cells.Text(_row, _secondReceived) is not null && _copies.Add(KeyHash.Of(key, KeyHash.Of("2")), row.Hash, place))
            || repeated;
    }

    // A row without a whole key is a fault of its own, not a copy of others without one.
    private ulong? Key(out bool lacksPart)
    {
        ulong key = 0;
        bool any = false;
        lacksPart = false;
        for (int i = 0; i < _keys.Length; i++)
        {
            (BoundField field, string? text) = (_keys[i], _keyTexts[i]);
            if (text is null && KeyColumns.IsNeeded(field))
            {
                // One that is a date is told by its own rule.
                lacksPart = _row.Faults.All(fault => fault.Rule != RuleCatalogue.RoundedReference);
                return null;
            }

            // A reference of which digits are lost is that of many rows: they are no copies of each other.
            if (text is not null && KeyColumns.IsReference(field.Field.Name) && ReferenceText.IsRounded(text))
            {
                return null;
            }

            any |= text is not null;
            key = KeyHash.Of(key, text is null ? 0 : KeyHash.Of(Canonical(field, text)));
        }

        return any ? key : null;
    }

    private string Canonical(BoundField field, string text) => field.Field.Kind switch
    {
        FieldKind.Stage when StageWords.Find(text) is Stage stage => stage == Stage.One ? "1" : "2",
        FieldKind.Landlord or FieldKind.Code => text.ToUpperInvariant(),
        FieldKind.Date when _cells.Date(_row, field) is DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        FieldKind.Year when _cells.Year(_row, field) is ReportingYear year => year.ToString(),
        _ when field.Field.Name == "measure_id" => PublishedFigure.Read(text),
        _ => text,
    };
}
