using System.Globalization;
using Complaints.Domain.Code;
using Complaints.Etl.Conform.Rules;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Turns rows of text into rows of one type.</summary>
/// <typeparam name="TRow">The type.</typeparam>
internal abstract class RowConformer<TRow>
    where TRow : IWarehouseRow
{
    protected RowConformer(ConformContext context)
    {
        Context = context;
        Binding = context.Binding;
        Cells = context.Cells;
    }

    protected ConformContext Context { get; }

    protected MappingBinding Binding { get; }

    protected CellReader Cells { get; }

    /// <summary>The natural key of the row last read, as far as it could be read.</summary>
    internal string? Key { get; set; }

    /// <summary>The day that decides the reporting year of the row last read.</summary>
    internal DateOnly? EventDate { get; private protected set; }

    /// <summary>For rows held back: whose they are or could be; none where they could be anybody's.</summary>
    internal virtual IReadOnlyList<WorklistCandidate> Candidates => [];

    /// <summary>Forgets the row before. Not every row is read: one with a wrong number of cells is not.</summary>
    internal virtual void Begin()
    {
        Key = null;
        EventDate = null;
    }

    /// <summary>Reads the row in the scope. What it adds is dropped again when the scope has faults afterwards.</summary>
    internal abstract void Read(RowInHand scope, List<TRow> into);

    protected string RequiredText(RowInHand scope, BoundField? field)
    {
        int before = scope.Faults.Count;
        string? text = Cells.Text(scope, field);
        if (text is null && scope.Faults.Count == before)
        {
            Missing(scope, field);
        }

        return text ?? "";
    }

    /// <summary>A key of several parts as the quarantine keeps it; null without its first.</summary>
    protected static string? KeyOf(string? first, params ReadOnlySpan<string?> others) => RowKey.Of(first, others);

    protected static string? KeyPart(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected static string? KeyPart(Stage? stage) => stage is Stage read ? ((int)read).ToString(CultureInfo.InvariantCulture) : null;

    protected static void Missing(RowInHand scope, BoundField? field) => scope.Fault(
        RuleCatalogue.MissingKey,
        field?.Column,
        null,
        $"a value for {field?.Field.Name}",
        "fill it in at its source; a row without it cannot be told from others");

    protected DateOnly? RequiredDate(RowInHand scope, BoundField? field, ConformRule rule)
    {
        int before = scope.Faults.Count;
        DateOnly? day = Cells.Date(scope, field);
        if (day is null && scope.Faults.Count == before)
        {
            scope.Fault(rule, field?.Column, null, $"a date for {field?.Field.Name}", "fill it in at its source");
        }

        return day;
    }
}
