using Complaints.Etl.Conform.Rules;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Contacts that are not complaints.</summary>
internal sealed class ContactConformer(ConformContext context) : RowConformer<ContactRow>(context)
{
    protected override ILandlordAssigner Assigner => Context.Assigner;

    internal override void Read(RowInHand scope, List<ContactRow> into)
    {
        string reference = RequiredReference(scope, Binding.Field("contact_reference"));
        Key = KeyOf(CheckSimilar(scope, Binding.Field("contact_reference"), reference));
        BoundField? kindField = Binding.Field("kind");
        string kindText = RequiredText(scope, kindField);
        string? kind = kindText.Length == 0 ? null : Cells.Code(scope, kindField);
        DateOnly? received = RequiredDate(scope, Binding.Field("received_on"), RuleCatalogue.MissingReceivedDate);
        EventDate = received;
        DateOnly? responded = Cells.Date(scope, Binding.Field("responded_on"));
        DayOrder.NotAfter(scope, Binding.Field("received_on"), received, Context.ExtractDate);
        DayOrder.NotAfter(scope, Binding.Field("responded_on"), responded, Context.ExtractDate);
        DayOrder.NotBefore(scope, Binding.Field("responded_on"), responded, received);
        Assignment? owner = Assigner.Assign(scope, received);
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
