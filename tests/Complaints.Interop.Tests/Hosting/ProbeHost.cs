using System.Net;
using Complaints.Service.Hosting;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Complaints.Interop.Tests.Hosting;

/// <summary>The test service on loopback: HTTP/2 without TLS for gRPC, HTTP/1.1 for gRPC-Web.</summary>
public sealed class ProbeHost : IAsyncLifetime
{
    private WebApplication? _app;

    /// <summary>Where gRPC listens, as <c>127.0.0.1:port</c>.</summary>
    public string Target => Address(0).Authority;

    /// <summary>Where gRPC listens.</summary>
    public Uri GrpcAddress => Address(0);

    /// <summary>Where gRPC-Web listens, over HTTP/1.1 alone.</summary>
    public Uri WebAddress => Address(1);

    public IServiceProvider Services => Running.Services;

    private WebApplication Running => _app ?? throw new InvalidOperationException("The host is not running.");

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            GrpcLimits.Apply(kestrel);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddComplaintsGrpc(Interop.V1.Probe.Descriptor.FullName);
        builder.Services.Configure<GrpcServiceOptions>(options => options.ResponseCompressionAlgorithm = "gzip");
        // A script of another origin must be let to read how a call ended.
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy =>
            policy.AllowAnyOrigin().WithExposedHeaders("grpc-status", "grpc-message", "grpc-status-details-bin", "grpc-encoding")));
        builder.Services.AddSingleton<Observations>().AddSingleton<Gatherings>();
        _app = builder.Build();
        _app.UseRouting();
        _app.UseCors();
        _app.UseComplaintsGrpc();
        _app.MapGrpcService<ProbeService>();
        _app.MapComplaintsGrpc();
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
    }

    private Uri Address(int index) => new(Running.Urls.ElementAt(index));
}
