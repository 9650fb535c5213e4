using Complaints.Domain.Access;
using Complaints.Domain.Errors;
using Complaints.Escalation.Cards;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Scoring;
using Complaints.Escalation.Serving.Access;
using Complaints.Warehouse;

namespace Complaints.Escalation.Serving;

/// <summary>Answers questions about risk from a warehouse and its models in this process; safe for many readers at a time.</summary>
/// <param name="warehouse">The warehouse; not disposed.</param>
/// <param name="registry">Its models; null where none are served.</param>
/// <param name="clock">For the times that are noted.</param>
/// <param name="options">Which way readers come, and which model answers.</param>
public sealed class RiskDesk(
    IWarehouse warehouse, ModelRegistry? registry, TimeProvider clock, RiskDeskOptions options) : IRiskDesk, IDisposable
{
    private const string What = "What is known of cases' risk";

    private readonly AccessLog? _access = registry is null
        ? null
        : new AccessLog(registry.Folder, clock) { BeforeWaiting = options.BeforeWaiting };
    private readonly FeedbackDesk _feedback = new(warehouse, registry, clock, options.BeforeWaiting);
    private readonly ScoredDays _days = new(warehouse);

    private ModelRegistry Registry => registry ?? throw NoModel();

    /// <inheritdoc/>
    public Task<RiskList> ListAsync(RiskListQuery query, Principal? reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return RecordedAsync(
            Asked(RiskAccess.List, reader) with { AsOf = query.AsOf, Landlord = query.Landlord },
            async () =>
            {
                Principal.RequireCases(reader, What);
                ModelManifest model = Chosen().Manifest;
                await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(cancellationToken).ConfigureAwait(false);
                RiskList list = await new RiskListReader(snapshot, model.Version, model.HorizonDays)
                    .ReadAsync(query, Principal.ScopeOf(reader), cancellationToken).ConfigureAwait(false);
                return list with { LearnedTo = model.LearnedTo };
            },
            (record, list) => record with { AsOf = list.AsOf, ModelVersion = list.ModelVersion, Rows = list.Entries.Length });
    }

    /// <inheritdoc/>
    public Task<CaseExplanation> ExplainAsync(CaseQuery query, Principal? reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return RecordedAsync(
            Asked(RiskAccess.Explanation, reader) with
            {
                AsOf = query.AsOf,
                CaseReference = query.CaseReference,
                SourceSystem = query.SourceSystem,
            },
            async () =>
            {
                LandlordScope scope = Somebody(reader).Scope;
                CaseReferences.Require(query.CaseReference);
                ScoredDay day = await _days.OfAsync(
                    Registry, Chosen().Manifest.Version, query.AsOf, cancellationToken).ConfigureAwait(false);
                // Asked after the scoring, of a warehouse that is at least as new: who may see the case now decides.
                HashSet<(string, string)> visible = await VisibleCases.ReadAsync(
                    warehouse, [query.CaseReference], scope, cancellationToken).ConfigureAwait(false);
                RiskScore score = CaseExplanation.Find(day.Scores, day.AsOf, query, visible);
                return CaseExplanation.Of(day.Model, day.History, score, cancellationToken);
            },
            (record, explained) => record with { AsOf = explained.AsOf, ModelVersion = explained.ModelVersion, Rows = 1 });
    }

    /// <inheritdoc/>
    public Task<RiskCard> CardAsync(Principal? reader, CancellationToken cancellationToken) => RecordedAsync(
        Asked(RiskAccess.Card, reader),
        () =>
        {
            LandlordScope scope = Somebody(reader).Scope;
            // The card is of a file beside the model, which no engine reads; its rows by landlord are bounded as they are written.
            // Where a model that is not in use may be looked at, the newest one has a card before it is promoted.
            RegisteredModel model = Registry.Find(options.ModelVersion ?? (options.OnUnusedModel is null ? InUse() : null));
            CardDetails details = CardDetails.Read(options.CardDetailsFile ?? Path.Combine(Registry.Folder, CardDetails.FileName));
            return Task.FromResult(new RiskCard(model.Manifest.Version, ModelCard.Write(model, details, scope.Allows)));
        },
        (record, card) => record with { ModelVersion = card.ModelVersion });

    /// <inheritdoc/>
    public Task<Feedback> RecordAsync(NewFeedback given, Principal? reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(given);
        return RecordedAsync(
            Asked(RiskAccess.Feedback, reader) with { CaseReference = given.CaseReference, SourceSystem = given.SourceSystem },
            () => _feedback.RecordAsync(given, Somebody(reader), cancellationToken),
            (record, kept) => record with { AsOf = kept.AsOf, ModelVersion = kept.ModelVersion });
    }

    /// <inheritdoc/>
    public Task<FeedbackList> FeedbackAsync(FeedbackQuery query, Principal? reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return RecordedAsync(
            Asked(RiskAccess.FeedbackList, reader) with { CaseReference = query.CaseReference, SourceSystem = query.SourceSystem },
            () => _feedback.ListAsync(query, Somebody(reader).Scope, cancellationToken),
            (record, list) => record with { Rows = list.Records.Length });
    }

    /// <inheritdoc/>
    public void Dispose() => _days.Dispose();

    internal static NotReadyException NoModel() => new(
        "No model is in use.",
        where: "models of the warehouse",
        expected: "a promoted model",
        fix: "train one with 'complaints risk train', evaluate it and promote it; 'complaints risk list --model VERSION' looks at another's list");

    // Told apart from a model that waits to be promoted: what is to be done is another thing.
    private static NotReadyException NoModelYet() => new(
        "There is no model yet.",
        where: "models of the warehouse",
        expected: "a trained model",
        fix: "train one with 'complaints risk train', evaluate it and promote it");

    private static Principal Somebody(Principal? reader)
    {
        Principal.RequireCases(reader, What);
        return reader is not null && !reader.Scope.IsNone
            ? reader
            : throw new UnknownCallerException("This call needs a caller who may see a landlord.", where: "caller");
    }

    private AccessRecord Asked(RiskAccess access, Principal? reader) =>
        new() { By = reader?.Name ?? AccessRecord.Nobody, Through = options.Through, Asked = access };

    private Task<T> RecordedAsync<T>(AccessRecord asked, Func<Task<T>> work, Func<AccessRecord, T, AccessRecord> told) =>
        _access is null ? work() : _access.RunAsync(asked, work, told);

    // The model in use, or the one that was named.
    private RegisteredModel Chosen()
    {
        RegisteredModel model = Registry.Find(options.ModelVersion ?? InUse());
        if (model.Status != ModelStatus.Promoted)
        {
            options.OnUnusedModel?.Invoke(model);
        }

        return model;
    }

    private string InUse() => Registry.PromotedVersion ?? throw (Registry.List().Count == 0 ? NoModelYet() : NoModel());
}
