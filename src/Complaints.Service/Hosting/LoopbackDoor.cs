using System.Globalization;
using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Complaints.Service.Hosting;

/// <summary>
/// Lets in only calls that name this machine. Without sign-in a browser would otherwise carry any page's calls to the service: a page whose
/// own name is made to point at loopback (DNS rebinding) asks with that name as host, and a page of another site says so in its origin.
/// </summary>
internal sealed class LoopbackDoor(RequestDelegate next, ILogger<LoopbackDoor> log)
{
    private const string GrpcWebPrefix = "application/grpc-web";
    private const string Grpc = "application/grpc";
    private static readonly TimeSpan s_preflightAge = TimeSpan.FromMinutes(10);

    public Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (!IsLoopback(request.Host.Host))
        {
            return RefuseAsync(context, "This service has no sign-in and answers only calls to localhost, 127.0.0.1 or [::1].");
        }

        return request.Headers.Origin is { Count: > 0 } origin && !IsLoopbackOrigin(origin.ToString())
            ? RefuseAsync(context, "This service has no sign-in and answers only pages that come from this machine.")
            : next(context);
    }

    /// <summary>What a page from another port of this machine may do: gRPC-Web calls, and read how they ended.</summary>
    internal static void Policy(CorsPolicyBuilder policy) => policy
        .SetIsOriginAllowed(IsLoopbackOrigin)
        .WithMethods(HttpMethods.Post)
        .WithHeaders("content-type", "x-grpc-web", "x-user-agent", "grpc-timeout", "grpc-encoding", "grpc-accept-encoding")
        .WithExposedHeaders("grpc-status", "grpc-message", "grpc-status-details-bin", "grpc-encoding")
        .SetPreflightMaxAge(s_preflightAge);

    /// <summary>Whether a page comes from this machine, whatever its port.</summary>
    internal static bool IsLoopbackOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && page.Scheme is "http" or "https" && IsLoopback(page.Host);

    // An address that is written out cannot be made to point elsewhere; of names only this one never does.
    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));

    private Task RefuseAsync(HttpContext context, string why)
    {
        log.Foreign();
        HttpResponse response = context.Response;
        string type = context.Request.ContentType ?? "";
        if (type.StartsWith(Grpc, StringComparison.OrdinalIgnoreCase)
            && !type.StartsWith(GrpcWebPrefix, StringComparison.OrdinalIgnoreCase))
        {
            response.ContentType = Grpc;
            response.Headers["grpc-status"] = ((int)StatusCode.PermissionDenied).ToString(CultureInfo.InvariantCulture);
            response.Headers["grpc-message"] = Uri.EscapeDataString(why);
            return Task.CompletedTask;
        }

        response.StatusCode = StatusCodes.Status403Forbidden;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(why, context.RequestAborted);
    }
}
