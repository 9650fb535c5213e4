using Complaints.Escalation.Registry;

namespace Complaints.Escalation.Serving;

/// <summary>Which way readers come to a <see cref="RiskDesk"/>, and which model it answers with.</summary>
/// <param name="Through">The way, for the record of readings, such as "service".</param>
public sealed record RiskDeskOptions(string Through)
{
    /// <summary>The model to answer with; null for the one in use.</summary>
    public string? ModelVersion { get; init; }

    /// <summary>The file with the landlord's part of the card; null for the one beside the models.</summary>
    public string? CardDetailsFile { get; init; }

    /// <summary>
    /// Told of a model that is not in use when its list is read, which is for looking at and not for work; null where only the model in use
    /// answers.
    /// </summary>
    public Action<RegisteredModel>? OnUnusedModel { get; init; }

    /// <summary>
    /// Called before an answer waits for a file that other programs write or keep as well: whoever counts the calls at work lets another
    /// one in meanwhile. Null where nobody counts.
    /// </summary>
    public Action? BeforeWaiting { get; init; }
}
