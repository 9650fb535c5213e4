using System.IO.Compression;
using Grpc.Net.Compression;

namespace Complaints.Service.Compression;

/// <summary>
/// gzip whose output is valid even for an empty message. .NET's own writes nothing where nothing was written to it (dotnet/runtime
/// #112563), the server marks that nothing as compressed, and grpc-js then fails the call: a figure of zero in a stream is such a message.
/// </summary>
internal sealed class CompleteGzip(CompressionLevel defaultLevel) : ICompressionProvider
{
    private readonly GzipCompressionProvider _gzip = new(defaultLevel);

    public string EncodingName => _gzip.EncodingName;

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        new CompleteGzipStream(stream, compressionLevel ?? defaultLevel);

    public Stream CreateDecompressionStream(Stream stream) => _gzip.CreateDecompressionStream(stream);
}
