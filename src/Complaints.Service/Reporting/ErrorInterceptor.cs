using Complaints.Domain.Errors;
using Complaints.Protocol.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;

namespace Complaints.Service.Reporting;

/// <summary>
/// Turns exceptions into statuses: the user's become INVALID_ARGUMENT or FAILED_PRECONDITION with what, where, expected and fix; ours become INTERNAL with a
/// correlation id and nothing of the inside.
/// </summary>
internal sealed class ErrorInterceptor(ILogger<ErrorInterceptor> log, TimeProvider clock) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request,
        ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation)
    {
        UnreadableRequests.WasRead(context);
        try
        {
            return await continuation(request, context).ConfigureAwait(false);
        }
        catch (RpcException error)
        {
            ReportingTelemetry.Failed(context.Method, error.StatusCode.ToString());
            throw;
        }
        catch (UserException error)
        {
            // The text may repeat what somebody typed; the log keeps to the place.
            log.Refused(context.Method, error.Where ?? "the request");
            StatusCode code = ErrorStatus.Code(error);
            ReportingTelemetry.Failed(context.Method, code.ToString());
            throw ErrorStatus.Of(error, code);
        }
        catch (OperationCanceledException)
        {
            throw Ended(context);
        }
        catch (Exception error)
        {
            string correlationId = Guid.NewGuid().ToString("N");
            log.Failed(error, context.Method, correlationId);
            ReportingTelemetry.Failed(context.Method, nameof(StatusCode.Internal));
            throw ErrorStatus.Internal(correlationId);
        }
    }

    // Calls that stream read their requests themselves, and end with statuses of their own.
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        UnreadableRequests.WasRead(context);
        return continuation(request, responseStream, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        UnreadableRequests.WasRead(context);
        return continuation(requestStream, context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        UnreadableRequests.WasRead(context);
        return continuation(requestStream, responseStream, context);
    }

    private RpcException Ended(ServerCallContext context)
    {
        bool isLate = !context.CancellationToken.IsCancellationRequested || context.Deadline <= clock.GetUtcNow().UtcDateTime;
        StatusCode code = isLate ? StatusCode.DeadlineExceeded : StatusCode.Cancelled;
        log.Ended(context.Method, code);
        ReportingTelemetry.Failed(context.Method, code.ToString());
        return new RpcException(new Status(code, isLate ? "The query took longer than it may." : "The caller ended the query."));
    }
}

/// <summary>Errors on the wire, both ways: a status with a <c>google.rpc.Status</c> in its trailers.</summary>
internal static class ErrorStatus
{
    internal const string DetailsTrailer = "grpc-status-details-bin";

    /// <summary>What the user can put right, with long values of the request cut.</summary>
    internal static RpcException Of(UserException error, StatusCode code)
    {
        var detail = new ErrorDetail
        {
            What = WireEcho.Part(error.What),
            Where = WireEcho.Part(error.Where),
            Expected = WireEcho.Part(error.Expected),
            Fix = WireEcho.Part(error.Fix),
        };
        return Of(code, new UserException(detail.What, detail.Where, detail.Expected, detail.Fix).Message, detail);
    }

    /// <summary>Whose fault it is that a call was refused: the request's, or that something is not there yet.</summary>
    internal static StatusCode Code(UserException error) => error is NotReadyException ? StatusCode.FailedPrecondition : StatusCode.InvalidArgument;

    /// <summary>Our fault: an id to look for in the log, and nothing of the inside.</summary>
    internal static RpcException Internal(string correlationId) => Of(
        StatusCode.Internal,
        $"The service failed. Tell its operator the correlation id {correlationId}.",
        new ErrorDetail { What = "The service failed.", CorrelationId = correlationId, Fix = "tell its operator the correlation id" });

    /// <summary>The detail of an error that came over the wire; null when it has none.</summary>
    internal static ErrorDetail? Detail(RpcException error)
    {
        byte[]? bytes = error.Trailers.GetValueBytes(DetailsTrailer);
        if (bytes is null)
        {
            return null;
        }

        try
        {
            Google.Rpc.Status status = Google.Rpc.Status.Parser.ParseFrom(bytes);
            return status.Details.FirstOrDefault(detail => detail.Is(ErrorDetail.Descriptor))?.Unpack<ErrorDetail>();
        }
        catch (InvalidProtocolBufferException)
        {
            // Details of another server are extra; the status itself still says what happened.
            return null;
        }
    }

    private static RpcException Of(StatusCode code, string text, ErrorDetail detail)
    {
        string message = WireEcho.Message(text);
        var status = new Google.Rpc.Status { Code = (int)code, Message = message };
        status.Details.Add(Any.Pack(detail));
        return new RpcException(new Status(code, message), new Metadata { { DetailsTrailer, status.ToByteArray() } });
    }
}
