using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Protocol.Calls;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Complaints.Service.Errors;

/// <summary>
/// Answers bytes that are no message of the call with INVALID_ARGUMENT. The gRPC server reads a request before any interceptor sees the
/// call, and what goes wrong there it calls UNKNOWN or INTERNAL, as if the service had failed.
/// </summary>
internal sealed class UnreadableRequests(RequestDelegate next, ILogger<UnreadableRequests> log)
{
    private const string StatusHeader = "grpc-status";
    private const string MessageHeader = "grpc-message";

    private static readonly object s_read = new();
    private static readonly string[] s_blamesService = [Text(StatusCode.Unknown), Text(StatusCode.Internal)];

    internal static UserException Error { get; } = new(
        "The request is no message of this call.",
        where: "the request",
        expected: "a message of the contract complaints.v1, as the call names it",
        fix: "use a client made from the contract that this service has; reflection gives it");

    /// <summary>Notes that the request of a call was read: whatever goes wrong from here on is told as it is.</summary>
    internal static void WasRead(ServerCallContext context) => context.GetHttpContext().Items[s_read] = true;

    public Task InvokeAsync(HttpContext context)
    {
        bool isHttp1 = HttpProtocol.IsHttp11(context.Request.Protocol) || HttpProtocol.IsHttp10(context.Request.Protocol);
        context.Response.OnStarting(() =>
        {
            Correct(context, isHttp1);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static string Text(StatusCode code) => ((int)code).ToString(CultureInfo.InvariantCulture);

    // A call that ended before its first message has its status in the headers.
    private void Correct(HttpContext context, bool isHttp1)
    {
        IHeaderDictionary headers = context.Response.Headers;
        if (!s_blamesService.Contains(headers[StatusHeader].ToString()) || context.Items.ContainsKey(s_read))
        {
            return;
        }

        if (isHttp1)
        {
            // The rest of the request was not read, so the server closes the connection; a client that is not told sends its next call
            // there.
            headers.Connection = "close";
        }

        log.Unreadable(context.GetEndpoint()?.DisplayName ?? "A call");
        RpcException told = ErrorStatus.Of(Error, StatusCode.InvalidArgument);
        headers[StatusHeader] = Text(told.StatusCode);
        headers[MessageHeader] = Uri.EscapeDataString(told.Status.Detail);
        headers[ErrorStatus.DetailsTrailer] = Convert.ToBase64String(told.Trailers.GetValueBytes(ErrorStatus.DetailsTrailer)!);
    }
}
