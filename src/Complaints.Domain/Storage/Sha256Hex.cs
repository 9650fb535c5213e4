using System.Security.Cryptography;
using System.Text;

namespace Complaints.Domain.Storage;

/// <summary>
/// SHA-256 as 64 lower-case hexadecimal digits: the one form in which the product writes down what a file or a text was.
/// </summary>
public static class Sha256Hex
{
    private const int BufferBytes = 1 << 18;

    /// <summary>Of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Of a text in UTF-8; its line ends count.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Of a stream from where it stands to its end.</summary>
    public static string Of(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[BufferBytes];
        for (int read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>Of a stream from where it stands to its end.</summary>
    public static async Task<string> OfAsync(Stream content, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken).ConfigureAwait(false));
}
