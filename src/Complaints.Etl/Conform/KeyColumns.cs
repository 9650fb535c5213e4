using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform;

/// <summary>The fields that identify a row of a target within one file.</summary>
internal static class KeyColumns
{
    internal static IEnumerable<BoundField> Of(MappingBinding binding)
    {
        IEnumerable<BoundField?> fields = Names(binding.Mapping.Target).Select(binding.Field);
        bool byLandlord = binding.Mapping.Target is LoadTarget.Stock or LoadTarget.PublishedMeasure;
        return fields.Append(byLandlord ? binding.LandlordColumn : null).OfType<BoundField>();
    }

    /// <summary>Whether a field is a reference that tells rows apart, of which a spreadsheet may have lost a part.</summary>
    internal static bool IsReference(string field) =>
        field is "case_reference" or "contact_reference" or "action_reference" or "property_reference" or "identifier"
            or "ombudsman_reference" or "payment_reference" or "order_reference" or "survey_reference" or "resident_reference";

    /// <summary>Whether a row without this part of its key cannot be told from others. Periods and allocators may be left empty.</summary>
    internal static bool IsNeeded(BoundField field) => field.Field.Required || field.Field.Kind == FieldKind.Landlord;

    private static string[] Names(LoadTarget target) => target switch
    {
        LoadTarget.Landlord => ["landlord_code", "valid_from"],
        LoadTarget.Property => ["property_reference", "valid_from"],
        LoadTarget.PropertyReference =>
            ["identifier", "identifier_allocator", "property_reference", "property_allocator", "valid_from"],
        LoadTarget.Stock => ["landlord_code", "stock_type", "year_end"],
        LoadTarget.Stage => ["case_reference", "stage"],
        LoadTarget.Complaint => ["case_reference"],
        LoadTarget.Contact => ["contact_reference"],
        LoadTarget.Communication => ["case_reference", "stage", "kind", "occurred_on"],
        LoadTarget.Action => ["case_reference", "action_reference"],
        LoadTarget.Compensation => ["case_reference", "payment_reference"],
        LoadTarget.Finding => ["ombudsman_reference", "element"],
        LoadTarget.Order => ["ombudsman_reference", "order_reference"],
        LoadTarget.Survey => ["survey_reference", "question"],
        LoadTarget.Resident => ["resident_reference", "valid_from"],
        LoadTarget.PublishedMeasure => ["landlord_code", "stock_type", "reporting_year", "measure_id", "publisher"],
        _ => throw new InvalidOperationException($"A target whose rows nothing tells apart: {target}."),
    };
}
