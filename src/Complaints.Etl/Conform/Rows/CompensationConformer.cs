using Complaints.Domain.Code;
using Complaints.Etl.Conform.Rules;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Payments to complainants.</summary>
internal sealed class CompensationConformer(ConformContext context) : RowConformer<CompensationRow>(context)
{
    internal override void Read(RowInHand scope, List<CompensationRow> into)
    {
        string reference = RequiredReference(scope, Binding.Field("case_reference"));
        BoundField? paymentField = Binding.Field("payment_reference");
        string payment = RequiredReference(scope, paymentField);
        QualifiedReference keptAs = CheckSimilar(scope, paymentField, new QualifiedReference(reference, payment));
        Key = KeyOf(keptAs.Within, keptAs.Reference);
        Stage? stage = StageText.ReadIfGiven(Cells, scope, Binding.Field("stage"));
        string? kind = RequiredCode(scope, Binding.Field("kind"));
        string? payer = RequiredCode(scope, Binding.Field("ordered_by"));
        decimal? amount = RequiredAmount(scope, Binding.Field("amount"));
        (DateOnly? offered, DateOnly? paid) = Days(scope);
        EventDate = paid ?? offered;
        if (scope.IsSound)
        {
            into.Add(new CompensationRow
            {
                SourceRow = scope.Row.Line,
                CaseReference = reference,
                PaymentReference = payment,
                Stage = stage,
                Kind = kind!,
                OrderedBy = payer!,
                Amount = amount!.Value,
                OfferedOn = offered,
                PaidOn = paid,
            });
        }
    }

    private (DateOnly? Offered, DateOnly? Paid) Days(RowInHand scope)
    {
        BoundField? offeredField = Binding.Field("offered_on");
        BoundField? paidField = Binding.Field("paid_on");
        int before = scope.Faults.Count;
        DateOnly? offered = Cells.Date(scope, offeredField);
        DateOnly? paid = Cells.Date(scope, paidField);
        if (offered is null && paid is null && scope.Faults.Count == before)
        {
            scope.Fault(
                RuleCatalogue.NoDay,
                (offeredField ?? paidField)?.Column,
                null,
                "the day it was offered or the day it was paid",
                "fill one of them in at its source; a payment without a day is of no period, and no figure would have it");
        }

        DayOrder.NotAfter(scope, offeredField, offered, Context.ExtractDate);
        DayOrder.NotAfter(scope, paidField, paid, Context.ExtractDate);
        DayOrder.NotBefore(scope, paidField, paid, offered, "the day it was offered");
        return (offered, paid);
    }
}
