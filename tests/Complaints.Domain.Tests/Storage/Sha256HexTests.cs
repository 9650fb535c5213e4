using Complaints.Domain.Storage;

namespace Complaints.Domain.Tests.Storage;

public class Sha256HexTests
{
    /// <summary>The example of FIPS 180-4 for "abc".</summary>
    private const string OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public async Task Bytes_a_text_and_a_stream_have_one_hash_in_one_form()
    {
        Assert.Equal(OfAbc, Sha256Hex.Of("abc"u8));
        Assert.Equal(OfAbc, Sha256Hex.Of("abc"));
        using MemoryStream stream = new("xabc"u8.ToArray()) { Position = 1 };
        Assert.Equal(OfAbc, Sha256Hex.Of(stream, CancellationToken.None));
        stream.Position = 1;
        Assert.Equal(OfAbc, await Sha256Hex.OfAsync(stream, CancellationToken.None));
    }
}
