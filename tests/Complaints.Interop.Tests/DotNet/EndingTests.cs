using Complaints.Interop.Tests.Hosting;
using Complaints.Interop.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Complaints.Interop.Tests.DotNet;

/// <summary>Calls that end before they are done, and calls at the limits, seen from both sides.</summary>
public sealed class EndingTests(ProbeHost host) : DotNetClient(host), IClassFixture<ProbeHost>
{
    private const int Messages = 100_000;
    private const int Streams = 200;

    [Fact]
    public async Task A_deadline_of_the_caller_ends_the_call_on_both_sides()
    {
        string name = Unique("deadline");
        RpcException ended = await Assert.ThrowsAsync<RpcException>(async () => await Probe.SleepAsync(
            new SleepRequest { Milliseconds = 60_000, Case = name }, deadline: DateTime.UtcNow.AddMilliseconds(300)));
        Observation seen = await Probe.ObserveAsync(new ObserveRequest { Case = name });

        Assert.Equal(StatusCode.DeadlineExceeded, ended.StatusCode);
        Assert.True(seen.HadDeadline);
        Assert.True(seen.Outcome is "deadline exceeded" or "cancelled", seen.Outcome);
    }

    [Fact]
    public async Task A_limit_of_the_server_reaches_the_caller_as_a_deadline()
    {
        RpcException ended = await Assert.ThrowsAsync<RpcException>(async () => await Probe.SleepAsync(
            new SleepRequest { Milliseconds = 60_000, ServerLimitMilliseconds = 100 }));
        Assert.Equal(StatusCode.DeadlineExceeded, ended.StatusCode);
        Assert.Equal("The server works no longer than this.", ended.Status.Detail);
    }

    [Fact]
    public async Task A_cancelled_call_ends_on_the_server_too()
    {
        string name = Unique("cancellation");
        using CancellationTokenSource cancellation = new();
        using AsyncServerStreamingCall<Number> call = Probe.Count(
            new CountRequest { Count = 1_000_000, PauseMilliseconds = 1, Case = name }, cancellationToken: cancellation.Token);
        Assert.True(await call.ResponseStream.MoveNext());
        await cancellation.CancelAsync();
        RpcException ended = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext())
            {
            }
        });

        Assert.Equal(StatusCode.Cancelled, ended.StatusCode);
        Assert.Equal("cancelled", (await Probe.ObserveAsync(new ObserveRequest { Case = name })).Outcome);
    }

    [Fact]
    public async Task A_message_of_10_MiB_is_refused_and_the_connection_lives_on()
    {
        RpcException refused = await Assert.ThrowsAsync<RpcException>(async () => await Probe.EchoAsync(
            new EchoRequest { Payload = ByteString.CopyFrom(new byte[10 * 1024 * 1024]) }));
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal("still here", (await Probe.EchoAsync(new EchoRequest { Text = "still here" })).Text);
    }

    [Fact]
    public async Task Two_hundred_calls_are_under_way_at_once_on_one_connection()
    {
        // Until the server has told its limit on streams, this client assumes 100 and opens a second connection for more.
        await Probe.EchoAsync(new EchoRequest());
        GatherRequest request = new() { Expected = Streams, Case = Unique("gathering") };
        GatherReply[] replies = await Task.WhenAll(
            Enumerable.Range(0, Streams).Select(_ => Probe.GatherAsync(request).ResponseAsync));
        Assert.All(replies, reply => Assert.Equal(1, reply.Connections));
    }

    [Fact]
    public async Task A_hundred_thousand_messages_arrive_in_one_stream_either_way()
    {
        using AsyncServerStreamingCall<Number> count = Probe.Count(new CountRequest { Count = Messages });
        using AsyncClientStreamingCall<Number, Total> sum = Probe.Sum();
        await foreach (Number number in count.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            await sum.RequestStream.WriteAsync(number);
        }

        await sum.RequestStream.CompleteAsync();
        Assert.Equal(new Total { Count = Messages, Sum = (long)Messages * (Messages - 1) / 2 }, await sum);
    }
}
