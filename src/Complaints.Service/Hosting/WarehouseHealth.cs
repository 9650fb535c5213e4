using Complaints.Domain;
using Complaints.Warehouse;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Complaints.Service.Hosting;

/// <summary>Says whether the published warehouse can be opened: a service that cannot is up and of no use.</summary>
internal sealed class WarehouseHealth(IWarehouse warehouse, ILogger<WarehouseHealth> log) : IHealthCheck
{
    private volatile bool _isGone;

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(Limits.HealthSeconds));
        try
        {
            await using ISnapshot snapshot = await warehouse.OpenSnapshotAsync(limit.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever stands in the way, the warehouse cannot be read.
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            if (!_isGone)
            {
                _isGone = true;
                log.WarehouseGone(error.Message.ReplaceLineEndings(" "));
            }

            return HealthCheckResult.Unhealthy("The warehouse cannot be read.");
        }

        if (_isGone)
        {
            _isGone = false;
            log.WarehouseBack();
        }

        return HealthCheckResult.Healthy();
    }
}
