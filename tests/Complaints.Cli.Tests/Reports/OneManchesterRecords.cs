using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Reports;

/// <summary>
/// One Manchester's records of 2023/24 and the year before, made to fit what it prints. Outcomes are published as counts; how they cross
/// with answers in time, that 202 of the year before were in time, that days to an answer are calendar days, and that 30 of the residents
/// complained three times, is made to fit. So is what stands behind shares: 57 of stage 1 from Fallowfield North, 11 of stage 2 from Hulme
/// East; 8 adverse findings outside its three areas; twenty orders; and 2 of 15 findings upheld in the year before.
/// </summary>
internal static class OneManchesterRecords
{
    public const string Code = "4808";

    /// <summary>The areas with most adverse findings, as printed.</summary>
    public static readonly (string Area, int Count)[] Areas = [("Complaint handling", 8), ("Repairs", 6), ("ASB", 3)];

    private const int Stage1 = 957;
    private const int Escalated = 68;
    private const int HulmeEast = 11;
    private const int FallowfieldNorth = 57;

    private static readonly DateOnly s_extract = new(2024, 6, 30);

    public static async Task LoadAsync(TemporaryFolder folder)
    {
        RecordedYear stage1 = Decided(RecordedYear.Of("M", 1, Stage1).Answered("GN", standard: 700, extension: 28), 561, 246, 150)
            .Spread(Days, InTime, (5, 700))
            .Spread((one, category) => one.Category = category, ("Repairs", 670), ("Behaviour", 96), ("Neighbourhoods", 191));
        RecordedYear stage2 = Decided(RecordedYear.Of("M", 2, Escalated).Answered("GN", standard: 40, extension: 10), 59, 7, 2)
            .Spread(Days, InTime, (19, 40))
            .Spread((one, category) => one.Category = category, ("Repairs", 40), ("Neighbourhoods", 28));
        RecordedYear before1 = Decided(RecordedYear.Of("P", 1, 505, years: -1).Answered("GN", standard: 202, extension: 0), 268, 140, 97)
            .Spread(Days, InTime, (2, 202))
            .Spread(Days, one => !InTime(one), (35, 150), (34, 153));
        RecordedYear before2 = Decided(RecordedYear.Of("P", 2, 44, years: -1).Answered("GN", standard: 30, extension: 0), 17, 16, 11)
            .Spread(Days, InTime, (13, 30));
        // 667 complained once, 90 twice, 30 three times and 4 five times; of the year before 427 once and 39 twice.
        Settle("R", stage1, (1, 667), (2, 90), (3, 30), (5, 4));
        Settle("Q", before1, (1, 427), (2, 39));
        Escalate(stage1, stage2);
        Escalate(before1, before2);
        await ReportSet.LoadAsync(
            folder,
            (Code, "One Manchester"),
            [("LCRA", "2023-03-31", 11_700), ("LCRA", "2024-03-31", 11_746)],
            s_extract,
            before1,
            before2,
            stage1,
            stage2);
        await ReportSet.LoadRecordsAsync(
            folder,
            Code,
            s_extract,
            ("finding", "ombudsman_reference,element,category,finding,determined_on", [.. Findings(), .. FindingsBefore()]),
            ("order", "ombudsman_reference,order_reference,kind,due_on,complied_on", Orders()));
    }

    private static void Days(RecordedCase one, int days) => one.DaysToAnswer = days;

    private static bool InTime(RecordedCase one) => one.Timing == AnswerTiming.Standard;

    private static RecordedYear Decided(RecordedYear year, int upheld, int partially, int not) => year.Spread(
        (one, outcome) => one.Outcome = outcome, ("upheld", upheld), ("partially_upheld", partially), ("not_upheld", not));

    // So many residents with so many complaints each, one after the other, each in a home of their own.
    private static void Settle(string prefix, RecordedYear year, params (int Complaints, int Residents)[] table)
    {
        int resident = 0;
        int at = 0;
        foreach ((int complaints, int residents) in table)
        {
            for (int i = 0; i < residents; i++)
            {
                resident++;
                foreach (RecordedCase one in year.Cases.Skip(at).Take(complaints))
                {
                    (one.Resident, one.Neighbourhood) = ($"{prefix}{resident}", Neighbourhood(resident));
                }

                at += complaints;
            }
        }

        Assert.Equal(year.Cases.Count, at);
    }

    // Stage 2 is of the first cases, so the first residents decide where it comes from.
    private static string Neighbourhood(int resident) => resident switch
    {
        <= HulmeEast => "Hulme East",
        > Escalated and <= Escalated + FallowfieldNorth => "Fallowfield North",
        _ => $"Neighbourhood {(resident % 18) + 1}",
    };

    private static void Escalate(RecordedYear stage1, RecordedYear stage2)
    {
        foreach ((RecordedCase first, RecordedCase second) in stage1.Cases.Zip(stage2.Cases))
        {
            (second.Resident, second.Neighbourhood) = (first.Resident, first.Neighbourhood);
        }
    }

    // Fifteen cases with 25 adverse findings; what else was found is not printed, so there is no rate.
    private static IEnumerable<string> Findings()
    {
        string[] areas = [.. Areas.SelectMany(area => Enumerable.Repeat(area.Area, area.Count))];
        string[] others = ["Lettings", "Estates", "Staff", "Charges"];
        return Enumerable.Range(0, 25).Select(at => $"2023{at % 15:00000},element {at},"
            + $"{(at < areas.Length ? areas[at] : others[at % others.Length])},{(at < 17 ? "maladministration" : "service_failure")},2023-10-02");
    }

    private static IEnumerable<string> FindingsBefore() => Enumerable.Range(0, 15).Select(
        at => $"2022{at:00000},element,Repairs,{(at < 2 ? "maladministration" : "no_maladministration")},2022-10-03");

    private static IEnumerable<string> Orders() => Enumerable.Range(0, 20).Select(
        at => $"2023{at % 15:00000},O{at},order,2023-11-13,2023-11-06");
}
