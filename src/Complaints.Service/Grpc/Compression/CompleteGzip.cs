using System.IO.Compression;
using Grpc.Net.Compression;

namespace Complaints.Service.Grpc.Compression;

// gzip whose output is valid even for an empty message. Since .NET 9 GZipStream writes nothing at all where nothing was
// written to it (dotnet/runtime #112563), and the server marks that nothing as compressed; other languages' clients then
// fail the call: a figure of zero in a stream is such a message.
internal sealed class CompleteGzip(CompressionLevel defaultLevel) : ICompressionProvider
{
    private readonly GzipCompressionProvider _gzip = new(defaultLevel);

    public string EncodingName => _gzip.EncodingName;

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        new CompleteGzipStream(stream, compressionLevel ?? defaultLevel);

    public Stream CreateDecompressionStream(Stream stream) => _gzip.CreateDecompressionStream(stream);
}
