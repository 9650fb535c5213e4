using Complaints.Interop.Tests.Hosting;
using Complaints.Interop.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Complaints.Interop.Tests.DotNet;

/// <summary>The real Grpc.Net.Client over the assemblies below it, against the real server over the same.</summary>
public sealed class CallTests(ProbeHost host) : DotNetClient(host), IClassFixture<ProbeHost>
{
    [Fact]
    public async Task A_unary_call_comes_back()
    {
        EchoReply reply = await Probe.EchoAsync(new EchoRequest { Text = "Grüße, 世界", Payload = EveryByte });
        Assert.Equal("Grüße, 世界", reply.Text);
        Assert.Equal(EveryByte, reply.Payload);
    }

    [Fact]
    public void A_blocking_call_comes_back() => Assert.Equal("now", Probe.Echo(new EchoRequest { Text = "now" }).Text);

    [Fact]
    public async Task A_client_stream_is_summed()
    {
        using AsyncClientStreamingCall<Number, Total> call = Probe.Sum();
        foreach (int value in new[] { 1, 2, 3 })
        {
            await call.RequestStream.WriteAsync(new Number { Value = value });
        }

        await call.RequestStream.CompleteAsync();
        Assert.Equal(new Total { Sum = 6, Count = 3 }, await call);
    }

    [Fact]
    public async Task A_server_stream_is_read_in_order()
    {
        using AsyncServerStreamingCall<Number> call = Probe.Count(new CountRequest { Count = 5 });
        List<long> seen = [];
        await foreach (Number number in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            seen.Add(number.Value);
        }

        Assert.Equal([0, 1, 2, 3, 4], seen);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task A_duplex_stream_answers_each_request_before_the_next()
    {
        using AsyncDuplexStreamingCall<Number, Number> call = Probe.Twice();
        foreach (int value in new[] { 1, 20, 300 })
        {
            await call.RequestStream.WriteAsync(new Number { Value = value });
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal(value * 2, call.ResponseStream.Current.Value);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task Metadata_goes_there_and_comes_back_in_headers_and_trailers()
    {
        Metadata sent = new()
        {
            { "echo-text", "first" },
            { "echo-text", "second" },
            { "echo-data-bin", EveryByte.ToByteArray() },
        };
        using AsyncUnaryCall<EchoReply> call = Probe.EchoAsync(new EchoRequest(), sent);
        await call;
        foreach (Metadata received in new[] { await call.ResponseHeadersAsync, call.GetTrailers() })
        {
            // A client may join the values of one key, as HTTP allows.
            string joined = string.Join(',', received.GetAll("echo-text").Select(entry => entry.Value));
            Assert.Equal(["first", "second"], joined.Split(',', StringSplitOptions.TrimEntries));
            Assert.Equal(EveryByte.ToByteArray(), received.GetValueBytes("echo-data-bin"));
        }
    }

    [Fact]
    public async Task Gzip_goes_both_ways()
    {
        string text = string.Concat(Enumerable.Repeat("over and over again, ", 5_000));
        Metadata headers = new() { { "grpc-internal-encoding-request", "gzip" } };
        using AsyncUnaryCall<EchoReply> call = Probe.EchoAsync(new EchoRequest { Text = text }, headers);
        EchoReply reply = await call;
        Assert.Equal(text, reply.Text);
        Assert.Equal("gzip", reply.RequestEncoding);
        Assert.Equal("gzip", call.GetTrailers().GetValue("reply-encoding"));
    }

    [Fact]
    public async Task An_unknown_method_is_unimplemented()
    {
        Method<EchoRequest, EchoReply> nothing = new(
            MethodType.Unary,
            "complaints.interop.v1.Probe",
            "Nothing",
            Marshallers.Create(request => request.ToByteArray(), EchoRequest.Parser.ParseFrom),
            Marshallers.Create(reply => reply.ToByteArray(), EchoReply.Parser.ParseFrom));
        RpcException refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await Channel.CreateCallInvoker().AsyncUnaryCall(nothing, null, default, new EchoRequest()));
        Assert.Equal(StatusCode.Unimplemented, refused.StatusCode);
    }

    [Fact]
    public async Task A_failure_brings_its_message_and_details()
    {
        const string Message = "Frist überschritten: 100 % – 世界\nsecond line";
        RpcException refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await Probe.FailAsync(new FailRequest { Code = 9, Message = Message, Details = EveryByte }));
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.Equal(Message, refused.Status.Detail);
        Assert.Equal(EveryByte.ToByteArray(), refused.Trailers.GetValueBytes("grpc-status-details-bin"));
    }
}
