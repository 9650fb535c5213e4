using Complaints.Domain.Homes;

namespace Complaints.Etl.Rsh;

/// <summary>The complaint columns of the management information sheet, found by their words.</summary>
internal static class RshManagementInfo
{
    private static readonly (PublishedStockType Type, string Prefix)[] s_sections =
    [
        (PublishedStockType.Lcra, "LCRA - "),
        (PublishedStockType.Lcho, "LCHO - "),
        (PublishedStockType.Combined, "COMBINED - "),
    ];

    public static (IReadOnlyList<RshLandlord> Landlords, IReadOnlyList<RshReturn> Returns) Read(RshSheet sheet)
    {
        RshLandlordColumns landlords = RshLandlordColumns.Of(sheet);
        var sections = s_sections
            .Select(
                section => (section.Type, One: StageColumns.Of(sheet, section.Prefix, 1), Two: StageColumns.Of(sheet, section.Prefix, 2)))
            .ToList();

        List<RshLandlord> read = [];
        List<RshReturn> returns = [];
        foreach (RshSheetRow row in sheet.Rows)
        {
            RshLandlord landlord = landlords.Read(row);
            read.Add(landlord);
            foreach (var (type, one, two) in sections)
            {
                returns.Add(new RshReturn(landlord, type, one.Read(row), two.Read(row), row.Row));
            }
        }

        return (read, returns);
    }

    private sealed record StageColumns(int Ch01, int Made, int Homes, int Ch02, int InTime, int Ch02Base, int? Standard, int? Extension)
    {
        public static StageColumns Of(RshSheet sheet, string prefix, int stage)
        {
            string words = stage == 1 ? "STAGE ONE COMPLAINTS" : "STAGE TWO COMPLAINTS";
            return new StageColumns(
                Field($"(CH01 {stage})"),
                Field($"(CH01 {stage} NUMERATOR)"),
                Field($"(CH01 {stage} DENOMINATOR)"),
                Field($"(CH02 {stage})"),
                Field($"(CH02 {stage} NUMERATOR)"),
                Field($"(CH02 {stage} DENOMINATOR)"),
                Contextual(" - WITHOUT THE USE OF "),
                Contextual(" - WITH THE USE OF "));

            int Field(string code) => sheet.Require(prefix + code, header =>
                header.StartsWith(prefix, StringComparison.Ordinal) && header.EndsWith(code, StringComparison.Ordinal));

            // Asked from 2024/25 on.
            int? Contextual(string use) => sheet.Find(header =>
                header.StartsWith(prefix, StringComparison.Ordinal)
                && header.Contains(words, StringComparison.Ordinal)
                && header.Contains(use, StringComparison.Ordinal));
        }

        public RshStageFigures Read(RshSheetRow row) => new(
            row[Ch01],
            row[Made],
            row[Homes],
            row[Ch02],
            row[InTime],
            row[Ch02Base],
            Standard is int standard ? row[standard] : null,
            Extension is int extension ? row[extension] : null);
    }
}
