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
