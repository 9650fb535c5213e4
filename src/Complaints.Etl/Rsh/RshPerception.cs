using Complaints.Domain.Homes;

namespace Complaints.Etl.Rsh;

/// <summary>TP09 in a perception sheet.</summary>
internal static class RshPerception
{
    private static readonly string[] s_answers =
    [
        "VERY SATISFIED",
        "FAIRLY SATISFIED",
        "NEITHER SATISFIED NOR DISSATISFIED",
        "FAIRLY DISSATISFIED",
        "VERY DISSATISFIED",
    ];

    public static IReadOnlyList<RshTp09> Read(RshSheet sheet, PublishedStockType stockType)
    {
        RshLandlordColumns landlords = RshLandlordColumns.Of(sheet);
        int value = sheet.Require(
            "TP09", header => IsTp09(header) && header.StartsWith("PROPORTION OF RESPONDENTS", StringComparison.Ordinal));
        int[] answers = [.. s_answers.Select(answer => sheet.Require(
            $"the TP09 answer '{answer}'",
            header => IsTp09(header) && header.Contains($" ARE {answer} ", StringComparison.Ordinal)))];

        return [.. sheet.Rows.Select(row => new RshTp09(
            landlords.Read(row), stockType, row[value], [.. answers.Select(column => row[column])], row.Row))];
    }

    private static bool IsTp09(string header) => header.EndsWith("(TP09)", StringComparison.Ordinal);
}
