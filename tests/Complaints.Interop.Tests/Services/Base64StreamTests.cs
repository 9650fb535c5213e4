using System.Text;
using Complaints.Service.Grpc.Web;
using FsCheck;
using FsCheck.Fluent;

namespace Complaints.Interop.Tests.Services;

/// <summary>The text form of gRPC-Web: base64 in pieces of any size.</summary>
public sealed class Base64StreamTests
{
    private static readonly Arbitrary<byte[][]> Pieces =
        Gen.Sized(size => ArbMap.Default.GeneratorFor<byte>().ArrayOf(Math.Max(size, 1) * 37 % 5_000).ArrayOf(size % 7 + 1)).ToArbitrary();

    [Fact]
    public void What_is_written_and_flushed_in_pieces_is_read_back_whole() =>
        Prop.ForAll(Pieces, pieces => RoundTrip(pieces, readSize: 1 + pieces.Length * 311)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("AAA")]
    [InlineData("AA=A")]
    [InlineData("****")]
    public async Task What_is_not_base64_is_refused(string body)
    {
        Base64ReadStream stream = new(new MemoryStream(Encoding.ASCII.GetBytes(body)));
        await Assert.ThrowsAsync<Grpc.Core.RpcException>(() => stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
    }

    private static bool RoundTrip(byte[][] pieces, int readSize)
    {
        MemoryStream text = new();
        Base64WriteStream writer = new(text);
        foreach (byte[] piece in pieces)
        {
            writer.WriteAsync(piece).AsTask().GetAwaiter().GetResult();
            if (piece.Length % 2 == 0)
            {
                writer.FlushAsync(CancellationToken.None).GetAwaiter().GetResult();
            }
        }

        writer.FlushAsync(CancellationToken.None).GetAwaiter().GetResult();
        text.Position = 0;

        MemoryStream read = new();
        new Base64ReadStream(new Trickle(text, readSize)).CopyToAsync(read).GetAwaiter().GetResult();
        return read.ToArray().SequenceEqual(pieces.SelectMany(piece => piece));
    }

    // Hands out at most so many bytes at a time, as a network does.
    private sealed class Trickle(Stream inner, int most) : ReadOnlyStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.ReadAsync(buffer[..Math.Min(buffer.Length, most)], cancellationToken);
    }
}
