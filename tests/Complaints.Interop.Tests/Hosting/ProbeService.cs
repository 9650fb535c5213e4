using Complaints.Interop.V1;
using Grpc.Core;

namespace Complaints.Interop.Tests.Hosting;

public sealed class ProbeService(Observations observations, Gatherings gatherings) : Probe.ProbeBase
{
    private const string EchoPrefix = "echo-";

    public override async Task<EchoReply> Echo(EchoRequest request, ServerCallContext context)
    {
        Metadata headers = [];
        foreach (Metadata.Entry entry in context.RequestHeaders.Where(entry => entry.Key.StartsWith(EchoPrefix, StringComparison.Ordinal)))
        {
            headers.Add(entry);
            context.ResponseTrailers.Add(entry);
        }

        HttpContext http = context.GetHttpContext();
        await context.WriteResponseHeadersAsync(headers);
        context.ResponseTrailers.Add("reply-encoding", Encoding(http.Response.Headers));
        return new EchoReply { Text = request.Text, Payload = request.Payload, RequestEncoding = Encoding(http.Request.Headers) };
    }

    public override async Task<Total> Sum(IAsyncStreamReader<Number> requestStream, ServerCallContext context)
    {
        Total total = new();
        await foreach (Number number in requestStream.ReadAllAsync(context.CancellationToken))
        {
            total.Sum += number.Value;
            total.Count++;
        }

        return total;
    }

    public override async Task Count(CountRequest request, IServerStreamWriter<Number> responseStream, ServerCallContext context)
    {
        try
        {
            for (long value = 0; value < request.Count; value++)
            {
                await responseStream.WriteAsync(new Number { Value = value }, context.CancellationToken);
                if (request.PauseMilliseconds > 0)
                {
                    await Task.Delay(request.PauseMilliseconds, context.CancellationToken);
                }
            }

            Note(request.Case, "finished", context);
        }
        catch (Exception) when (context.CancellationToken.IsCancellationRequested)
        {
            Note(request.Case, HowItEnded(context), context);
            throw;
        }
    }

    public override async Task Twice(
        IAsyncStreamReader<Number> requestStream, IServerStreamWriter<Number> responseStream, ServerCallContext context)
    {
        await foreach (Number number in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await responseStream.WriteAsync(new Number { Value = number.Value * 2 }, context.CancellationToken);
        }
    }

    public override async Task<Total> Sleep(SleepRequest request, ServerCallContext context)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        if (request.ServerLimitMilliseconds > 0)
        {
            limit.CancelAfter(request.ServerLimitMilliseconds);
        }

        try
        {
            await Task.Delay(request.Milliseconds, limit.Token);
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            Note(request.Case, HowItEnded(context), context);
            throw;
        }
        catch (OperationCanceledException)
        {
            Note(request.Case, "server limit", context);
            throw new RpcException(new Status(StatusCode.DeadlineExceeded, "The server works no longer than this."));
        }

        Note(request.Case, "slept", context);
        return new Total { Count = 1 };
    }

    public override Task<Observation> Observe(ObserveRequest request, ServerCallContext context) =>
        observations.WaitAsync(request.Case, context.CancellationToken);

    public override async Task<GatherReply> Gather(GatherRequest request, ServerCallContext context) =>
        new()
        {
            Connections = await gatherings.JoinAsync(
                request.Case, context.GetHttpContext().Connection.Id, request.Expected, context.CancellationToken),
        };

    public override Task<EchoReply> Fail(FailRequest request, ServerCallContext context)
    {
        Metadata trailers = new() { { "grpc-status-details-bin", request.Details.ToByteArray() } };
        throw new RpcException(new Status((StatusCode)request.Code, request.Message), trailers);
    }

    private static string Encoding(IHeaderDictionary headers) =>
        headers.TryGetValue("grpc-encoding", out var value) ? value.ToString() : "identity";

    // A caller's own timer and the server's start a moment apart: which one ends the call is not for a test to say.
    private static string HowItEnded(ServerCallContext context) =>
        context.Deadline <= DateTime.UtcNow ? "deadline exceeded" : "cancelled";

    private void Note(string name, string outcome, ServerCallContext context)
    {
        if (name.Length > 0)
        {
            observations.Note(name, outcome, context.Deadline != DateTime.MaxValue);
        }
    }
}
