using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Orders and recommendations of the Ombudsman.</summary>
internal sealed class OrderConformer(ConformContext context) : RowConformer<OrderRow>(context)
{
    protected override ILandlordAssigner Assigner => Context.Assigner;

    internal override void Read(RowInHand scope, List<OrderRow> into)
    {
        string reference = RequiredReference(scope, Binding.Field("ombudsman_reference"));
        BoundField? orderField = Binding.Field("order_reference");
        string order = RequiredReference(scope, orderField);
        QualifiedReference keptAs = CheckSimilar(scope, orderField, new QualifiedReference(reference, order));
        Key = KeyOf(keptAs.Within, keptAs.Reference);
        string? kind = RequiredCode(scope, Binding.Field("kind"));
        decimal? amount = Cells.Amount(scope, Binding.Field("amount"));
        DateOnly? due = Cells.Date(scope, Binding.Field("due_on"));
        DateOnly? complied = Cells.Date(scope, Binding.Field("complied_on"));
        EventDate = complied ?? due;
        DayOrder.NotAfter(scope, Binding.Field("complied_on"), complied, Context.ExtractDate);
        Assignment? owner = Assigner.Assign(scope, due ?? complied ?? Context.ExtractDate);
        string? description = Cells.Text(scope, Binding.Field("description"));
        string? evidence = Cells.Text(scope, Binding.Field("evidence"));
        if (scope.IsSound)
        {
            into.Add(new OrderRow
            {
                SourceRow = scope.Row.Line,
                OmbudsmanReference = reference,
                OrderReference = order,
                LandlordCode = owner!.Landlord,
                Kind = kind!,
                Description = description,
                Amount = amount,
                DueOn = due,
                CompliedOn = complied,
                Evidence = evidence,
            });
        }
    }
}
