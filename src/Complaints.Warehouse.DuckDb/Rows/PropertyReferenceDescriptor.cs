using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>What homes are called, for <c>property_reference</c>.</summary>
internal sealed class PropertyReferenceDescriptor() : FactDescriptor<PropertyReferenceRow>(
    new PropertyReferenceLayout(),
    new FactTarget
    {
        Table = "property_reference",
        Key = "property_reference_key",
        Natural = "identifier, allocator, property_allocator, property_reference, valid_from",
        Staging = "resolved_property_reference",
        Script = "property_reference",
        SameResolution = " AND known.property_id = incoming.property_id",
        QuarantineTargets = ["property_reference"],
        PartKeys = ["'property_reference ' || key_part(incoming.identifier)"],
    });
