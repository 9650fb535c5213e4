using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Complaints.Service.Grpc.Web;

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
