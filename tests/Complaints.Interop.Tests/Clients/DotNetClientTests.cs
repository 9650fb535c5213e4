using Complaints.Interop.Tests.Hosting;
using Complaints.Interop.V1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace Complaints.Interop.Tests.Clients;

/// <summary>The real Grpc.Net.Client over our stand-ins, against the real server over the same.</summary>
public sealed class DotNetClientTests(ProbeHost host) : IClassFixture<ProbeHost>, IDisposable
{
    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(host.GrpcAddress);

    private Probe.ProbeClient Client => new(_channel);

    public void Dispose() => _channel.Dispose();

    [Fact]
    public async Task A_unary_call_comes_back() =>
        Assert.Equal("Grüße", (await Client.EchoAsync(new EchoRequest { Text = "Grüße" })).Text);

    [Fact]
    public void A_blocking_call_comes_back() => Assert.Equal("now", Client.Echo(new EchoRequest { Text = "now" }).Text);
}
