using System.Globalization;
using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Reports;

/// <summary>
/// What West Kent prints beside its complaints of 2023/24, as registers that add up to it. Made to fit: that there were 520
/// payments and how the rest is divided among them, how scores are spread, which finding is of which area, the 20 of 90 shared
/// owners who were satisfied, and of the year before the 40 answers to its survey and that its six upheld findings are of six
/// cases.
/// </summary>
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

    private static readonly DateOnly s_extract = new(2024, 3, 31);

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
    public static async Task LoadAsync(TemporaryFolder folder)
    {
        await ReportSet.LoadRecordsAsync(
            folder,
            "LH3827",
            s_extract,
            ("compensation", "case_reference,payment_reference,kind,ordered_by,amount,offered_on,paid_on", Payments()),
            ("contact", "contact_reference,kind,service_area,received_on", Numbered(411).Select(
                number => $"T{number},compliment,{(number <= 9 ? "Customer resolution" : "Customer services")},2023-11-01")),
            ("finding", "ombudsman_reference,element,category,finding,determined_on", [.. Findings(), .. FindingsBefore()]),
            ("survey", "survey_reference,question,case_reference,sent_on,answered_on,score",
                [.. Surveys(), .. SurveysBefore()]));
        await ReportSet.LoadRecordsAsync(
            folder, "LH3827", s_extract, "TP09", ("survey", "survey_reference,question,answered_on,stock_type,answer,answers", Satisfaction()));
    }

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

    private static IEnumerable<string> FindingsBefore() => Numbered(11).Select(
        number => $"2022{number % 6:00000},element {number},Repairs,{(number <= 6 ? "service_failure" : "no_maladministration")},2022-10-03");

    private static IEnumerable<string> Surveys()
    {
        int[] scores = [.. s_scores.SelectMany(score => Enumerable.Repeat(score.Score, score.Count))];
        return Numbered(372).Select(number => number <= scores.Length
            ? $"S{number},Complaint handling,K{number},2023-10-02,2023-10-09,{scores[number - 1]}"
            : $"S{number},Complaint handling,K{number},2023-10-02,,");
    }

    // A mean of 2.75.
    private static IEnumerable<string> SurveysBefore() => Numbered(40).Select(
        number => $"B{number},Complaint handling,,2022-10-03,2022-10-10,{(number % 4 == 0 ? 2 : 3)}");

    // TP09, as counts: 120 of 270 tenants and 20 of 90 shared owners.
    private static IEnumerable<string> Satisfaction() =>
        new[]
            {
                ("LCRA", "very_satisfied", 120), ("LCRA", "very_dissatisfied", 150), ("LCHO", "very_satisfied", 20),
                ("LCHO", "very_dissatisfied", 70),
            }
            .Select(counted => $"TP09-{counted.Item1}-{counted.Item2},TP09,2024-03-29,{counted.Item1},{counted.Item2},{counted.Item3}");

    private static IEnumerable<int> Numbered(int count) => Enumerable.Range(1, count);
}
