namespace Complaints.Domain.Errors;

/// <summary>
/// The command or request itself is wrong (an unknown option, a missing argument, two options that exclude each other):
/// exit code 2 instead of 3. Nothing was read.
/// </summary>
public class UsageException : UserException
{
    /// <inheritdoc cref="UserException(string, string, string, string, Exception)"/>
    public UsageException(
        string what,
        string? where = null,
        string? expected = null,
        string? fix = null,
        Exception? inner = null)
        : base(what, where, expected, fix, inner)
    {
    }
}
