using Complaints.Domain.Code;
using Complaints.Etl.Conform.Rules;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Contacts with the complainant during a stage.</summary>
internal sealed class CommunicationConformer(ConformContext context) : RowConformer<CommunicationRow>(context)
{
    internal override void Read(RowInHand scope, List<CommunicationRow> into)
    {
        string reference = RequiredReference(scope, Binding.Field("case_reference"));
        Stage? stage = StageText.Read(Cells, scope, Binding.Field("stage"));
        string kind = RequiredText(scope, Binding.Field("kind"));
        DateOnly? occurred = RequiredDate(scope, Binding.Field("occurred_on"), RuleCatalogue.MissingKey);
        Key = KeyOf(OwnKey(reference), KeyPart(stage), kind, KeyPart(occurred));
        EventDate = occurred;
        DayOrder.NotAfter(scope, Binding.Field("occurred_on"), occurred, Context.ExtractDate);
        DateOnly? next = Cells.Date(scope, Binding.Field("next_agreed_on"));
        DayOrder.NotBefore(scope, Binding.Field("next_agreed_on"), next, occurred);
        if (scope.IsSound)
        {
            into.Add(new CommunicationRow
            {
                SourceRow = scope.Row.Line,
                CaseReference = reference,
                Stage = stage!.Value,
                Kind = kind,
                OccurredOn = occurred!.Value,
                NextAgreedOn = next,
            });
        }
    }
}
