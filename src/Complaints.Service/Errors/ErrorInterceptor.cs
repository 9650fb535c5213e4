using Complaints.Domain.Errors;
using Complaints.Protocol.Calls;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;

namespace Complaints.Service.Errors;

/// <summary>
/// Turns exceptions into statuses: the user's become INVALID_ARGUMENT or FAILED_PRECONDITION with what, where, expected and fix; ours
/// become INTERNAL with a correlation id and nothing of the inside.
/// </summary>
internal sealed class ErrorInterceptor(ILogger<ErrorInterceptor> log, TimeProvider clock) : Interceptor
{
    private const string OfOurs = "/complaints.";

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request,
        ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation)
    {
        UnreadableRequests.WasRead(context);
        return await ToldAsync(() => continuation(request, context), context).ConfigureAwait(false);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        UnreadableRequests.WasRead(context);
        if (!context.Method.StartsWith(OfOurs, StringComparison.Ordinal))
        {
            // What watches the health and the like ends with statuses of its own.
            await continuation(request, responseStream, context).ConfigureAwait(false);
            return;
        }

        _ = await ToldAsync(
            async () =>
            {
                await continuation(request, responseStream, context).ConfigureAwait(false);
                return true;
            },
            context).ConfigureAwait(false);
    }

    // Calls whose requests come in a stream read them themselves, and end with statuses of their own.
    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        UnreadableRequests.WasRead(context);
        return continuation(new ReadableRequests<TRequest>(requestStream), context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        UnreadableRequests.WasRead(context);
        return continuation(new ReadableRequests<TRequest>(requestStream), responseStream, context);
    }

    private async Task<T> ToldAsync<T>(Func<Task<T>> work, ServerCallContext context)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (RpcException error)
        {
            ServiceTelemetry.Failed(context.Method, error.StatusCode.ToString());
            throw;
        }
        catch (UserException error)
        {
            // The text may repeat what somebody typed; the log keeps to the place.
            log.Refused(context.Method, error.Where ?? "the request");
            StatusCode code = ErrorStatus.Code(error);
            ServiceTelemetry.Failed(context.Method, code.ToString());
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
            ServiceTelemetry.Failed(context.Method, nameof(StatusCode.Internal));
            throw ErrorStatus.Internal(correlationId);
        }
    }

    private RpcException Ended(ServerCallContext context)
    {
        bool isLate = !context.CancellationToken.IsCancellationRequested || context.Deadline <= clock.GetUtcNow().UtcDateTime;
        StatusCode code = isLate ? StatusCode.DeadlineExceeded : StatusCode.Cancelled;
        log.Ended(context.Method, code);
        ServiceTelemetry.Failed(context.Method, code.ToString());
        return new RpcException(new Status(code, isLate ? "The query took longer than it may." : "The caller ended the query."));
    }
}
