using System.IO.Compression;
using Complaints.Domain;
using Complaints.Service.Grpc.Compression;
using Complaints.Service.Grpc.Health;
using Complaints.Service.Grpc.Reflection;
using Complaints.Service.Grpc.Web;
using Grpc.AspNetCore.Server;
using Grpc.Net.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Complaints.Service.Grpc;

/// <summary>Puts the gRPC surface into a host: calls, limits, health, reflection and gRPC-Web.</summary>
/// <example>
/// <code>
/// builder.WebHost.ConfigureKestrel(GrpcLimits.Apply);
/// builder.Services.AddComplaintsGrpc();
/// …
/// app.UseComplaintsGrpcWeb();
/// app.MapGrpcService&lt;ReportingService&gt;();
/// app.MapComplaintsGrpc();
/// </code>
/// </example>
public static class GrpcRegistration
{
    /// <summary>
    /// Registers gRPC with the limits of <see cref="Limits"/>, health and reflection. Requests may come compressed with
    /// gzip or deflate; responses are not compressed unless the host sets a response compression algorithm.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddComplaintsGrpc(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddGrpc(options =>
        {
            GrpcLimits.Apply(options);
            options.CompressionProviders =
            [
                new BoundedDecompression(new CompleteGzip(CompressionLevel.Fastest), Limits.RequestBytes),
                new BoundedDecompression(new DeflateCompressionProvider(CompressionLevel.Fastest), Limits.RequestBytes),
            ];
        });
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ServiceHealth>();
        services.TryAddSingleton<DescriptorCatalogue>();
        services.AddHostedService<HealthLifetime>();
        return services;
    }

    /// <summary>Maps <c>grpc.health.v1</c> and server reflection v1 and v1alpha.</summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <returns>The same endpoints.</returns>
    public static IEndpointRouteBuilder MapComplaintsGrpc(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGrpcService<HealthService>();
        endpoints.MapGrpcService<ReflectionService>();
        endpoints.MapGrpcService<ReflectionAlphaService>();
        return endpoints;
    }

    /// <summary>
    /// Lets browsers call the mapped gRPC services over gRPC-Web, binary and text, on HTTP/1.1 and HTTP/2.
    /// Must stand before the endpoints; a CORS policy is the host's own.
    /// </summary>
    /// <param name="app">The host's pipeline.</param>
    /// <returns>The same pipeline.</returns>
    public static IApplicationBuilder UseComplaintsGrpcWeb(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.UseMiddleware<GrpcWebMiddleware>();
    }
}

/// <summary>Puts the limits of <see cref="Limits"/> into the server's options.</summary>
public static class GrpcLimits
{
    /// <summary>
    /// Sets the limits of the HTTP server below gRPC: <see cref="Limits.StreamsPerConnection"/>, beyond which a caller's calls
    /// wait in the caller, and <see cref="Limits.ServiceConnections"/>.
    /// </summary>
    /// <param name="options">The server's options.</param>
    public static void Apply(KestrelServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Limits.Http2.MaxStreamsPerConnection = Limits.StreamsPerConnection;
        options.Limits.MaxConcurrentConnections = Limits.ServiceConnections;
    }

    // A larger message is RESOURCE_EXHAUSTED, either way.
    internal static void Apply(GrpcServiceOptions options)
    {
        options.MaxReceiveMessageSize = Limits.RequestBytes;
        options.MaxSendMessageSize = Limits.AnswerBytes;
    }
}
