namespace Complaints.Measures.Catalogue;

/// <summary>What residents say of how complaints were handled.</summary>
internal static class SurveyFacts
{
    private static readonly FactField s_answered = new("answered", FieldType.Flag, FieldOrigin.HappenedAsAt, "answered_on");

    /// <summary>
    /// Answers to surveys: one person's, or the number of those who gave an answer where only counts are published. Weighted surveys count
    /// in fractions (docs/domain.md §2.7: TP09 is asked of people who say that they complained, and never joined to cases).
    /// </summary>
    internal static FactTable Survey { get; } = new()
    {
        Name = "survey",
        Rows = "survey answers",
        Row = "survey answer",
        Table = "fact_survey",
        Fields = FactTable.Named(
            new FactField("question", FieldType.Text, FieldOrigin.Fact, "question"),
            new FactField("answer", FieldType.Text, FieldOrigin.Fact, "answer"),
            new FactField("answers", FieldType.Amount, FieldOrigin.Fact, "answers"),
            new FactField("of_a_case", FieldType.Flag, FieldOrigin.IsRecorded, "case_reference"),
            s_answered),
        Days = new Dictionary<DateRole, FactDay> { [DateRole.Answered] = new("answered_on") },
        KnownFrom = "answered_on",
        DimensionColumns = FactTable.Columns("landlord_code", "stock_type", "question", "answer"),
        Targets = ["survey"],
        KeyColumn = "survey_reference",
        HeldBackDay = DateRole.Answered,
    };
}
