using Complaints.Protocol.Calls;
using Grpc.Core;

namespace Complaints.Service.Errors;

/// <summary>The requests of a stream: where the bytes of one are no message, the caller's mistake is told as one.</summary>
internal sealed class ReadableRequests<T>(IAsyncStreamReader<T> requests) : IAsyncStreamReader<T>
{
    /// <inheritdoc/>
    public T Current => requests.Current;

    /// <inheritdoc/>
    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        try
        {
            return await requests.MoveNext(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (
            error is not (OperationCanceledException or RpcException { StatusCode: not (StatusCode.Internal or StatusCode.Unknown) }))
        {
            // The server reads and unpacks here, and nothing else: whatever goes wrong is wrong with the bytes, or with the connection.
            throw ErrorStatus.Of(UnreadableRequests.Error, StatusCode.InvalidArgument);
        }
    }
}
