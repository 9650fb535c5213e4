using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Complaints.Service.Grpc.Web;

// The response as the gRPC services write it; trailers are kept back and follow the messages as a frame of their own.
internal sealed class GrpcWebResponse : IHttpResponseBodyFeature, IHttpResponseTrailersFeature, IHttpResetFeature
{
    private readonly HttpContext _context;
    private readonly IHttpResponseBodyFeature _body;
    private readonly IHttpResponseTrailersFeature? _trailers;
    private readonly IHttpResetFeature? _reset;
    private int _ended;

    public GrpcWebResponse(HttpContext context, GrpcWebFormat format)
    {
        _context = context;
        _body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        _trailers = context.Features.Get<IHttpResponseTrailersFeature>();
        _reset = context.Features.Get<IHttpResetFeature>();
        Writer = format.IsText
            ? PipeWriter.Create(new Base64WriteStream(_body.Stream), new StreamPipeWriterOptions(leaveOpen: true))
            : _body.Writer;
        Stream = Writer.AsStream(leaveOpen: true);
        context.Features.Set<IHttpResponseBodyFeature>(this);
        context.Features.Set<IHttpResponseTrailersFeature>(this);
        context.Features.Set<IHttpResetFeature>(this);
    }

    public Stream Stream { get; }

    public PipeWriter Writer { get; }

    public IHeaderDictionary Trailers { get; set; } = new HeaderDictionary();

    public Task StartAsync(CancellationToken cancellationToken = default) => _body.StartAsync(cancellationToken);

    // The services complete a response from a timer's thread when its deadline passes; the end is written once.
    public async Task CompleteAsync()
    {
        await WriteTrailersAsync();
        await _body.CompleteAsync();
    }

    public async Task WriteTrailersAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            TrailerFrame.Write(Trailers, Writer);
            await Writer.FlushAsync(_context.RequestAborted);
        }
    }

    public void DisableBuffering() => _body.DisableBuffering();

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A gRPC call sends messages, not files.");

    // HTTP/1.1 has no reset. Without this feature the services would cut the connection, trailers and all.
    public void Reset(int errorCode) => _reset?.Reset(errorCode);

    public void Detach()
    {
        _context.Features.Set(_body);
        _context.Features.Set(_trailers);
        _context.Features.Set(_reset);
    }
}

// Trailers as a frame: a byte 0x80, the length, then header lines with lower-case names.
internal static class TrailerFrame
{
    private const byte TrailersFlag = 0x80;
    private const int HeadBytes = 5;

    public static void Write(IHeaderDictionary trailers, IBufferWriter<byte> writer)
    {
        // A response that ended before its first message has its trailers in the headers, and needs no frame.
        if (trailers.Count == 0)
        {
            return;
        }

        StringBuilder lines = new();
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in trailers)
        {
            foreach (string? value in values)
            {
                lines.Append(name.ToLowerInvariant()).Append(": ").Append(value).Append("\r\n");
            }
        }

        // Values are ASCII already: gRPC writes text percent-encoded and bytes as base64.
        int length = Encoding.ASCII.GetByteCount(lines.ToString());
        Span<byte> frame = writer.GetSpan(HeadBytes + length);
        frame[0] = TrailersFlag;
        BinaryPrimitives.WriteInt32BigEndian(frame[1..], length);
        Encoding.ASCII.GetBytes(lines.ToString(), frame[HeadBytes..]);
        writer.Advance(HeadBytes + length);
    }
}
