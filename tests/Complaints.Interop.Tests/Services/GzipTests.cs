using System.IO.Compression;
using Complaints.Service.Compression;

namespace Complaints.Interop.Tests.Services;

public sealed class GzipTests
{
    // dotnet/runtime #112563: the framework's own stream leaves nothing behind here.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void The_output_is_a_whole_gzip_member_even_of_nothing(int length)
    {
        byte[] message = [.. Enumerable.Range(0, length).Select(value => unchecked((byte)value))];
        CompleteGzip gzip = new(CompressionLevel.Fastest);
        MemoryStream target = new();
        using (Stream stream = gzip.CreateCompressionStream(target, null))
        {
            stream.Write(message);
        }

        Assert.True(target.Length >= 20, $"{target.Length} bytes; header and footer of gzip alone have 18.");
        target.Position = 0;
        MemoryStream back = new();
        using (Stream stream = gzip.CreateDecompressionStream(target))
        {
            stream.CopyTo(back);
        }

        Assert.Equal(message, back.ToArray());
    }
}
