using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows;

/// <summary>A question of a survey that was sent, answered or not, or a count of a published survey, for <c>fact_survey</c>.</summary>
public sealed record SurveyRow : IWarehouseRow
{
    /// <inheritdoc/>
    public required long SourceRow { get; init; }

    /// <summary>Reference of the survey that was sent to one person, or of the published count.</summary>
    public required string SurveyReference { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>The landlord.</summary>
    public required LandlordCode LandlordCode { get; init; }

    /// <summary>The complaint that the survey is about; null where it is about none.</summary>
    public string? CaseReference { get; init; }

    /// <summary>Stock type of who was asked; null where the source does not say.</summary>
    public StockType? StockType { get; init; }

    /// <summary>Day it was sent; null where the source does not say.</summary>
    public DateOnly? SentOn { get; init; }

    /// <summary>Day it was answered; null while it is not.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>"very_satisfied" to "very_dissatisfied" (docs/domain.md §2.7); null where the question has no such answer.</summary>
    public string? Answer { get; init; }

    /// <summary>The score given, from 0 to <see cref="Complaints.Domain.Limits.SurveyScore"/>, of at most two decimals.</summary>
    public decimal? Score { get; init; }

    /// <summary>
    /// How many answers a published count is of, in fractions where the survey is weighted; null for one person's survey.
    /// </summary>
    public decimal? Answers { get; init; }
}
