using Complaints.Domain.Code;
using Complaints.Etl.Assign;
using Complaints.Etl.Conform.Rules;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Contacts with the complainant during a stage.</summary>
internal sealed class CommunicationConformer(ConformContext context) : RowConformer<CommunicationRow>(context)
{
    internal override void Read(RowScope scope, List<CommunicationRow> into)
    {
        string reference = RequiredText(scope, Binding.Field("case_reference"));
        Stage? stage = StageText.Read(Cells, scope, Binding.Field("stage"));
        string kind = RequiredText(scope, Binding.Field("kind"));
        DateOnly? occurred = RequiredDate(scope, Binding.Field("occurred_on"), RuleCatalogue.MissingKey);
        Key = KeyOf(reference, KeyPart(stage), kind, KeyPart(occurred));
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

/// <summary>Promises, remedies and lessons.</summary>
internal sealed class ActionConformer(ConformContext context) : RowConformer<ActionRow>(context)
{
    internal override void Read(RowScope scope, List<ActionRow> into)
    {
        string reference = RequiredText(scope, Binding.Field("case_reference"));
        string action = RequiredText(scope, Binding.Field("action_reference"));
        Key = KeyOf(reference, action);
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

/// <summary>Contacts that are not complaints.</summary>
internal sealed class ContactConformer : RowConformer<ContactRow>
{
    private readonly LandlordAssigner _assigner;

    internal ContactConformer(ConformContext context)
        : base(context) => _assigner = new LandlordAssigner(Binding, Cells, context.Homes, context.Landlords, context.Review);

    internal override IReadOnlyList<WorklistCandidate> Candidates => _assigner.Candidates;

    internal override void Begin()
    {
        base.Begin();
        _assigner.Begin();
    }

    internal override void Read(RowScope scope, List<ContactRow> into)
    {
        string reference = RequiredText(scope, Binding.Field("contact_reference"));
        Key = KeyOf(reference);
        BoundField? kindField = Binding.Field("kind");
        string kindText = RequiredText(scope, kindField);
        string? kind = kindText.Length == 0 ? null : Cells.Code(scope, kindField);
        DateOnly? received = RequiredDate(scope, Binding.Field("received_on"), RuleCatalogue.MissingReceivedDate);
        EventDate = received;
        DateOnly? responded = Cells.Date(scope, Binding.Field("responded_on"));
        DayOrder.NotAfter(scope, Binding.Field("received_on"), received, Context.ExtractDate);
        DayOrder.NotAfter(scope, Binding.Field("responded_on"), responded, Context.ExtractDate);
        DayOrder.NotBefore(scope, Binding.Field("responded_on"), responded, received);
        Assignment? owner = _assigner.Assign(scope, received);
        string? area = Cells.Text(scope, Binding.Field("service_area"));
        string? channel = Cells.Text(scope, Binding.Field("channel"));
        if (scope.IsSound)
        {
            into.Add(new ContactRow
            {
                SourceRow = scope.Row.Line,
                ContactReference = reference,
                Kind = kind!,
                ReceivedOn = received!.Value,
                LandlordCode = owner!.Landlord,
                PropertyId = owner.PropertyId,
                ServiceArea = area,
                Channel = channel,
                RespondedOn = responded,
            });
        }
    }
}
