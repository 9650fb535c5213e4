using Complaints.Domain.Access;
using Complaints.Domain.Errors;

namespace Complaints.Escalation.Serving;

/// <summary>
/// The one door for questions about risk: the models and scores of a warehouse in this process, or a running service. Whoever asks knows no
/// difference. Every question is recorded with who asked it before its answer leaves; so is every refusal.
/// </summary>
/// <remarks>A service knows its caller itself, so the reader does not travel to one.</remarks>
public interface IRiskDesk
{
    /// <summary>The risk list as it was scored and written; nobody gets an empty one.</summary>
    /// <param name="query">Which part of it.</param>
    /// <param name="reader">Who asks; null is nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UserException">
    /// No model is in use, or nothing was scored for the day, or a filter names what does not exist for the reader.
    /// </exception>
    Task<RiskList> ListAsync(RiskListQuery query, Principal? reader, CancellationToken cancellationToken);

    /// <summary>A score taken apart.</summary>
    /// <param name="query">Whose score, and of which day.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UserException">No model is in use, or no such case is at risk, or nobody asks.</exception>
    Task<CaseExplanation> ExplainAsync(CaseQuery query, Principal? reader, CancellationToken cancellationToken);

    /// <summary>The card of the model, with figures of the landlords that the reader may see.</summary>
    /// <exception cref="UserException">No model is in use, or nobody asks.</exception>
    Task<RiskCard> CardAsync(Principal? reader, CancellationToken cancellationToken);

    /// <summary>Keeps what a person did about a case.</summary>
    /// <exception cref="UserException">
    /// No such case, cases of several sources have the reference, it is on no list or not on that of the day, action and outcome contradict
    /// each other, the note is too long, or nobody asks.
    /// </exception>
    Task<Feedback> RecordAsync(NewFeedback given, Principal? reader, CancellationToken cancellationToken);

    /// <summary>What was recorded about cases that the reader may see, newest first.</summary>
    /// <exception cref="UserException">No models are served, or nobody asks.</exception>
    Task<FeedbackList> FeedbackAsync(FeedbackQuery query, Principal? reader, CancellationToken cancellationToken);
}
