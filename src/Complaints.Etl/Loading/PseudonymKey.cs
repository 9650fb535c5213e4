using System.Security.Cryptography;
using System.Text;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Domain.Storage;

namespace Complaints.Etl.Loading;

/// <summary>
/// The key of residents' pseudonyms: with it the same resident is the same member of the warehouse in every load, and without it nobody
/// can tell who that is. It lies beside the warehouse's folder, never in it: whoever is given a copy of the folder is not given the key.
/// </summary>
public sealed class PseudonymKey
{
    /// <summary>The environment variable that gives the key: any text of at least 16 characters.</summary>
    public const string Variable = "COMPLAINTS_PSEUDONYM_KEY";

    /// <summary>
    /// How the key file's name ends: the folder <c>warehouse</c> has <c>warehouse.pseudonym.key</c> beside it. Used when the variable is
    /// not set.
    /// </summary>
    public const string FileName = "pseudonym.key";

    private const string Mark = "p:";
    private const int Digits = 32;
    private const int KeyBytes = 32;
    private const int LeastCharacters = 16;

    private static readonly System.Buffers.SearchValues<char> s_hex = System.Buffers.SearchValues.Create("0123456789abcdef");

    private readonly string? _folder;
    private readonly Func<string, string?> _environment;
    private byte[]? _key;
    private bool _isNew;

    private PseudonymKey(string? folder, Func<string, string?> environment)
    {
        _folder = folder;
        _environment = environment;
    }

    /// <summary>The key file of a warehouse: beside its folder; where an earlier version made it in the folder, that one.</summary>
    public static string FileOf(string warehouseFolder)
    {
        ArgumentNullException.ThrowIfNull(warehouseFolder);
        string inside = Path.Combine(warehouseFolder, FileName);
        return File.Exists(inside) ? inside : $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(warehouseFolder))}.{FileName}";
    }

    /// <summary>The key from the environment, else from the file beside the warehouse, which the first load that needs it makes.</summary>
    /// <param name="warehouseFolder">The warehouse's folder; null where only the environment may give the key.</param>
    public static PseudonymKey Beside(string? warehouseFolder) => new(warehouseFolder, Environment.GetEnvironmentVariable);

    internal static PseudonymKey For(string? folder, Func<string, string?> environment) => new(folder, environment);

    /// <summary>
    /// The pseudonym of a resident, by the reference that an allocator gave out. A text that is one already stays as it is.
    /// </summary>
    /// <exception cref="UserException">The key is too short, or cannot be read or made.</exception>
    public string Pseudonym(string allocator, string reference)
    {
        ArgumentNullException.ThrowIfNull(allocator);
        ArgumentNullException.ThrowIfNull(reference);
        if (IsPseudonym(reference))
        {
            return reference;
        }

        _key ??= Key();
        byte[] hash = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{allocator}\0{reference}"));
        return string.Concat(Mark, Convert.ToHexStringLower(hash).AsSpan(0, Digits));
    }

    /// <summary>Whether there is a key already. Without one, the next pseudonym makes it.</summary>
    internal bool Exists => _key is not null
        || !string.IsNullOrEmpty(_environment(Variable))
        || (_folder is not null && File.Exists(FileOf(_folder)));

    /// <summary>What tells this key from another without telling the key: a keyed hash of a constant.</summary>
    /// <exception cref="UserException">The key is too short, or cannot be read or made.</exception>
    internal string Fingerprint()
    {
        _key ??= Key();
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, "the key of residents' pseudonyms"u8));
    }

    /// <summary>Writes a key that was made for this load into its file: only a load that is about to publish leaves one.</summary>
    /// <exception cref="UserException">The file cannot be made.</exception>
    internal void Keep()
    {
        if (_isNew && _key is byte[] key && _folder is string folder)
        {
            string path = FileOf(folder);
            Guarded(path, () => Write(path, key));
            _isNew = false;
        }
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

        string folder = _folder ?? throw new UserException(
            "There is no key for the pseudonyms of residents.",
            $"environment variable {Variable}",
            $"a text of at least {LeastCharacters} characters",
            "set it, or leave 'resident_reference' out of the mapping");
        string path = FileOf(folder);
        RegularFile.Require(path, Limits.KeyFileBytes);
        _isNew = !File.Exists(path);
        return _isNew ? RandomNumberGenerator.GetBytes(KeyBytes) : Guarded(path, () => Read(path));
    }

    private static byte[] Read(string path)
    {
        string text = RegularFile.ReadAllText(path, Limits.KeyFileBytes).Trim();
        if (text.Length == 0)
        {
            throw new UserException(
                "The key file of the pseudonyms is empty: a run was cut off while it made it.",
                path,
                "64 hexadecimal digits",
                $"restore it from a backup, or set {Variable}; where no load with residents was published yet, delete the file and a new key is made");
        }

        byte[] key = Convert.FromHexString(text);
        return key.Length == KeyBytes ? key : throw new FormatException("The key has another length.");
    }

    private static byte[] Write(string path, byte[] key)
    {
        DurableFile.Create(path, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(key) + "\n"));
        return key;
    }

    private static byte[] Guarded(string path, Func<byte[]> use)
    {
        try
        {
            return use();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UserException(
                $"The key of the pseudonyms cannot be read or kept: {e.Message}",
                path,
                "64 hexadecimal digits in a file that this account may read and, at the first load, make",
                $"restore the file from a backup, or set {Variable}",
                e);
        }
    }
}
