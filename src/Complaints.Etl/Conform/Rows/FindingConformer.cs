using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Conform.Values;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Findings of the Ombudsman.</summary>
internal sealed class FindingConformer(ConformContext context) : RowConformer<FindingRow>(context)
{
    protected override ILandlordAssigner Assigner => Context.Assigner;

    internal override void Read(RowInHand scope, List<FindingRow> into)
    {
        string reference = RequiredReference(scope, Binding.Field("ombudsman_reference"));
        string keptAs = CheckSimilar(scope, Binding.Field("ombudsman_reference"), reference);
        int before = scope.Faults.Count;
        BoundField? elementField = Binding.Field("element");
        string element = Cells.Text(scope, elementField) ?? "";
        bool isRead = scope.Faults.Count == before;
        Key = KeyOf(keptAs, CheckSimilarPart(scope, elementField, reference, element), isRead);
        BoundField? findingField = Binding.Field("finding");
        string findingText = RequiredText(scope, findingField);
        string? finding = findingText.Length == 0 ? null : Cells.Code(scope, findingField);
        (DateOnly? determined, DateOnly? amended) = Days(scope);
        EventDate = determined;
        DayOrder.NotAfter(scope, Binding.Field("determined_on"), determined, Context.ExtractDate);
        BoundField? amendedField = Binding.Field("amended_on") ?? Binding.Field("determined_on");
        DayOrder.NotAfter(scope, amendedField, amended, Context.ExtractDate);
        DayOrder.NotBefore(scope, amendedField, amended, determined, "the day of the decision");
        Assignment? owner = Assigner.Assign(scope, determined);
        string? caseReference = OptionalReference(scope, Binding.Field("case_reference"));
        string? category = Cells.Text(scope, Binding.Field("category"));
        string? subcategory = Cells.Text(scope, Binding.Field("subcategory"));
        if (scope.IsSound)
        {
            into.Add(new FindingRow
            {
                SourceRow = scope.Row.Line,
                OmbudsmanReference = reference,
                Element = element,
                CaseReference = caseReference,
                LandlordCode = owner!.Landlord,
                Category = category,
                Subcategory = subcategory,
                Finding = finding!,
                DeterminedOn = determined!.Value,
                AmendedOn = amended,
            });
        }
    }

    // An element that is not given is one like others; only one that could not be read may be any.
    private static string? KeyOf(string reference, string element, bool isRead) =>
        isRead && element.Length == 0 && KeyOf(reference) is string key ? $"{key}/" : KeyOf(reference, element);

    // A day that is missing is as little the day of a decision as one that cannot be read: all are held back by one rule.
    private (DateOnly? Determined, DateOnly? Amended) Days(RowInHand scope)
    {
        BoundField field = Binding.Field("determined_on")!;
        DateOnly? stated = Cells.Date(scope, Binding.Field("amended_on"));
        if (AmendedDate.Split(field.Raw(scope.Row.Cells).Trim()) is not var (first, second)
            || field.Date(first) is not { Fault: DateFault.None, Serial: false } determined
            || field.Date(second) is not { Fault: DateFault.None, Serial: false } amended)
        {
            return (RequiredDate(scope, field, RuleCatalogue.BadDate), stated);
        }

        if (stated is DateOnly other && other != amended.Day)
        {
            scope.Fault(
                RuleCatalogue.BadDate,
                field.Column,
                field.Raw(scope.Row.Cells),
                $"the day of amendment that '{Binding.Field("amended_on")!.Column}' says, {DayOrder.Iso(other)}, or none",
                "correct the one that is wrong at its source");
        }
        else
        {
            scope.Corrected(RuleCatalogue.AmendedDay);
        }

        return (determined.Day, amended.Day);
    }
}
