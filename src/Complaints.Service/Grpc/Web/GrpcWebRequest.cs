using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Complaints.Service.Grpc.Web;

// The two ways in which gRPC-Web puts a call on the wire, and their content types.
// https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-WEB.md
internal sealed record GrpcWebFormat(string ContentType, bool IsText)
{
    public const string GrpcContentType = "application/grpc";

    public static readonly GrpcWebFormat Binary = new("application/grpc-web", IsText: false);

    public static readonly GrpcWebFormat Text = new("application/grpc-web-text", IsText: true);

    public static GrpcWebFormat? Of(string? contentType) =>
        Text.Matches(contentType) ? Text : Binary.Matches(contentType) ? Binary : null;

    // A caller that accepts either, or says nothing, is answered as it asked.
    public GrpcWebFormat Answer(StringValues accept)
    {
        string[] accepted = accept.ToString().Split(',', StringSplitOptions.TrimEntries);
        return Array.Exists(accepted, Matches) ? this : accepted.Select(Of).FirstOrDefault(format => format is not null) ?? this;
    }

    // "application/grpc-web+proto" ↔ "application/grpc+proto": the suffix names the messages' format and stays.
    public static string Rename(string contentType, string newType)
    {
        string type = contentType.Split(';', 2)[0].TrimEnd();
        int suffix = type.IndexOf('+', StringComparison.Ordinal);
        return suffix < 0 ? newType : newType + type[suffix..];
    }

    private bool Matches(string? contentType) =>
        contentType is not null
        && contentType.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase)
        && (contentType.Length == ContentType.Length || contentType[ContentType.Length] is '+' or ';' or ' ');
}

// The request as the gRPC services want it: their content type, their protocol, and a body of frames.
internal sealed class GrpcWebRequest : IRequestBodyPipeFeature
{
    // The services refuse HTTP/1.1, as true gRPC needs HTTP/2; nothing they do here depends on it.
    private const string Http2 = "HTTP/2";

    private readonly HttpContext _context;
    private readonly IRequestBodyPipeFeature? _original;
    private readonly string _protocol;

    public GrpcWebRequest(HttpContext context, GrpcWebFormat format)
    {
        _context = context;
        _original = context.Features.Get<IRequestBodyPipeFeature>();
        _protocol = context.Request.Protocol;
        if (format.IsText)
        {
            Reader = PipeReader.Create(
                new Base64ReadStream(context.Request.Body), new StreamPipeReaderOptions(leaveOpen: true));
            context.Request.ContentLength = null;
        }
        else
        {
            Reader = context.Request.BodyReader;
        }

        context.Features.Set<IRequestBodyPipeFeature>(this);
        context.Request.Protocol = Http2;
        context.Request.ContentType = GrpcWebFormat.Rename(context.Request.ContentType!, GrpcWebFormat.GrpcContentType);
    }

    public PipeReader Reader { get; }

    // The server below reads it when it writes the response, and would wait for what HTTP/1.1 never sends.
    public void RestoreProtocol() => _context.Request.Protocol = _protocol;

    public void Detach()
    {
        RestoreProtocol();
        _context.Features.Set(_original);
    }
}
