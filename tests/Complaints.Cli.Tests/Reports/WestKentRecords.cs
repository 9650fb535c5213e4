using System.Globalization;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Reports;

/// <summary>What West Kent prints beside its complaints of 2023/24, as registers that add up to it.</summary>
internal static class WestKentRecords
{
    /// <summary>The findings upheld by area, as printed.</summary>
    public static readonly (string Area, int Count)[] UpheldByArea =
        [("Complaints handling", 7), ("Repairs", 3), ("Policy", 3), ("Defects", 2), ("ASB", 2)];

    /// <summary>Categories and subcategories as printed.</summary>
    public static readonly (string Category, (string Name, int Count)[] Parts)[] Categories =
    [
        ("Repairs",
            [
                ("Length of time", 95), ("Damage to goods or compensation", 51), ("Quality", 40), ("Communication", 38), ("Policy", 26),
                ("Other", 19),
            ]),
        ("Housing and Estate Management", [("Grounds maintenance", 49), ("ASB", 34), ("Other", 22), ("Cleaning", 3), ("Parking", 2)]),
        ("Staff", [("Staff Attitude", 35), ("Other", 16), ("Timeliness", 13), ("Incorrect information", 7)]),
        ("Charges", [("Rent charges", 16), ("Rent account", 13), ("Recharges", 4), ("Other", 1), ("Void", 1), ("Direct Debit", 1)]),
        ("Moving Home",
            [
                ("Mutual exchange", 11), ("Other", 5), ("Decant issues", 3), ("Transfer issues", 1),
                ("Management transfer or Direct let", 1),
            ]),
        ("Other", [("Other", 21)]),
        ("Defects", [("Length of Time", 6), ("Other", 2), ("Damage to goods or compensation", 2), ("Quality", 1), ("Communication", 1)]),
        ("Home Ownership", [("Other", 2)]),
    ];

    private static readonly (string Finding, int Count)[] s_findings =
    [
        ("maladministration", 13), ("service_failure", 4), ("no_maladministration", 5), ("reasonable_redress", 5), ("withdrawn", 2),
        ("outside_jurisdiction", 2),
    ];

    // Of five points, with a mean of 194 / 81.
    private static readonly (int Score, int Count)[] s_scores = [(1, 27), (2, 20), (3, 15), (4, 13), (5, 6)];

    /// <summary>Spreads the categories over the stages answered.</summary>
    public static void Categorise(IReadOnlyList<RecordedCase> answered)
    {
        int at = 0;
        foreach ((string category, (string Name, int Count)[] parts) in Categories)
        {
            foreach ((string name, int count) in parts)
            {
                for (int i = 0; i < count; i++, at++)
                {
                    (answered[at].Category, answered[at].Subcategory) = (category, name);
                }
            }
        }

        Assert.Equal(answered.Count, at);
    }

    /// <summary>Loads the registers.</summary>
    public static Task LoadAsync(TemporaryFolder folder) => ReportSet.LoadRecordsAsync(
        folder,
        "LH3827",
        new DateOnly(2024, 3, 31),
        ("compensation", "case_reference,payment_reference,kind,ordered_by,amount,offered_on,paid_on", Payments()),
        ("contact", "contact_reference,kind,received_on", Numbered(411).Select(number => $"T{number},compliment,2023-11-01")),
        ("finding", "ombudsman_reference,element,category,finding,determined_on", Findings()),
        ("survey", "survey_reference,question,case_reference,sent_on,answered_on,score", Surveys()));

    // 520 payments: 10 ordered, 16 to the scheme, 140 of £50, 353 of £207, and what is left.
    private static IEnumerable<string> Payments()
    {
        IEnumerable<(string Kind, string Payer, string Amount)> payments =
        [
            .. Numbered(10).Select(_ => ("compensation", "ombudsman", "£526.00")),
            .. Numbered(16).Select(_ => ("reimbursement", "landlord", "413.50")),
            .. Numbered(140).Select(_ => ("goodwill", "landlord", "£50")),
            .. Numbered(353).Select(_ => ("compensation", "landlord", "207.00")),
            ("compensation", "landlord", "289.77"),
        ];
        return payments.Select((payment, at) => string.Create(
            CultureInfo.InvariantCulture,
            $"K{(at % 440) + 1},P{at + 1},{payment.Kind},{payment.Payer},{payment.Amount},2023-09-01,2023-09-15"));
    }

    // Sixteen cases, of which all but one have two findings.
    private static IEnumerable<string> Findings()
    {
        string[] areas = [.. UpheldByArea.SelectMany(area => Enumerable.Repeat(area.Area, area.Count))];
        return s_findings.SelectMany(finding => Enumerable.Repeat(finding.Finding, finding.Count))
            .Select((finding, at) => $"2023{at % 16:00000},element {at},{(at < areas.Length ? areas[at] : "Other")},{finding},2023-10-02");
    }

    private static IEnumerable<string> Surveys()
    {
        int[] scores = [.. s_scores.SelectMany(score => Enumerable.Repeat(score.Score, score.Count))];
        return Numbered(372).Select(number => number <= scores.Length
            ? $"S{number},Complaint handling,K{number},2023-10-02,2023-10-09,{scores[number - 1]}"
            : $"S{number},Complaint handling,K{number},2023-10-02,,");
    }

    private static IEnumerable<int> Numbered(int count) => Enumerable.Range(1, count);
}
