using Complaints.Etl.Conform.Values;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Other identifiers of homes.</summary>
internal sealed class PropertyReferenceConformer(ConformContext context) : RowConformer<PropertyReferenceRow>(context)
{
    internal override void Read(RowInHand scope, List<PropertyReferenceRow> into)
    {
        string identifier = RequiredReference(scope, Binding.Field("identifier"));
        Key = KeyOf(identifier);
        string reference = RequiredReference(scope, Binding.Field("property_reference"));
        string allocator = Cells.Text(scope, Binding.Field("identifier_allocator")) ?? Binding.Mapping.System;
        string propertyAllocator = Cells.Text(scope, Binding.Field("property_allocator")) ?? Binding.Mapping.System;
        string? acceptedBy = Cells.Text(scope, Binding.Field("accepted_by"));
        (DateOnly? from, DateOnly? to) = PeriodFields.Read(Binding, Cells, scope);
        if (!scope.IsSound)
        {
            bool dated = from is null || to is null || from < to;
            Leads =
            [
                HomeLeads.Of(allocator, identifier) with
                {
                    PropertyAllocator = propertyAllocator,
                    PropertyReference = reference.Length == 0 || Values.ReferenceText.IsRounded(reference) ? null : reference,
                    ValidFrom = dated ? from : null,
                    ValidTo = dated ? to : null,
                },
            ];
        }

        if (scope.IsSound)
        {
            into.Add(new PropertyReferenceRow
            {
                SourceRow = scope.Row.Line,
                Identifier = identifier,
                IdentifierNormalised = IdentifierText.Normalise(identifier),
                IdentifierAllocator = allocator,
                PropertyAllocator = propertyAllocator,
                PropertyReference = reference,
                ValidFrom = from,
                ValidTo = to,
                AcceptedBy = acceptedBy,
            });
        }
    }

    internal override void Unread(string[] cells, string? likelyKey) => Leads = [HomeLeads.Of(Binding.Mapping.System, likelyKey)];
}
