namespace Complaints.Cli.Tests.Reports;

/// <summary>
/// West Kent's stages of 2023/24 and the year before. Its internal figures are of 542 stages answered in the year, of every tenure and with
/// 21 refused ones; its return is of 474 made and accepted. That 21 were withdrawn, 33 and 16 were leaseholders', and two of stage 2 were
/// open at the year's end is made to fit both. Of quarters it prints the first and the last, whose 40 % and 66 % stand beside 67 % for the
/// year: with as many stages in each, four fifths of the second and the third were in time. Days to an answer are taken as calendar days.
/// Of the year before, that there were 300 and 62 stages and 335 decisions is made to fit "180 more" and "an increase of 6%".
/// </summary>
internal static class WestKentYears
{
    // A Wednesday of each quarter, with all answers in it too.
    private static readonly DateOnly s_first = new(2023, 5, 10);
    private static readonly DateOnly s_second = new(2023, 7, 5);
    private static readonly DateOnly s_third = new(2023, 10, 4);
    private static readonly DateOnly s_fourth = new(2024, 1, 10);

    public static RecordedYear[] Of2023()
    {
        RecordedYear stage1 = RecordedYear.Of("K", 1, 440)
            .Spread((one, tenure) => one.Tenure = tenure, ("GN", 373), ("SO", 34), ("LH", 33))
            .Spread((one, status) => one.Status = one.Outcome = status, ("refused", 21), ("withdrawn", 21))
            .Answered("GN", standard: 264, extension: 80)
            .Answered("SO", standard: 20, extension: 10)
            .Answered("LH", standard: 6, extension: 18);
        RecordedYear stage2 = RecordedYear.Of("K", 2, 104)
            .Spread((one, tenure) => one.Tenure = tenure, ("GN", 76), ("SO", 12), ("LH", 16))
            .Answered("GN", standard: 53, extension: 16)
            .Answered("SO", standard: 7, extension: 2, open: 2)
            .Answered("LH", standard: 11, extension: 5);
        Received(stage1, AnswerTiming.Standard, 43, 88, 88, 71);
        Received(stage1, AnswerTiming.Extension, 70, 10, 10, 18);
        Received(stage1, AnswerTiming.Late, 5, 11, 10, 16);
        Received(stage2, AnswerTiming.Standard, 11, 21, 21, 18);
        Received(stage2, AnswerTiming.Extension, 5, 5, 4, 9);
        Received(stage2, AnswerTiming.Late, 1, 2, 2, 3);
        Received(stage2, AnswerTiming.Open, 0, 0, 0, 2);
        Escalate(stage1, stage2);
        RecordedCase[] answered = [.. stage1.Cases, .. stage2.Cases.Where(one => one.Timing != AnswerTiming.Open)];
        WestKentRecords.Categorise(answered);
        Decide([.. answered.Where(one => one.Outcome.Length == 0)], 200, 129);
        return [stage1, stage2];
    }

    public static RecordedYear[] Of2022()
    {
        RecordedYear stage1 = RecordedYear.Of("B", 1, 300, years: -1)
            .Spread((one, status) => one.Status = one.Outcome = status, ("withdrawn", 27))
            .Answered("GN", standard: 200, extension: 40);
        RecordedYear stage2 = RecordedYear.Of("B", 2, 62, years: -1).Answered("GN", standard: 40, extension: 10);
        Decide([.. stage1.Cases.Concat(stage2.Cases).Where(one => one.Outcome.Length == 0)], 101, 100);
        return [stage1, stage2];
    }

    // What was in time without an extension was answered sooner where more was not, so that the mean is as printed.
    private static void Received(RecordedYear year, AnswerTiming timing, int first, int second, int third, int fourth) => year.Spread(
        (one, quarter) =>
        {
            one.Received = quarter.Day;
            one.DaysToAnswer = timing == AnswerTiming.Standard ? quarter.Days : null;
        },
        one => one.Timing == timing,
        ((Day: s_first, Days: 5), first),
        ((Day: s_second, Days: 7), second),
        ((Day: s_third, Days: 7), third),
        ((Day: s_fourth, Days: 4), fourth));

    // Stage 2 is of an accepted complaint of the same tenure, and no earlier than its stage 1.
    private static void Escalate(RecordedYear stage1, RecordedYear stage2)
    {
        foreach (IGrouping<string, RecordedCase> tenure in stage2.Cases.GroupBy(one => one.Tenure))
        {
            IEnumerable<RecordedCase> first = stage1.Cases.Where(one => one.Tenure == tenure.Key && one.Status == "accepted");
            IEnumerable<RecordedCase> second = tenure.OrderBy(one => one.Received);
            foreach ((RecordedCase complaint, RecordedCase escalated) in first.OrderBy(one => one.Received).Zip(second))
            {
                escalated.Case = complaint.Case;
            }
        }
    }

    private static void Decide(IReadOnlyList<RecordedCase> decided, int upheld, int partially)
    {
        foreach ((int at, RecordedCase one) in decided.Index())
        {
            one.Outcome = at < upheld ? "upheld" : at < upheld + partially ? "partially_upheld" : "not_upheld";
        }
    }
}
