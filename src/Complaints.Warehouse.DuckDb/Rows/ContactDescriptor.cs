using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>Contacts, for <c>fact_contact</c>.</summary>
internal sealed class ContactDescriptor() : FactDescriptor<ContactRow>(
    new ContactLayout(),
    new FactTarget
    {
        Table = "fact_contact",
        Key = "contact_key",
        Natural = "contact_reference",
        Script = "contact",
        Members = [("service_area", "service_area"), ("channel", "channel")],
        QuarantineTargets = ["contact"],
        RowKeys = ["'contact ' || key_part(incoming.contact_reference)"],
    });
