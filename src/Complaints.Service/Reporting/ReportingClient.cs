using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Measures.Comparators;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;
using Grpc.Core;
using Grpc.Net.Client;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Service.Reporting;

/// <summary>
/// A client of <c>complaints.v1.Reporting</c> that gives the same <see cref="FigureTable"/> as the engine in this process would.
/// </summary>
public sealed class ReportingClient : IDisposable
{
    private readonly GrpcChannel _channel;
    private readonly Wire.Reporting.ReportingClient _client;
    private readonly Uri _address;

    /// <summary>A client of the service at an address; nothing is connected before the first call.</summary>
    /// <param name="address">Such as http://127.0.0.1:5210.</param>
    /// <exception cref="UserException">Not an http or https address.</exception>
    public ReportingClient(Uri address)
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
        _client = new Wire.Reporting.ReportingClient(_channel);
    }

    /// <summary>Asks a query.</summary>
    /// <exception cref="UserException">The service refused it, saying why, or is not there.</exception>
    public async Task<FigureTable> QueryAsync(FigureQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        return TableMapping.FromWire(await CallAsync(
            options => _client.QueryAsync(QueryMapping.ToWire(query), options), ct).ConfigureAwait(false));
    }

    /// <summary>Asks for comparators.</summary>
    /// <exception cref="UserException">As for <see cref="QueryAsync"/>.</exception>
    public async Task<IReadOnlyList<Comparator>> ComparatorsAsync(ComparatorQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        Wire.GetComparatorsResponse response = await CallAsync(
            options => _client.GetComparatorsAsync(QueryMapping.ToWire(query), options), ct).ConfigureAwait(false);
        return [.. response.Comparators.Select(MeasureMapping.FromWire)];
    }

    /// <summary>The measures that the service knows.</summary>
    /// <exception cref="UserException">As for <see cref="QueryAsync"/>.</exception>
    public async Task<IReadOnlyList<MeasureInfo>> MeasuresAsync(CancellationToken ct)
    {
        Wire.ListMeasuresResponse response = await CallAsync(
            options => _client.ListMeasuresAsync(new Wire.ListMeasuresRequest(), options), ct).ConfigureAwait(false);
        return [.. response.Measures.Select(MeasureMapping.FromWire)];
    }

    /// <inheritdoc/>
    public void Dispose() => _channel.Dispose();

    private async Task<T> CallAsync<T>(Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken ct)
    {
        try
        {
            using AsyncUnaryCall<T> running = call(new CallOptions(cancellationToken: ct));
            return await running.ResponseAsync.ConfigureAwait(false);
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
        StatusCode.InvalidArgument when ErrorStatus.Detail(error) is { } detail => new UserException(
            detail.What,
            WireText.Optional(detail.Where),
            WireText.Optional(detail.Expected),
            WireText.Optional(detail.Fix),
            error),
        StatusCode.Unavailable => new UserException(
            $"No service answers at {_address}.",
            where: "--service",
            expected: "a running service",
            fix: "start one with `complaints serve`, or check the address and port",
            inner: error),
        StatusCode.ResourceExhausted or StatusCode.DeadlineExceeded or StatusCode.Unauthenticated or StatusCode.PermissionDenied
            or StatusCode.Unimplemented or StatusCode.InvalidArgument => new UserException(
            $"The service at {_address} refused: {error.Status.Detail}",
            where: "--service",
            expected: "a smaller query, or a service of the same version",
            fix: "narrow the query, or try again later",
            inner: error),
        _ => null,
    };
}
