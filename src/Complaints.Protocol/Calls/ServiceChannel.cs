using System.Runtime.CompilerServices;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Grpc.Core;
using Grpc.Net.Client;

namespace Complaints.Protocol.Calls;

/// <summary>The way from a client of ours to a running service: its address, its channel, and its errors as the user's own.</summary>
internal sealed class ServiceChannel : IDisposable
{
    private readonly GrpcChannel _channel;
    private readonly Uri _address;

    /// <summary>A channel to an address; nothing is connected before the first call.</summary>
    /// <exception cref="UserException">Not an http or https address.</exception>
    public ServiceChannel(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
        {
            throw new UserException(
                $"'{address}' is not the address of a service.",
                where: "--service",
                expected: "an address such as http://127.0.0.1:5210",
                fix: "use the address that `complaints serve` prints");
        }

        _address = address;
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { MaxReceiveMessageSize = Limits.AnswerBytes });
    }

    /// <summary>What generated clients call through.</summary>
    public CallInvoker Invoker => _channel.CreateCallInvoker();

    /// <summary>Runs a call.</summary>
    /// <exception cref="UserException">The service refused it, saying why, or is not there.</exception>
    public async Task<T> CallAsync<T>(Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken ct)
    {
        using AsyncUnaryCall<T> running = call(new CallOptions(cancellationToken: ct));
        return await TellAsync(() => running.ResponseAsync, ct).ConfigureAwait(false);
    }

    /// <summary>Runs a call that answers in parts.</summary>
    /// <exception cref="UserException">The service refused it, saying why, or is not there, or went away.</exception>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        Func<CallOptions, AsyncServerStreamingCall<T>> call, [EnumeratorCancellation] CancellationToken ct)
    {
        using AsyncServerStreamingCall<T> running = call(new CallOptions(cancellationToken: ct));
        while (await TellAsync(() => running.ResponseStream.MoveNext(ct), ct).ConfigureAwait(false))
        {
            yield return running.ResponseStream.Current;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _channel.Dispose();

    // An error of the service as the user's own.
    private async Task<T> TellAsync<T>(Func<Task<T>> answer, CancellationToken ct)
    {
        try
        {
            return await answer().ConfigureAwait(false);
        }
        catch (RpcException error) when (error.StatusCode == StatusCode.Cancelled && ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(error.Status.Detail, error, ct);
        }
        catch (RpcException error) when (ForUser(error) is UserException translated)
        {
            throw translated;
        }
    }

    private UserException? ForUser(RpcException error) => error.StatusCode switch
    {
        StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.Unauthenticated or StatusCode.PermissionDenied
            when ErrorStatus.Detail(error)
            is { } detail => new UserException(
            detail.What,
            WireText.Optional(detail.Where),
            WireText.Optional(detail.Expected),
            WireText.Optional(detail.Fix),
            error),
        _ when OtherProtocol.Of(error) is { } other => new UserException(
            $"What answers at {_address} {other.What}",
            where: "--service",
            expected: "the address that 'complaints serve' prints as gRPC, such as http://127.0.0.1:5210",
            fix: other.Fix,
            inner: error),
        StatusCode.Unavailable => new UserException(
            $"No service answers at {_address}.",
            where: "--service",
            expected: "a running service",
            fix: "start one with `complaints serve`, or check the address and port",
            inner: error),
        StatusCode.ResourceExhausted or StatusCode.DeadlineExceeded or StatusCode.Unauthenticated or StatusCode.PermissionDenied
            or StatusCode.Unimplemented or StatusCode.InvalidArgument or StatusCode.FailedPrecondition => new UserException(
            $"The service at {_address} refused: {error.Status.Detail}",
            where: "--service",
            expected: "a smaller query, or a service of the same version",
            fix: "narrow the query, or try again later",
            inner: error),
        _ => null,
    };
}
