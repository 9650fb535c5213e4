using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Json;
using Complaints.Domain.Storage;
using Complaints.Etl.Extract.Content;

namespace Complaints.Etl.Mapping.Json;

/// <summary>A file of a load set that holds a JSON object: a mapping or a manifest.</summary>
internal static class JsonFile
{
    /// <returns>The file's object and the SHA-256 of its bytes in lower-case hexadecimal.</returns>
    /// <exception cref="UserException">Missing, too big, or not a JSON object.</exception>
    internal static (JsonObject Root, string Sha256) Read(string path)
    {
        byte[] bytes = ReadBytes(path);
        return LocatedJson.Read(bytes, path) is JsonObject root
            ? (root, Sha256Hex.Of(bytes))
            : throw new UserException(
                "The file holds no JSON object.",
                path,
                "an object in braces",
                "begin with { and the fields of the example in the documentation");
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            OrdinaryFile.Check(path);
            var info = new FileInfo(path);
            if (info.Exists && info.Length > Limits.MappingBytes)
            {
                throw new UserException(
                    FormattableString.Invariant($"The file has {info.Length:N0} bytes."),
                    path,
                    FormattableString.Invariant($"at most {Limits.MappingBytes:N0} bytes"),
                    "check that this is the mapping and not the data");
            }

            return RegularFile.ReadAllBytes(path, Limits.MappingBytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserException(
                $"The file cannot be read: {e.Message}",
                path,
                "a readable JSON file with comments",
                "check the name, the folder and the permission to read",
                e);
        }
    }
}
