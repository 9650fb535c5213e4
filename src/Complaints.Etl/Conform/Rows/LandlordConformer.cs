using Complaints.Domain.Homes;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Landlords.</summary>
internal sealed class LandlordConformer(ConformContext context) : RowConformer<LandlordRow>(context)
{
    internal override void Read(RowInHand scope, List<LandlordRow> into)
    {
        BoundField? codeField = Binding.Field("landlord_code");
        string text = RequiredText(scope, codeField);
        LandlordCode? code = text.Length == 0 ? null : Cells.Landlord(scope, codeField);
        Key = KeyOf(text);
        string name = RequiredText(scope, Binding.Field("name"));
        LandlordCode? agent = Cells.Landlord(scope, Binding.Field("managing_agent_code"));
        DateOnly? validFrom = Cells.Date(scope, Binding.Field("valid_from"));
        string? type = Cells.Text(scope, Binding.Field("landlord_type"));
        string? size = Cells.Text(scope, Binding.Field("size_band"));
        string? region = Cells.Text(scope, Binding.Field("region"));
        if (scope.IsSound)
        {
            into.Add(new LandlordRow
            {
                SourceRow = scope.Row.Line,
                LandlordCode = code!.Value,
                Name = name,
                LandlordType = type,
                SizeBand = size,
                Region = region,
                ManagingAgentCode = agent?.Value,
                ValidFrom = validFrom,
            });
        }
    }

    internal override Statement StatementOf(LandlordRow row) => Statements.Of(row);
}
