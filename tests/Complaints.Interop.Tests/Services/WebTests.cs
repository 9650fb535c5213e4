using System.IO.Compression;
using System.Text;
using Complaints.Interop.Tests.Hosting;
using Complaints.Interop.V1;
using Grpc.Net.Client;

namespace Complaints.Interop.Tests.Services;

/// <summary>gRPC-Web over HTTP/1.1 where calls are slow, broken off, malformed or too large.</summary>
public sealed class WebTests(ProbeHost host) : IClassFixture<ProbeHost>, IDisposable
{
    private const int Mebibyte = 1024 * 1024;

    private readonly HttpClient _http = new() { BaseAddress = host.WebAddress };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_arrives_before_the_stream_has_ended_and_breaking_off_cancels_the_call(bool isText)
    {
        string name = $"web-{isText}-{Guid.NewGuid()}";
        CountRequest endless = new() { Count = long.MaxValue, PauseMilliseconds = 1, Case = name };
        using (HttpResponseMessage response = await new WebCall(_http, isText).StartAsync("Count", endless, Token))
        {
            Stream body = await response.Content.ReadAsStreamAsync(Token);
            byte[] first = new byte[isText ? 8 : 5];
            await body.ReadExactlyAsync(first, Token);
            Assert.Equal(new byte[5], isText ? Convert.FromBase64String(Encoding.ASCII.GetString(first))[..5] : first);
        }

        using GrpcChannel channel = GrpcChannel.ForAddress(host.GrpcAddress);
        Observation seen = await new Probe.ProbeClient(channel).ObserveAsync(
            new ObserveRequest { Case = name }, cancellationToken: Token);
        Assert.Equal("cancelled", seen.Outcome);
    }

    [Fact]
    public async Task A_deadline_ends_the_call_with_a_status()
    {
        SleepRequest request = new() { Milliseconds = 60_000 };
        using HttpResponseMessage response = await new WebCall(_http).StartAsync("Sleep", request, Token, ("grpc-timeout", "200m"));
        Assert.Equal(4, await WebCall.StatusAsync(response));
    }

    [Theory]
    [InlineData("****")]
    [InlineData("AAAAA")]
    public async Task A_text_body_that_is_not_base64_is_an_invalid_argument(string body)
    {
        using HttpResponseMessage response =
            await new WebCall(_http, isText: true).PostAsync("Echo", Encoding.ASCII.GetBytes(body), Token);
        Assert.Equal(3, await WebCall.StatusAsync(response));
    }

    // The server counts what it unpacks as it unpacks, so that a bomb costs it no more than the largest message.
    [Fact]
    public async Task A_mebibyte_that_unpacks_to_a_gibibyte_is_refused_and_takes_no_memory()
    {
        byte[] bomb = Gzip(1024);
        Assert.InRange(bomb.Length, 1, 5 * Mebibyte);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.Equal(8, await StatusOfCompressedAsync(bomb));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 64 * Mebibyte);
    }

    [Fact]
    public async Task A_message_that_is_not_the_gzip_it_says_is_refused() =>
        Assert.Equal(3, await StatusOfCompressedAsync("not gzip at all"u8.ToArray()));

    [Fact]
    public async Task A_compressed_message_is_understood() => Assert.Equal(0, await StatusOfCompressedAsync(Gzip(0)));

    private static byte[] Gzip(int mebibytes)
    {
        MemoryStream target = new();
        using (GZipStream gzip = new(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            byte[] zeros = new byte[Mebibyte];
            for (int written = 0; written < mebibytes; written++)
            {
                gzip.Write(zeros);
            }
        }

        return target.ToArray();
    }

    private async Task<int> StatusOfCompressedAsync(byte[] content)
    {
        using HttpResponseMessage response =
            await new WebCall(_http).PostAsync("Echo", WebCall.Frame(1, content), Token, ("grpc-encoding", "gzip"));
        return await WebCall.StatusAsync(response);
    }
}
