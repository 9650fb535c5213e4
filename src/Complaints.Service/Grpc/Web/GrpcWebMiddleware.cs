using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Complaints.Service.Grpc.Web;

// Shows a gRPC-Web call to the gRPC services as a gRPC call, and their answer to the caller as gRPC-Web: browsers can
// neither insist on HTTP/2 nor read trailers, so these go into the body as a last frame.
internal sealed partial class GrpcWebMiddleware(RequestDelegate next, ILogger<GrpcWebMiddleware> logger)
{
    // What a script of another origin must be let to read, or it cannot tell success from failure.
    private const string ExposedHeaders = "grpc-status,grpc-message,grpc-status-details-bin,grpc-encoding";

    public Task InvokeAsync(HttpContext context)
    {
        GrpcWebFormat? format = HttpMethods.IsPost(context.Request.Method)
            ? GrpcWebFormat.Of(context.Request.ContentType)
            : null;
        return format is null ? next(context) : TranslateAsync(context, format);
    }

    private async Task TranslateAsync(HttpContext context, GrpcWebFormat asked)
    {
        GrpcWebFormat answered = asked.Answer(context.Request.Headers.Accept);
        LogCall(asked.ContentType, context.Request.Protocol);
        string answerType = GrpcWebFormat.Rename(context.Request.ContentType!, answered.ContentType);
        GrpcWebRequest request = new(context, asked);
        GrpcWebResponse response = new(context, answered);
        context.Response.OnStarting(() =>
        {
            request.RestoreProtocol();
            DressHeaders(context, answerType);
            return Task.CompletedTask;
        });

        try
        {
            await next(context);
            await response.WriteTrailersAsync();
        }
        finally
        {
            response.Detach();
            request.Detach();
        }
    }

    private static void DressHeaders(HttpContext context, string contentType)
    {
        IHeaderDictionary headers = context.Response.Headers;
        if (context.Response.ContentType is { } type
            && type.StartsWith(GrpcWebFormat.GrpcContentType, StringComparison.OrdinalIgnoreCase))
        {
            context.Response.ContentType = contentType;
        }

        if (context.Request.Headers.ContainsKey(HeaderNames.Origin)
            && !headers.ContainsKey(HeaderNames.AccessControlExposeHeaders))
        {
            headers.AccessControlExposeHeaders = ExposedHeaders;
        }
    }

    [LoggerMessage(EventId = 4101, Level = LogLevel.Debug, Message = "A gRPC-Web call came as {ContentType} over {Protocol}.")]
    private partial void LogCall(string contentType, string protocol);
}
