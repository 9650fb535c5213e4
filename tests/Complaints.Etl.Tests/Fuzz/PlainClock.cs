namespace Complaints.Etl.Tests.Fuzz;

/// <summary>The Code's clocks once more, day by day and without the product: slow and plain.</summary>
internal static class PlainClock
{
    private static readonly HashSet<string> s_holidays =
    [
        "2023-01-02", "2023-04-07", "2023-04-10", "2023-05-01", "2023-05-08", "2023-05-29", "2023-08-28", "2023-12-25", "2023-12-26",
        "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26", "2024-12-25", "2024-12-26",
        "2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26",
    ];

    /// <summary>The standard due day, the extended one as recorded, and the one by the strict policy.</summary>
    public static (DateOnly Standard, DateOnly? Extended, DateOnly? Strict) Read(PlainStage stage)
    {
        bool new2024 = stage.Received >= new DateOnly(2024, 4, 1);
        DateOnly start = stage.Received;
        if (new2024)
        {
            start = stage.Acknowledged is DateOnly on && !(on > stage.Responded) ? on : After(stage.Received, 5);
        }
        else if (stage.Number == 1 && stage.Logged is DateOnly logged && !(logged > stage.Responded))
        {
            start = logged;
        }

        DateOnly standard = After(start, stage.Number == 1 ? 10 : 20);
        DateOnly longest = After(standard, stage.Number == 2 && new2024 ? 20 : 10);
        bool none = (stage.Agreed is null && stage.To is null)
            || stage.Agreed > standard
            || stage.Agreed < stage.Received
            || stage.To <= standard;
        DateOnly? extended = none ? null : stage.To is DateOnly to && to < longest ? to : longest;
        bool whole = stage.Agreed is not null && stage.To is not null && stage.Reason.Length > 0 && (!new2024 || stage.Details);
        return (standard, extended, whole ? extended : null);
    }

    /// <summary>The last day for the acknowledgement; null where the Code of the day has no rule.</summary>
    public static DateOnly? AcknowledgeBy(PlainStage stage) =>
        stage.Number == 2 && stage.Received < new DateOnly(2024, 4, 1) ? null : After(stage.Received, 5);

    public static int Between(DateOnly from, DateOnly to)
    {
        int count = 0;
        for (DateOnly day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += IsWorking(day) ? 1 : 0;
        }

        return count;
    }

    private static DateOnly After(DateOnly day, int working)
    {
        while (working > 0)
        {
            day = day.AddDays(1);
            working -= IsWorking(day) ? 1 : 0;
        }

        return day;
    }

    private static bool IsWorking(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !s_holidays.Contains(day.ToString("yyyy-MM-dd"));
}

/// <summary>A stage as an extract tells it.</summary>
internal sealed record PlainStage
{
    public required string Case { get; init; }

    public required int Number { get; init; }

    public required string Landlord { get; init; }

    public required string Stock { get; init; }

    /// <summary>Its home; -1 where the source names the landlord.</summary>
    public int Home { get; init; } = -1;

    /// <summary>The home's identifier as the row has it.</summary>
    public string Asset { get; init; } = "";

    /// <summary>The home's UPRN as the row has it.</summary>
    public string Uprn { get; init; } = "";

    public required DateOnly Received { get; init; }

    public DateOnly? Logged { get; init; }

    public DateOnly? Acknowledged { get; init; }

    public DateOnly? Responded { get; init; }

    public DateOnly? Agreed { get; init; }

    public DateOnly? To { get; init; }

    public string Reason { get; init; } = "";

    public bool Details { get; init; }

    public string Status { get; init; } = "accepted";

    public string Outcome { get; init; } = "";

    public string Category { get; init; } = "";
}
