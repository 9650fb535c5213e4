using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Escalation.Registry;
using Complaints.Warehouse;

namespace Complaints.Escalation.Serving;

/// <summary>
/// The day that was scored last, kept: whoever explains a case usually explains the next one of the same list. One scoring at a time.
/// </summary>
/// <param name="warehouse">The warehouse.</param>
internal sealed class ScoredDays(IWarehouse warehouse) : IDisposable
{
    private readonly SemaphoreSlim _scoring = new(1);
    private StoredModel? _model;
    private ScoredDay? _day;

    /// <summary>The scores of a day by a model of the registry.</summary>
    /// <param name="registry">The models.</param>
    /// <param name="version">Which one.</param>
    /// <param name="asOf">The day; null for the data cut-off.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UserException">The model cannot be read, nothing is loaded, or the day lies after the data cut-off.</exception>
    public async Task<ScoredDay> OfAsync(ModelRegistry registry, string version, DateOnly? asOf, CancellationToken cancellationToken)
    {
        await _scoring.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_model?.Manifest.Version != version)
            {
                (_model, _day) = (registry.Load(version), null);
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

    /// <inheritdoc/>
    public void Dispose() => _scoring.Dispose();

    private async Task<SnapshotInfo> PublishedAsync(CancellationToken cancellationToken)
    {
        await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(cancellationToken).ConfigureAwait(false);
        return snapshot.Info;
    }
}
