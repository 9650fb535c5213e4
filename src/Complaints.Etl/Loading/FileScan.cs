using Complaints.Domain.Code;
using Complaints.Etl.Conform;
using Complaints.Etl.Extract;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Loading;

/// <summary>
/// One pass over a file's keys before any of its rows is conformed: finds copies and conflicts, which a row alone cannot tell, and the
/// complaints that have a stage 1. It also reads the file to its end, so that damage is found before anything is written.
/// </summary>
/// <param name="Rows">The rows of the file.</param>
/// <param name="Copies">The lines to hold back as copies or conflicts.</param>
/// <param name="LeftOut">Rows of the report around the records, which the mapping leaves out.</param>
/// <param name="DayColumns">The columns that hold days.</param>
internal sealed record FileScan(long Rows, IReadOnlyDictionary<long, Copy> Copies, long LeftOut, IReadOnlyCollection<int> DayColumns)
{
    private const int BatchRows = 1024;

    internal static async Task<FileScan> RunAsync(
        MappingFile mapping,
        ITable table,
        Stage1Index stage1,
        HeldBackLimit limit,
        Action<long> progress,
        CancellationToken cancellationToken)
    {
        var binding = new MappingBinding(mapping, table.Info);
        BoundField[] keys = [.. KeyColumns.Of(binding)];
        BoundField? received = mapping.Target == LoadTarget.Stage ? binding.Field("received_on") : null;
        BoundField? stage = binding.Field("stage");
        table.ReadDaysIn(binding.DayColumns);
        table.KeepOnly([.. keys.Append(received).Append(stage).Where(field => field is { Index: >= 0 }).Select(field => field!.Index)]);

        var cells = new CellReader(mapping);
        var scope = new RowInHand();
        var copies = new Copies();
        long rows = 0;
        long keyless = 0;
        long firstKeyless = 0;
        Task<IReadOnlyList<TableRow>> next = Next();
        try
        {
            for (IReadOnlyList<TableRow> batch = await next.ConfigureAwait(false); batch.Count > 0; batch = await next.ConfigureAwait(false))
            {
                next = Next();
                foreach (TableRow row in batch)
                {
                    Look(row);
                }

                rows += batch.Count;
                limit.CheckKeys(rows, copies.Repeated, copies.FirstRepeated, keyless, firstKeyless);
                progress(rows);
            }
        }
        finally
        {
            // A read that was begun must end before the table is closed.
            await Task.WhenAny(next).ConfigureAwait(false);
        }

        return new FileScan(rows, copies.Decide(), table.LeftOut, binding.DayColumns);

        // The next rows are read while these are looked at.
        Task<IReadOnlyList<TableRow>> Next() => Task.Run(() => table.ReadAsync(BatchRows, cancellationToken).AsTask(), cancellationToken);

        void Look(TableRow row)
        {
            // What stands wrong in the file has no key to be trusted.
            if (binding.FlawOf(row) is not null)
            {
                return;
            }

            scope.Begin(row);
            if (Key(cells, scope, keys, out bool lacksPart) is ulong key)
            {
                copies.Add(key, row.Hash, row.Line);
            }
            else if (lacksPart)
            {
                firstKeyless = keyless++ == 0 ? row.Line : firstKeyless;
            }

            if (received is not null)
            {
                AddStage1(cells, scope, binding, stage, received, stage1);
            }
        }
    }

    // A row without a whole key is a fault of its own, not a copy of others without one.
    private static ulong? Key(CellReader cells, RowInHand scope, BoundField[] keys, out bool lacksPart)
    {
        ulong key = 0;
        bool any = false;
        lacksPart = false;
        foreach (BoundField field in keys)
        {
            string? text = cells.Text(scope, field);
            if (text is null && field.Field.Required)
            {
                lacksPart = true;
                return null;
            }

            any |= text is not null;
            key = KeyHash.Of(key, text is null ? 0 : KeyHash.Of(Canonical(field, text)));
        }

        return any ? key : null;
    }

    private static string Canonical(BoundField field, string text) =>
        field.Field.Kind == FieldKind.Stage && StageWords.Find(text) is Stage stage ? stage == Stage.One ? "1" : "2"
        : field.Field.Kind is FieldKind.Landlord or FieldKind.Code ? text.ToUpperInvariant()
        : text;

    private static void AddStage1(
        CellReader cells,
        RowInHand scope,
        MappingBinding binding,
        BoundField? stage,
        BoundField received,
        Stage1Index stage1)
    {
        if (cells.Text(scope, stage) is string text
            && StageWords.Find(text) == Stage.One
            && cells.Text(scope, binding.Field("case_reference")) is string caseReference)
        {
            stage1.Add(caseReference, cells.Date(scope, received));
        }
    }
}
