using System.IO.Compression;
using Grpc.Net.Compression;

namespace Complaints.Service.Grpc.Compression;

// The server bounds a message as it arrives, not as it unpacks: four mebibytes of gzip can be four gibibytes of zeros.
internal sealed class BoundedDecompression(ICompressionProvider inner, int limitBytes) : ICompressionProvider
{
    public string EncodingName => inner.EncodingName;

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        inner.CreateCompressionStream(stream, compressionLevel);

    public Stream CreateDecompressionStream(Stream stream) =>
        new BoundedReadStream(inner.CreateDecompressionStream(stream), EncodingName, limitBytes);
}
