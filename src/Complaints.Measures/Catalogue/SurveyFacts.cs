namespace Complaints.Measures.Catalogue;

/// <summary>What residents say of how complaints were handled.</summary>
internal static class SurveyFacts
{
    // The five answers of TP09; a row without one has none of them.
    private static readonly string[] s_answers =
        ["very_satisfied", "fairly_satisfied", "neither", "fairly_dissatisfied", "very_dissatisfied"];

    private static readonly FactField s_answered = new("answered", FieldType.Flag, FieldOrigin.HappenedAsAt, "answered_on");

    /// <summary>
    /// Questions of surveys that were sent, with one person's answer or none, or the number of those who gave an answer where only counts
    /// are published. Weighted surveys count in fractions (docs/domain.md §2.7: TP09 is asked of people who say that they complained, and
    /// never joined to cases).
    /// </summary>
    internal static FactTable Survey { get; } = new()
    {
        Name = "survey",
        Rows = "survey questions",
        Row = "survey question",
        Table = "fact_survey",
        Fields = FactTable.Named(
            new FactField("question", FieldType.Text, FieldOrigin.Fact, "question"),
            new FactField("answer", FieldType.Text, FieldOrigin.Fact, "answer", s_answers),
            new FactField("answers", FieldType.Amount, FieldOrigin.Fact, "answers"),
            new FactField("score", FieldType.Amount, FieldOrigin.Fact, "score", IsNullable: true),
            new FactField("of_a_case", FieldType.Flag, FieldOrigin.IsRecorded, "case_reference"),
            s_answered),
        Keys = FactTable.Named(new FactField("survey", FieldType.Text, FieldOrigin.Fact, "survey")),
        FirstOf = new Dictionary<string, IReadOnlyList<string>> { ["known_on"] = ["sent_on", "answered_on"] },
        Days = new Dictionary<DateRole, FactDay> { [DateRole.Sent] = new("sent_on"), [DateRole.Answered] = new("answered_on") },
        KnownFrom = "known_on",
        DimensionColumns = FactTable.Columns("landlord_code", "stock_type", "question", "answer"),
        Targets = ["survey"],
        KeyColumn = "survey_reference",
    };
}
