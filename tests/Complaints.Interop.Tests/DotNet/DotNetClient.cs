using Complaints.Interop.Tests.Hosting;
using Google.Protobuf;
using Grpc.Net.Client;

namespace Complaints.Interop.Tests.DotNet;

public abstract class DotNetClient(ProbeHost host) : IDisposable
{
    protected static readonly ByteString EveryByte =
        ByteString.CopyFrom([.. Enumerable.Range(0, 256).Select(value => (byte)value)]);

    protected GrpcChannel Channel { get; } = GrpcChannel.ForAddress(host.GrpcAddress);

    protected Complaints.Interop.V1.Probe.ProbeClient Probe => new(Channel);

    protected static string Unique(string name) => $"{name}-{Guid.NewGuid()}";

    public void Dispose()
    {
        Channel.Dispose();
        GC.SuppressFinalize(this);
    }
}
