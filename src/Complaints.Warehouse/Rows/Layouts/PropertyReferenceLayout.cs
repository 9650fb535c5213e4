namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>Columns of <see cref="PropertyReferenceRow"/>.</summary>
internal sealed class PropertyReferenceLayout : RowLayout<PropertyReferenceRow>
{
    public override string StagingTable => "staging_property_reference";

    public override void Write<TSink>(PropertyReferenceRow row, ref TSink sink)
    {
        sink.Text("identifier", row.Identifier);
        sink.Text("identifier_normalised", row.IdentifierNormalised);
        sink.Text("allocator", row.IdentifierAllocator);
        sink.Text("property_allocator", row.PropertyAllocator);
        sink.Text("property_reference", row.PropertyReference);
        sink.Date("valid_from", row.ValidFrom ?? Validity.Start);
        sink.Date("valid_to", row.ValidTo ?? Validity.End);
        sink.Text("accepted_by", row.AcceptedBy);

        // What registers state has no such day, and its hash is that of before the column.
        sink.Date("accepted_on", row.AcceptedOn, hashed: row.AcceptedOn is not null);
    }
}
