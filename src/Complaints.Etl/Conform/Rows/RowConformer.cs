using System.Globalization;
using Complaints.Domain.Code;
using Complaints.Domain.Text;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Conform.Values;
using Complaints.Etl.Extract;
using Complaints.Warehouse.Loading;
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

    /// <summary>Finds whose a row is; null where the rows are nobody's own.</summary>
    protected virtual ILandlordAssigner? Assigner => null;

    /// <summary>The natural key of the row last read, as far as it could be read.</summary>
    internal string? Key { get; set; }

    /// <summary>The day that decides the reporting year of the row last read.</summary>
    internal DateOnly? EventDate { get; private protected set; }

    /// <summary>Of a row of a register that was read last: the ways in which complaints reach its home.</summary>
    internal IReadOnlyList<HomeLead> Leads { get; private protected set; } = [];

    /// <summary>For rows held back: whose they are or could be; none where they could be anybody's.</summary>
    /// <param name="dayIsKnown">Whether the row's day is not what is wrong with it.</param>
    internal virtual IReadOnlyList<WorklistCandidate> Candidates(bool dayIsKnown) => Assigner?.Candidates(dayIsKnown) ?? [];

    /// <summary>Forgets the row before. Not every row is read: one with a wrong number of cells is not.</summary>
    internal virtual void Begin()
    {
        Key = null;
        EventDate = null;
        Leads = [];
        Assigner?.Begin();
    }

    /// <summary>Takes note of a row that cannot be read, as its cells may stand in other columns.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="likelyKey">The text that likely is the first part of its key.</param>
    internal virtual void Unread(string[] cells, string? likelyKey)
    {
    }

    /// <summary>Reads the row in the scope. What it adds is dropped again when the scope has faults afterwards.</summary>
    internal abstract void Read(RowInHand scope, List<TRow> into);

    /// <summary>Takes note of a row that was read, has no faults and is loaded.</summary>
    internal virtual void Taken(TRow row)
    {
    }

    /// <summary>From what the clocks of the rows taken ran; empty where they have none.</summary>
    internal virtual IReadOnlyList<LoadedClocks> Clocks => [];

    /// <summary>Fields that decide a statutory figure and that the mapping does not give.</summary>
    internal virtual IReadOnlyList<AbsentField> Absent => [];

    /// <summary>What a row says of something that other sources may speak of too; null where its source has it to itself.</summary>
    internal virtual Statement? StatementOf(TRow row) => null;

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

    /// <summary>A text that tells rows apart: one of which a part may be lost, or which holds what nobody sees, is held back.</summary>
    protected string RequiredReference(RowInHand scope, BoundField? field)
    {
        string text = RequiredText(scope, field);
        if (ReportRows.IsSum(text))
        {
            scope.Fault(
                RuleCatalogue.TotalRow,
                field?.Column,
                text,
                "rows of records alone",
                "it is a total of the rows above; to leave it out for good, name it under 'skip' in the mapping's 'rows'");
        }
        else
        {
            CheckReference(scope, field, text);
        }

        return text;
    }

    /// <summary>A reference that a row can do without, as that of a resident; null where it has none or only a damaged one.</summary>
    protected string? OptionalReference(RowInHand scope, BoundField? field)
    {
        int before = scope.Faults.Count;
        if (Cells.Text(scope, field) is not string text)
        {
            return null;
        }

        CheckReference(scope, field, text);
        return scope.Faults.Count == before ? text : null;
    }

    private void CheckReference(RowInHand scope, BoundField? field, string text)
    {
        if (ReferenceText.IsRounded(text))
        {
            scope.Fault(
                RuleCatalogue.RoundedReference,
                field?.Column,
                text,
                "the reference as text, as its system shows it",
                "export the column as text; lost digits and zeros cannot be brought back");
        }
        else if (field is not null && Context.DateLike.Any(of => of.Field.Field.Name == field.Field.Name && of.WasMadeDate(text)))
        {
            scope.Fault(DateLikeText.AsFault(field.Column, text));
        }
        else if (VisibleText.HasInvisible(text) || VisibleText.HasControl(text))
        {
            scope.Fault(
                RuleCatalogue.InvisibleCharacter,
                field?.Column,
                text,
                "a reference of characters that can be seen",
                $"it reads {VisibleText.Named(text)}: remove the character at its source; with and without it, the reference would be two");
        }
    }

    /// <summary>
    /// Holds the row back whose reference may be another spelling of one that is known: one case would be counted as two, and folding them
    /// could make one of two.
    /// </summary>
    /// <returns>
    /// The reference by which the quarantine keeps the row. A full file states the case that was loaded before under its other reference
    /// too: it is not withdrawn.
    /// </returns>
    protected string CheckSimilar(RowInHand scope, BoundField? field, string reference) =>
        CheckSimilar(scope, field, new QualifiedReference(null, reference), Context.References).Reference;

    /// <summary>As the other, for references that are given out within a case.</summary>
    protected QualifiedReference CheckSimilar(RowInHand scope, BoundField? field, QualifiedReference read) =>
        CheckSimilar(scope, field, read, Context.References);

    /// <summary>As the other, for what tells records of one reference apart.</summary>
    protected string CheckSimilarPart(RowInHand scope, BoundField? field, string reference, string part)
    {
        if (Binding.Mapping.Mode == LoadMode.Incremental && Context.References?.Part?.IsToldOtherwise(reference, part) == true)
        {
            scope.Fault(
                RuleCatalogue.SimilarReference,
                field?.Column,
                part,
                part.Length == 0 ? "what it is of, as before" : "none, as before",
                $"'{reference}' was loaded before {(part.Length == 0 ? "with" : "without")} one: it may be the same once more; write it as before, or load a full extract");
        }

        return CheckSimilar(scope, field, new QualifiedReference(reference, part), Context.References?.Part).Reference;
    }

    private QualifiedReference CheckSimilar(RowInHand scope, BoundField? field, QualifiedReference read, ReferenceForms? forms)
    {
        var own = new QualifiedReference(read.Within is string within ? OwnKey(within) : null, OwnKey(read.Reference));
        if (read.Reference.Length == 0 || read.Within?.Length == 0 || forms?.Find(read) is not SimilarReference similar)
        {
            return own;
        }

        string other = similar.Known is QualifiedReference known
            ? $"'{known.Reference}'{(known.Within is string of ? $" of '{of}'" : "")}, which was loaded before"
            : FormattableString.Invariant($"that of line {similar.Place.Line} of '{Context.FileName(similar.Place.File)}'");
        scope.Fault(
            RuleCatalogue.SimilarReference,
            field?.Column,
            read.Reference,
            "one reference for each record, always written the same",
            $"it differs from {other}, by {Difference(similar)}: write it as before; if they are two, load with --allow-similar-references");
        return Binding.Mapping.Mode == LoadMode.Full ? similar.Known ?? own : own;
    }

    private static string Difference(SimilarReference similar) => similar.IsOnlyAlike
        ? "capitals, blanks, hyphens, slashes or zeros before a number alone, and their days do not tell them apart"
        : "leading zeros, an exponent, blanks, the form of a hyphen, a letter of another alphabet or a character that nobody sees";

    /// <summary>
    /// The reference as a key; empty where digits of it are lost. Another row of the same text is another case, and neither settles the
    /// other.
    /// </summary>
    protected static string OwnKey(string reference) => ReferenceText.HasLostDigits(reference) ? "" : reference;

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

    protected string? RequiredCode(RowInHand scope, BoundField? field) =>
        RequiredText(scope, field).Length == 0 ? null : Cells.Code(scope, field);

    protected decimal? RequiredAmount(RowInHand scope, BoundField? field)
    {
        int before = scope.Faults.Count;
        decimal? amount = Cells.Amount(scope, field);
        if (amount is null && scope.Faults.Count == before)
        {
            scope.Fault(RuleCatalogue.BadAmount, field?.Column, null, $"an amount for {field?.Field.Name}", "fill it in at its source");
        }

        return amount;
    }

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
