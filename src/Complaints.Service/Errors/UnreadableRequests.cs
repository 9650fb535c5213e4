using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Protocol.Calls;
using Complaints.Protocol.Reporting;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Complaints.Service.Errors;

/// <summary>
/// Answers bytes that are no message of the call with INVALID_ARGUMENT. The gRPC server reads a request before any interceptor sees the call, and what
/// goes wrong there it calls UNKNOWN or INTERNAL, as if the service had failed.
/// </summary>
internal sealed class UnreadableRequests(RequestDelegate next)
{
    private const string StatusHeader = "grpc-status";
    private const string MessageHeader = "grpc-message";

    private static readonly object s_read = new();
    private static readonly string[] s_blamesService = [Text(StatusCode.Unknown), Text(StatusCode.Internal)];

    private static readonly UserException s_error = new(
        "The request is no message of this call.",
        where: "the request",
        expected: "a message of the contract complaints.v1, as the call names it",
        fix: "use a client made from the contract that this service has; reflection gives it");

    /// <summary>Notes that the request of a call was read: whatever goes wrong from here on is told as it is.</summary>
    internal static void WasRead(ServerCallContext context) => context.GetHttpContext().Items[s_read] = true;

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Correct(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static string Text(StatusCode code) => ((int)code).ToString(CultureInfo.InvariantCulture);

    // A call that ended before its first message has its status in the headers.
    private static void Correct(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        if (!s_blamesService.Contains(headers[StatusHeader].ToString()) || context.Items.ContainsKey(s_read))
        {
            return;
        }

        RpcException told = ErrorStatus.Of(s_error, StatusCode.InvalidArgument);
        headers[StatusHeader] = Text(told.StatusCode);
        headers[MessageHeader] = Uri.EscapeDataString(told.Status.Detail);
        headers[ErrorStatus.DetailsTrailer] = Convert.ToBase64String(told.Trailers.GetValueBytes(ErrorStatus.DetailsTrailer)!);
    }
}
