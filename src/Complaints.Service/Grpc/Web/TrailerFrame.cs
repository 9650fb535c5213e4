using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Complaints.Service.Grpc.Web;

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
