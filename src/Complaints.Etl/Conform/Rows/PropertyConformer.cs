using Complaints.Domain.Homes;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Homes of a register.</summary>
internal sealed class PropertyConformer : RowConformer<PropertyRow>
{
    private const int LongNumber = 7;

    private readonly BoundField? _reference;
    private readonly BoundField? _uprn;
    private readonly BoundField? _tenure;
    private readonly BoundField? _stockType;

    internal PropertyConformer(ConformContext context)
        : base(context)
    {
        _reference = Binding.Field("property_reference");
        _uprn = Binding.Field("uprn");
        _tenure = Binding.Field("tenure_code");
        _stockType = Binding.Field("stock_type");
    }

    protected override ILandlordAssigner Assigner => Context.Assigner;

    internal override void Read(RowInHand scope, List<PropertyRow> into)
    {
        string reference = RequiredReference(scope, _reference);
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

        Assignment? owner = Assigner.Assign(scope, null);
        string? tenure = Cells.Text(scope, _tenure);
        StockType? stockType = StockTypeText.Read(Cells, scope, _stockType, _tenure, tenure, Binding.Mapping.Tenures, null);
        (DateOnly? from, DateOnly? to) = PeriodFields.Read(Binding, Cells, scope);
        string? estate = Cells.Text(scope, Binding.Field("estate"));
        string? neighbourhood = Cells.Text(scope, Binding.Field("neighbourhood"));
        string? ward = Cells.Text(scope, Binding.Field("ward"));
        string? postcode = Cells.Text(scope, Binding.Field("postcode"));
        string? address = Cells.Text(scope, Binding.Field("address"));
        string? block = Cells.Text(scope, Binding.Field("block_reference"));
        if (!scope.IsSound)
        {
            bool dated = from is null || to is null || from < to;
            HomeLead[] leads = [HomeLeads.Of(Binding.Mapping.System, reference), .. Uprns(scope.Row.Cells)];
            Leads = [.. leads.Select(lead => lead with { ValidFrom = dated ? from : null, ValidTo = dated ? to : null })];
        }

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
                Address = address,
                BlockReference = block,
                ValidFrom = from,
                ValidTo = to,
            });
        }
    }

    internal override void Unread(string[] cells, string? likelyKey) =>
        Leads = [HomeLeads.Of(Binding.Mapping.System, likelyKey), .. Uprns(cells)];

    // Cells of a row with faults may stand in the columns beside their own. A number that no home has for its UPRN leads nowhere.
    private IEnumerable<HomeLead> Uprns(string[] cells) => cells
        .Where((cell, at) => at == _uprn?.Index
            || ((at >= Binding.Table.Header.Count || Binding.Columns.Contains(at)) && IsLongNumber(cell.AsSpan().Trim())))
        .Select(cell => HomeLeads.Of(Binding.Mapping.System, UprnReading.Of(cell)))
        .OfType<HomeLead>()
        .Distinct();

    private static bool IsLongNumber(ReadOnlySpan<char> cell) => cell.Length >= LongNumber && !cell.ContainsAnyExceptInRange('0', '9');
}
