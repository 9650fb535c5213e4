using System.Collections.Immutable;
using Complaints.Domain.Errors;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Scoring;
using Complaints.Warehouse;
using Complaints.Warehouse.Loading;

namespace Complaints.Escalation.Serving;

/// <summary>Scores a warehouse's cases with a model.</summary>
public static class RiskScoring
{
    /// <summary>Scores the cases at risk on a day; writes nothing.</summary>
    /// <param name="warehouse">The warehouse.</param>
    /// <param name="model">The model.</param>
    /// <param name="asOf">The day; null for the data cut-off.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UserException">Nothing is loaded, or the day lies after the data cut-off.</exception>
    public static async Task<ScoredDay> ScoreAsync(
        IWarehouse warehouse, StoredModel model, DateOnly? asOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(model);
        await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(cancellationToken).ConfigureAwait(false);
        CaseHistory history = await CaseHistoryReader.ReadAsync(snapshot, cancellationToken: cancellationToken).ConfigureAwait(false);
        DateOnly day = asOf ?? history.CutOff;
        ImmutableArray<RiskScore> scores = await Task.Run(
            () => model.Scorer().Score(history, day, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new ScoredDay(model, snapshot.Info, history, day, scores);
    }

    /// <summary>Writes the scores of a day into the warehouse.</summary>
    /// <exception cref="UserException">Another process is writing.</exception>
    public static Task<PublishResult> WriteAsync(IWarehouse warehouse, ScoredDay day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(day);
        return ScoreStore.WriteAsync(warehouse, day.Warehouse, day.Model.Manifest.Version, day.Scores, cancellationToken);
    }
}
