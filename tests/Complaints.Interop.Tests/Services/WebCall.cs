using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Text;
using Google.Protobuf;

namespace Complaints.Interop.Tests.Services;

/// <summary>gRPC-Web by hand, for what a well-behaved client never sends and never shows.</summary>
internal sealed class WebCall(HttpClient http, bool isText = false)
{
    private const int HeadBytes = 5;

    private string ContentType => isText ? "application/grpc-web-text" : "application/grpc-web+proto";

    public static byte[] Frame(byte flags, byte[] content)
    {
        byte[] frame = new byte[HeadBytes + content.Length];
        frame[0] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), content.Length);
        content.CopyTo(frame, HeadBytes);
        return frame;
    }

    public Task<HttpResponseMessage> StartAsync(
        string method, IMessage request, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        byte[] frame = Frame(0, request.ToByteArray());
        return PostAsync(method, isText ? Encoding.ASCII.GetBytes(Convert.ToBase64String(frame)) : frame, cancellationToken, headers);
    }

    public Task<HttpResponseMessage> PostAsync(
        string method, byte[] body, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        HttpRequestMessage message = new(HttpMethod.Post, $"complaints.interop.v1.Probe/{method}")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(ContentType) } },
        };
        // A client that wants text says so: what it sends does not settle what it gets.
        message.Headers.Accept.ParseAdd(ContentType);
        foreach ((string name, string value) in headers)
        {
            message.Headers.Add(name, value);
        }

        return http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    // The status of a call, from the headers where it failed before its first message, else from the last frame.
    public static async Task<int> StatusAsync(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("grpc-status", out IEnumerable<string>? values))
        {
            return int.Parse(values.Single());
        }

        byte[] body = await response.Content.ReadAsByteArrayAsync();
        int at = 0;
        while ((body[at] & 0x80) == 0)
        {
            at += HeadBytes + BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(at + 1));
        }

        string trailers = Encoding.ASCII.GetString(body, at + HeadBytes, body.Length - at - HeadBytes);
        return int.Parse(trailers.Split("\r\n").Single(line => line.StartsWith("grpc-status: ", StringComparison.Ordinal))[13..]);
    }
}
