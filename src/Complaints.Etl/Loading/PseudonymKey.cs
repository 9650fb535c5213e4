using System.Security.Cryptography;
using System.Text;
using Complaints.Domain.Errors;

namespace Complaints.Etl.Loading;

/// <summary>
/// The key of residents' pseudonyms: with it the same resident is the same member of the warehouse in every load, and without it nobody
/// can tell who that is. It lies beside the warehouse, never in it.
/// </summary>
public sealed class PseudonymKey
{
    /// <summary>The environment variable that gives the key: any text of at least 16 characters.</summary>
    public const string Variable = "COMPLAINTS_PSEUDONYM_KEY";

    /// <summary>The key file's name in the warehouse's folder, used when the variable is not set.</summary>
    public const string FileName = "pseudonym.key";

    private const string Mark = "p:";
    private const int Digits = 32;
    private const int KeyBytes = 32;
    private const int LeastCharacters = 16;

    private static readonly System.Buffers.SearchValues<char> s_hex = System.Buffers.SearchValues.Create("0123456789abcdef");

    private readonly string? _folder;
    private readonly Func<string, string?> _environment;
    private byte[]? _key;

    private PseudonymKey(string? folder, Func<string, string?> environment)
    {
        _folder = folder;
        _environment = environment;
    }

    /// <summary>The key from the environment, else from the file beside the warehouse, which is made when a load first needs it.</summary>
    /// <param name="warehouseFolder">The warehouse's folder; null where only the environment may give the key.</param>
    public static PseudonymKey Beside(string? warehouseFolder) => new(warehouseFolder, Environment.GetEnvironmentVariable);

    internal static PseudonymKey For(string? folder, Func<string, string?> environment) => new(folder, environment);

    /// <summary>The pseudonym of a resident of a source system. A text that is one already stays as it is.</summary>
    /// <exception cref="UserException">The key is too short, or cannot be read or made.</exception>
    public string Pseudonym(string system, string reference)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(reference);
        if (IsPseudonym(reference))
        {
            return reference;
        }

        _key ??= Key();
        byte[] hash = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{system}\0{reference}"));
        return string.Concat(Mark, Convert.ToHexStringLower(hash).AsSpan(0, Digits));
    }

    /// <summary>Whether there is a key already. Without one, the next pseudonym makes it.</summary>
    internal bool Exists => _key is not null
        || !string.IsNullOrEmpty(_environment(Variable))
        || (_folder is not null && File.Exists(Path.Combine(_folder, FileName)));

    /// <summary>What tells this key from another without telling the key: a keyed hash of a constant.</summary>
    /// <exception cref="UserException">The key is too short, or cannot be read or made.</exception>
    internal string Fingerprint()
    {
        _key ??= Key();
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, "the key of residents' pseudonyms"u8));
    }

    internal static bool IsPseudonym(string text) =>
        text.Length == Mark.Length + Digits
        && text.StartsWith(Mark, StringComparison.Ordinal)
        && !text.AsSpan(Mark.Length).ContainsAnyExcept(s_hex);

    private byte[] Key()
    {
        string? given = _environment(Variable);
        if (!string.IsNullOrEmpty(given))
        {
            return given.Length >= LeastCharacters
                ? Encoding.UTF8.GetBytes(given)
                : throw new UserException(
                    "The key of the pseudonyms is too short.",
                    $"environment variable {Variable}",
                    $"at least {LeastCharacters} characters",
                    "use a long random text and keep it safe: with another key, residents cannot be told to be the same");
        }

        string path = Path.Combine(
            _folder ?? throw new UserException(
                "There is no key for the pseudonyms of residents.",
                $"environment variable {Variable}",
                $"a text of at least {LeastCharacters} characters",
                "set it, or leave 'resident_reference' out of the mapping"),
            FileName);
        return FromFile(path);
    }

    private static byte[] FromFile(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                Make(path);
            }

            byte[] key = Convert.FromHexString(File.ReadAllText(path).Trim());
            return key.Length == KeyBytes ? key : throw new FormatException("The key has another length.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UserException(
                $"The key of the pseudonyms cannot be read: {e.Message}",
                path,
                "64 hexadecimal digits, readable by this account",
                $"restore the file from a backup, or set {Variable}",
                e);
        }
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(path, options);
        file.WriteLine(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)));
    }
}
