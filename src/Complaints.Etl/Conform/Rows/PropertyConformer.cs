using Complaints.Domain.Homes;
using Complaints.Etl.Assign;
using Complaints.Etl.Conform.Values;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Homes of a register.</summary>
internal sealed class PropertyConformer : RowConformer<PropertyRow>
{
    private readonly LandlordAssigner _assigner;
    private readonly BoundField? _reference;
    private readonly BoundField? _uprn;
    private readonly BoundField? _tenure;
    private readonly BoundField? _stockType;

    internal PropertyConformer(ConformContext context)
        : base(context)
    {
        _assigner = new LandlordAssigner(Binding, Cells, context.Homes, context.Landlords, context.Review);
        _reference = Binding.Field("property_reference");
        _uprn = Binding.Field("uprn");
        _tenure = Binding.Field("tenure_code");
        _stockType = Binding.Field("stock_type");
    }

    internal override void Read(RowScope scope, List<PropertyRow> into)
    {
        string reference = RequiredText(scope, _reference);
        Key = KeyOf(reference);
        UprnReading uprn = UprnReading.Read(Cells, scope, _uprn);
        if (uprn.Fault == UprnFault.ScientificNotation)
        {
            scope.Fault(uprn.AsFault(_uprn!));
        }
        else if (uprn.Uprn is null && uprn.Text is not null)
        {
            // The register's own reference identifies the home; the UPRN is left out and counted.
            scope.Corrected(Rules.RuleCatalogue.BadUprn);
        }

        Assignment? owner = _assigner.Assign(scope, null);
        string? tenure = Cells.Text(scope, _tenure);
        StockType? stockType = StockTypeText.Read(Cells, scope, _stockType, _tenure, tenure, Binding.Mapping.Tenures, null);
        (DateOnly? from, DateOnly? to) = PeriodFields.Read(Binding, Cells, scope);
        string? estate = Cells.Text(scope, Binding.Field("estate"));
        string? neighbourhood = Cells.Text(scope, Binding.Field("neighbourhood"));
        string? ward = Cells.Text(scope, Binding.Field("ward"));
        string? postcode = Cells.Text(scope, Binding.Field("postcode"));
        string? block = Cells.Text(scope, Binding.Field("block_reference"));
        if (scope.IsSound)
        {
            into.Add(new PropertyRow
            {
                SourceRow = scope.Row.Line,
                Allocator = Binding.Mapping.System,
                PropertyReference = reference,
                Uprn = uprn.Uprn,
                LandlordCode = owner!.Landlord,
                TenureCode = tenure,
                StockType = stockType!.Value,
                Estate = estate,
                Neighbourhood = neighbourhood,
                Ward = ward,
                Postcode = postcode,
                BlockReference = block,
                ValidFrom = from,
                ValidTo = to,
            });
        }
    }
}

/// <summary>Other identifiers of homes.</summary>
internal sealed class PropertyReferenceConformer(ConformContext context) : RowConformer<PropertyReferenceRow>(context)
{
    internal override void Read(RowScope scope, List<PropertyReferenceRow> into)
    {
        string identifier = RequiredText(scope, Binding.Field("identifier"));
        Key = KeyOf(identifier);
        string reference = RequiredText(scope, Binding.Field("property_reference"));
        string allocator = Cells.Text(scope, Binding.Field("identifier_allocator")) ?? Binding.Mapping.System;
        string propertyAllocator = Cells.Text(scope, Binding.Field("property_allocator")) ?? Binding.Mapping.System;
        string? acceptedBy = Cells.Text(scope, Binding.Field("accepted_by"));
        (DateOnly? from, DateOnly? to) = PeriodFields.Read(Binding, Cells, scope);
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
}
