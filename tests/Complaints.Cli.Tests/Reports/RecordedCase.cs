namespace Complaints.Cli.Tests.Reports;

/// <summary>A stage of a complaint as a landlord's system would export it.</summary>
internal sealed class RecordedCase
{
    public required string Case { get; set; }

    public required int Stage { get; init; }

    public DateOnly Received { get; set; }

    public AnswerTiming Timing { get; set; } = AnswerTiming.Late;

    public string Tenure { get; set; } = "GN";

    public string Status { get; set; } = "accepted";

    public string Outcome { get; set; } = "";

    public string Area { get; set; } = "";

    public string Category { get; set; } = "";

    public string Subcategory { get; set; } = "";

    public string Theme { get; set; } = "";

    public string Channel { get; set; } = "";

    public string Contractor { get; set; } = "";

    /// <summary>Whose complaint it is, where the report tells something of residents; also the home's reference.</summary>
    public string Resident { get; set; } = "";

    /// <summary>Where that home is; none where the report tells nothing of places.</summary>
    public string Neighbourhood { get; set; } = "";

    /// <summary>The calendar days from receipt to the answer, where the report tells something of them; else those of the timing.</summary>
    public int? DaysToAnswer { get; set; }

    public string Line(string landlord)
    {
        (DateOnly? answered, DateOnly? to) = Days();
        answered = DaysToAnswer is int days ? Received.AddDays(days) : answered;
        string extended = to is DateOnly day ? $"{Received.AddDays(3):yyyy-MM-dd},{day:yyyy-MM-dd},awaiting a survey,yes" : ",,,";
        return $"{Case},{Stage},{Received:yyyy-MM-dd},{Received:yyyy-MM-dd},{Received.AddDays(1):yyyy-MM-dd},{answered:yyyy-MM-dd},{Status},{Outcome},{Area},{Category},{Theme},"
            + $"{extended},{landlord},{Tenure},{Resident},{Subcategory},{Channel},{Contractor}";
    }

    // Ten working days are two weeks where no holiday is near, twenty are four.
    private (DateOnly? Answered, DateOnly? ExtendedTo) Days() => (Timing, Stage) switch
    {
        (AnswerTiming.Standard, _) => (Received.AddDays(7), null),
        (AnswerTiming.Extension, 1) => (Received.AddDays(20), Received.AddDays(26)),
        (AnswerTiming.Extension, _) => (Received.AddDays(36), Received.AddDays(40)),
        (AnswerTiming.Late, 1) => (Received.AddDays(35), null),
        (AnswerTiming.Late, _) => (Received.AddDays(44), null),
        _ => (null, null),
    };
}

/// <summary>When a stage was answered.</summary>
internal enum AnswerTiming
{
    Standard,
    Extension,
    Late,
    Open,
}
