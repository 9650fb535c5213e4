using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Text;
using Complaints.Service.Hosting;

namespace Complaints.Service.Tests.Fuzz;

/// <summary>A port and a way of writing frames: gRPC over HTTP/2, gRPC-Web as bytes and as text over HTTP/1.1.</summary>
internal enum Port
{
    Grpc,
    Web,
    WebText,
}

/// <summary>Calls by hand with whatever bytes, and how they ended.</summary>
internal sealed class RawCall(ComplaintsHost host) : IDisposable
{
    private const int HeadBytes = 5;
    private const byte Trailers = 0x80;
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64, EnableMultipleHttp2Connections = true });

    /// <summary>A message in its frame; of one in twenty the frame is wrong.</summary>
    public static byte[] Frame(byte[] message, Random random)
    {
        byte[] frame = [0, 0, 0, 0, 0, .. message];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        switch (random.Next(80))
        {
            case 0:
                frame[0] = (byte)random.Next(256);
                break;
            case 1:
                BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), random.Next(-2, message.Length + 10));
                break;
            case 2:
                return frame[..random.Next(frame.Length)];
            case 3:
                return [.. frame, .. frame];
            default:
                break;
        }

        return frame;
    }

    /// <summary>The status of the call; null where there was none, which is a fault of the service's.</summary>
    public async Task<int?> StatusAsync(Port port, string method, byte[] frame, string timeout, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(port == Port.Grpc ? host.GrpcAddress : host.WebAddress, method));
        string type = port switch
        {
            Port.Grpc => "application/grpc",
            Port.Web => "application/grpc-web+proto",
            _ => "application/grpc-web-text",
        };
        request.Content = new ByteArrayContent(port == Port.WebText ? Encoding.ASCII.GetBytes(Convert.ToBase64String(frame)) : frame);
        request.Content.Headers.ContentType = new(type);
        request.Headers.Accept.ParseAdd(type);
        request.Headers.Add("grpc-timeout", timeout);
        request.Headers.Add("x-caller", "all");
        if (port == Port.Grpc)
        {
            request.Version = HttpVersion.Version20;
            request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
            request.Headers.TE.ParseAdd("trailers");
        }

        using HttpResponseMessage response = await _http.SendAsync(request, cancellationToken);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (Status(response.TrailingHeaders) is int trailer)
        {
            return trailer;
        }

        return Status(response.Headers) ?? InBody(port == Port.WebText ? Decode(body) : body);
    }

    public void Dispose() => _http.Dispose();

    private static int? Status(System.Net.Http.Headers.HttpResponseHeaders headers) =>
        headers.TryGetValues("grpc-status", out IEnumerable<string>? values)
        ? int.Parse(values.Single(), CultureInfo.InvariantCulture)
        : null;

    // Any number of base64 texts end to end, each with padding of its own.
    private static byte[] Decode(byte[] text)
    {
        List<byte> bytes = [];
        for (int at = 0; at + 4 <= text.Length; at += 4)
        {
            bytes.AddRange(Convert.FromBase64String(Encoding.ASCII.GetString(text, at, 4)));
        }

        return [.. bytes];
    }

    private static int? InBody(byte[] body)
    {
        for (int at = 0; at + HeadBytes <= body.Length; at += HeadBytes + BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(at + 1)))
        {
            if ((body[at] & Trailers) != 0)
            {
                string lines = Encoding.ASCII.GetString(body, at + HeadBytes, BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(at + 1)));
                string? status = lines.Split("\r\n").FirstOrDefault(
                    line => line.StartsWith("grpc-status:", StringComparison.OrdinalIgnoreCase));
                return status is null ? null : int.Parse(status["grpc-status:".Length..], CultureInfo.InvariantCulture);
            }
        }

        return null;
    }
}
