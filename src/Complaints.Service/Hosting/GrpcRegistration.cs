using System.IO.Compression;
using Complaints.Domain;
using Complaints.Service.Compression;
using Complaints.Service.Errors;
using Grpc.Net.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Complaints.Service.Hosting;

/// <summary>Puts the gRPC surface into a host: calls, limits, health, reflection and gRPC-Web.</summary>
/// <example>
/// <code>
/// builder.WebHost.ConfigureKestrel(GrpcLimits.Apply);
/// builder.Services.AddComplaintsGrpc("complaints.v1.Reporting");
/// …
/// app.UseComplaintsGrpc();
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
    /// <param name="reported">Full names of the gRPC services that health answers for, beside the server as a whole.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddComplaintsGrpc(this IServiceCollection services, params string[] reported)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(reported);
        services.AddGrpc(options =>
        {
            GrpcLimits.Apply(options);
            options.Interceptors.Add<ErrorInterceptor>();
            options.CompressionProviders =
            [
                new CompleteGzip(CompressionLevel.Fastest), new DeflateCompressionProvider(CompressionLevel.Fastest),
            ];
        });
        services.TryAddSingleton(TimeProvider.System);
        services.AddGrpcReflection();
        // Who watches health hears of it within seconds.
        services.Configure<HealthCheckPublisherOptions>(publish =>
        {
            publish.Delay = TimeSpan.Zero;
            publish.Period = TimeSpan.FromSeconds(Limits.HealthSeconds);
        });
        services.AddGrpcHealthChecks(health =>
        {
            foreach (string service in reported)
            {
                health.Services.Map(service, _ => true);
            }
        }).AddCheck<StoppingHealth>("host");
        return services;
    }

    /// <summary>Maps <c>grpc.health.v1</c> and server reflection.</summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <returns>The same endpoints.</returns>
    public static IEndpointRouteBuilder MapComplaintsGrpc(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGrpcHealthChecksService();
        endpoints.MapGrpcReflectionService();
        return endpoints;
    }

    /// <summary>
    /// Lets browsers call the mapped gRPC services over gRPC-Web, binary and text, on HTTP/1.1 and HTTP/2, and tells whoever
    /// sends bytes that are no message so. Must stand between routing and the endpoints; a CORS policy is the host's own.
    /// </summary>
    /// <param name="app">The host's pipeline.</param>
    /// <returns>The same pipeline.</returns>
    public static IApplicationBuilder UseComplaintsGrpc(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.UseMiddleware<UnreadableRequests>()
            .UseMiddleware<WebDeadlines>()
            .UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
    }
}
