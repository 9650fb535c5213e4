using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Promises, remedies and lessons.</summary>
internal sealed class ActionConformer(ConformContext context) : RowConformer<ActionRow>(context)
{
    internal override void Read(RowInHand scope, List<ActionRow> into)
    {
        string reference = RequiredReference(scope, Binding.Field("case_reference"));
        BoundField? actionField = Binding.Field("action_reference");
        string action = RequiredReference(scope, actionField);
        QualifiedReference keptAs = CheckSimilar(scope, actionField, new QualifiedReference(reference, action));
        Key = KeyOf(keptAs.Within, keptAs.Reference);
        BoundField? kindField = Binding.Field("kind");
        string kindText = RequiredText(scope, kindField);
        string? kind = kindText.Length == 0 ? null : Cells.Code(scope, kindField);
        DateOnly? made = Cells.Date(scope, Binding.Field("made_on"));
        DateOnly? due = Cells.Date(scope, Binding.Field("due_on"));
        DateOnly? done = Cells.Date(scope, Binding.Field("done_on"));
        EventDate = done ?? due ?? made;
        DayOrder.NotAfter(scope, Binding.Field("made_on"), made, Context.ExtractDate);
        DayOrder.NotAfter(scope, Binding.Field("done_on"), done, Context.ExtractDate);
        DayOrder.NotBefore(scope, Binding.Field("due_on"), due, made, "the day it was made");
        DayOrder.NotBefore(scope, Binding.Field("done_on"), done, made, "the day it was made");
        string? category = Cells.Text(scope, Binding.Field("category"));
        string? owner = Cells.Text(scope, Binding.Field("owner"));
        string? evidence = Cells.Text(scope, Binding.Field("evidence"));
        if (scope.IsSound)
        {
            into.Add(new ActionRow
            {
                SourceRow = scope.Row.Line,
                CaseReference = reference,
                ActionReference = action,
                Kind = kind!,
                Category = category,
                Owner = owner,
                MadeOn = made,
                DueOn = due,
                DoneOn = done,
                Evidence = evidence,
            });
        }
    }
}
