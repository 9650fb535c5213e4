using Complaints.Domain.Errors;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Labels;
using Complaints.Learning;
using Complaints.Escalation.Training;
using Complaints.Warehouse;

namespace Complaints.Escalation.Registry;

/// <summary>Trains a warehouse's models into its registry, and judges them.</summary>
/// <param name="warehouse">The warehouse.</param>
/// <param name="registry">Its registry.</param>
/// <param name="learners">What can be trained with; null for <see cref="LearnerCatalogue.Here"/>.</param>
public sealed class ModelMaking(IWarehouse warehouse, ModelRegistry registry, LearnerCatalogue? learners = null)
{
    private readonly LearnerCatalogue _learners = learners ?? LearnerCatalogue.Here;

    /// <summary>Trains a model on all outcomes known at the data cut-off and keeps it.</summary>
    /// <param name="rule">What counts as escalated.</param>
    /// <param name="seed">Seed of everything random.</param>
    /// <param name="cancellationToken">Stops between rounds; then nothing is kept.</param>
    /// <exception cref="UserException">Nothing is loaded, or fewer than 200 escalated cases have a known outcome.</exception>
    public Task<ModelManifest> TrainAsync(LabelRule rule, ulong seed, CancellationToken cancellationToken) =>
        TrainAsync(rule, seed, learner: null, cancellationToken);

    /// <inheritdoc cref="TrainAsync(LabelRule, ulong, CancellationToken)"/>
    /// <param name="rule">What counts as escalated.</param>
    /// <param name="seed">Seed of everything random.</param>
    /// <param name="learner">Name of a learner of the catalogue; null for its default.</param>
    /// <param name="cancellationToken">Stops between rounds; then nothing is kept.</param>
    /// <exception cref="UserException">Likewise, or this machine has no such learner.</exception>
    public async Task<ModelManifest> TrainAsync(LabelRule rule, ulong seed, string? learner, CancellationToken cancellationToken)
    {
        TrainerOptions options = Options(seed, learner);
        (SnapshotInfo info, PredictionRows rows) = await RowsAsync(rule, cancellationToken).ConfigureAwait(false);
        return await Task.Run(
            () =>
            {
                TrainedModel trained = new EscalationTrainer(options).Train(rows, cancellationToken);
                return registry.Add(trained, TrainingProfile.Of(trained, rows), info);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Judges by rolling origin how models made like this one did on later months, and keeps that with it: the same horizon, seed and
    /// feature list, by the same learner, on what the warehouse holds now.
    /// </summary>
    /// <param name="version">The model; null for the one that <see cref="ModelRegistry.Find"/> finds.</param>
    /// <param name="months">Months judged, 1 to 36.</param>
    /// <param name="resamples">Bootstrap samples behind the intervals.</param>
    /// <param name="progress">Told the month being judged; may be null.</param>
    /// <param name="cancellationToken">Stops between models and rounds; then nothing is kept.</param>
    /// <exception cref="UserException">
    /// No such model, a learner this machine has not, or no month has enough known escalations before it.
    /// </exception>
    public async Task<RegisteredModel> EvaluateAsync(
        string? version, int months, int resamples, IProgress<DateOnly>? progress, CancellationToken cancellationToken)
    {
        StoredModel model = registry.Load(version);
        TrainerOptions training = Options(model.Manifest.Seed, model.Manifest.TrainedBy.Name);
        (SnapshotInfo info, PredictionRows rows) = await RowsAsync(model.Rule, cancellationToken).ConfigureAwait(false);
        EvaluationOptions options = new() { Training = training, Months = months, Resamples = resamples };
        EscalationEvaluation evaluation = await Task.Run(
            () => new EscalationEvaluator(options).Run(rows, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
        EvaluationRecord kept = registry.Keep(model.Manifest.Version, evaluation, info);
        return registry.Find(model.Manifest.Version) with { Evaluation = kept };
    }

    private TrainerOptions Options(ulong seed, string? learner) =>
        new() { Run = TrainingOptions.Default with { Seed = seed }, Learner = _learners.Find(learner) };

    private async Task<(SnapshotInfo Info, PredictionRows Rows)> RowsAsync(LabelRule rule, CancellationToken cancellationToken)
    {
        await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(cancellationToken).ConfigureAwait(false);
        CaseHistory history = await CaseHistoryReader.ReadAsync(snapshot, cancellationToken: cancellationToken).ConfigureAwait(false);
        PredictionRows rows = await Task.Run(
            () => PredictionRows.Build(history, rule, cancellationToken), cancellationToken).ConfigureAwait(false);
        return (snapshot.Info, rows);
    }
}
