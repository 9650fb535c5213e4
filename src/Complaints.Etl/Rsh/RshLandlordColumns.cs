namespace Complaints.Etl.Rsh;

/// <summary>The columns that describe the landlord; every landlord-level sheet has them.</summary>
internal sealed record RshLandlordColumns(int Code, int Name, int? Type, int? Size, int? Region)
{
    public static RshLandlordColumns Of(RshSheet sheet) => new(
        sheet.Require("the landlord's code", header => header == RshSheet.CodeHeader),
        sheet.Require("the landlord's name", header => header == RshSheet.NameHeader),
        sheet.Find(header => header == "LANDLORD TYPE"),
        sheet.Find(header => header.StartsWith("LANDLORD GROUP SIZE", StringComparison.Ordinal)),
        sheet.Find(header => header == "LANDLORD PREDOMINANT REGION"));

    public RshLandlord Read(RshSheetRow row) => RshLandlord.From(
        row[Code].Printed,
        row[Name].Printed,
        Text(row, Type),
        Text(row, Size),
        Text(row, Region));

    private static string Text(RshSheetRow row, int? column) =>
        column is int found && row[found].Placeholder is null ? row[found].Printed : "";
}
