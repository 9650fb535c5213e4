using System.Threading.Channels;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Complaints.Service.Grpc.Health;

// One caller's watch on one service. A caller slower than the changes sees the latest alone: that is what it asked for.
internal sealed class HealthWatch(string service, Action<HealthWatch> forget) : IDisposable
{
    private readonly Channel<ServingStatus> _news = Channel.CreateBounded<ServingStatus>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public string Service => service;

    public void Tell(ServingStatus status) => _news.Writer.TryWrite(status);

    public IAsyncEnumerable<ServingStatus> Read(CancellationToken cancellationToken) =>
        _news.Reader.ReadAllAsync(cancellationToken);

    public void Dispose() => forget(this);
}
