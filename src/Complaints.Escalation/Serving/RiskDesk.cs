using System.Collections.Immutable;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Escalation.Cards;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Scoring;
using Complaints.Escalation.Serving.Access;
using Complaints.Warehouse;

namespace Complaints.Escalation.Serving;

/// <summary>Answers questions about risk with the model in use: what a service needs, safe for many callers at a time.</summary>
/// <param name="warehouse">The warehouse.</param>
/// <param name="registry">Its models; null where none are served.</param>
/// <param name="clock">For the time of a reading.</param>
public sealed class RiskDesk(IWarehouse warehouse, ModelRegistry? registry, TimeProvider clock) : IDisposable
{
    private readonly AccessLog? _access = registry is null ? null : new AccessLog(registry.Folder, clock);
    private readonly SemaphoreSlim _scoring = new(1);
    private StoredModel? _model;
    private ScoredDay? _day;

    /// <summary>Does what a caller asks for and records that it was read, or refused, before the answer leaves.</summary>
    /// <param name="asked">Who asks for what.</param>
    /// <param name="work">Makes the answer.</param>
    /// <param name="told">Adds to the record what the answer tells.</param>
    /// <exception cref="UserException">The record cannot be kept.</exception>
    public Task<T> RecordedAsync<T>(AccessRecord asked, Func<Task<T>> work, Func<AccessRecord, T, AccessRecord> told)
    {
        ArgumentNullException.ThrowIfNull(work);
        return _access is null ? work() : _access.RunAsync(asked, work, told);
    }

    /// <summary>The risk list as it was scored and written.</summary>
    /// <exception cref="UserException">No model is in use, or nothing was scored for the day.</exception>
    public async Task<RiskList> ListAsync(RiskListQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelManifest model = Registry.Find(InUse()).Manifest;
        await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(cancellationToken).ConfigureAwait(false);
        return await RiskListReader.ReadAsync(snapshot, model.Version, query with { HorizonDays = model.HorizonDays }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A score taken apart.</summary>
    /// <param name="caseReference">The case.</param>
    /// <param name="sourceSystem">Its source; null where the reference alone tells.</param>
    /// <param name="asOf">The day; null for the data cut-off.</param>
    /// <param name="maySee">Which landlords' cases the caller may see.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UserException">No model is in use, or no such case is at risk.</exception>
    public async Task<CaseExplanation> ExplainAsync(
        string caseReference, string? sourceSystem, DateOnly? asOf, Func<string, bool> maySee, CancellationToken cancellationToken)
    {
        CaseReferences.Require(caseReference);
        ScoredDay day = await DayAsync(asOf, cancellationToken).ConfigureAwait(false);
        RiskScore score = CaseExplanation.Find(day.Scores, day.AsOf, caseReference, sourceSystem, maySee);
        return CaseExplanation.Of(day.Model, day.History, score, cancellationToken);
    }

    /// <summary>The card of the model in use, with figures of the landlords that the caller may see.</summary>
    /// <exception cref="UserException">No model is in use.</exception>
    public (string Version, string Markdown) Card(Func<string, bool> maySee)
    {
        RegisteredModel model = Registry.Find(InUse());
        return (model.Manifest.Version, ModelCard.Write(model, CardDetails.Read(Path.Combine(Registry.Folder, CardDetails.FileName)), maySee));
    }

    /// <inheritdoc/>
    public void Dispose() => _scoring.Dispose();

    private ModelRegistry Registry => registry ?? throw NoModel();

    private string InUse() => Registry.PromotedVersion ?? throw NoModel();

    internal static NotReadyException NoModel() => new(
        "No model is in use.",
        where: "models of the warehouse",
        expected: "a promoted model",
        fix: "train one with 'complaints risk train', evaluate it and promote it");

    // One scoring at a time, and the last one is kept: whoever explains a case usually explains the next one of the same list.
    private async Task<ScoredDay> DayAsync(DateOnly? asOf, CancellationToken cancellationToken)
    {
        await _scoring.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            string version = InUse();
            if (_model?.Manifest.Version != version)
            {
                (_model, _day) = (Registry.Load(version), null);
            }

            SnapshotInfo now = await PublishedAsync(cancellationToken).ConfigureAwait(false);
            if (_day is not null && _day.Warehouse.Generation == now.Generation && (asOf ?? _day.History.CutOff) == _day.AsOf)
            {
                return _day;
            }

            _day = null;
            ScoredDay day = await RiskScoring.ScoreAsync(warehouse, _model, asOf, cancellationToken).ConfigureAwait(false);
            _day = day.History.Cases.Length <= Limits.KeptRiskCases ? day : null;
            return day;
        }
        finally
        {
            _scoring.Release();
        }
    }

    private async Task<SnapshotInfo> PublishedAsync(CancellationToken cancellationToken)
    {
        await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(cancellationToken).ConfigureAwait(false);
        return snapshot.Info;
    }
}
