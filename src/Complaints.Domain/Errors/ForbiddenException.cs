namespace Complaints.Domain.Errors;

/// <summary>
/// The caller is known, and the caller's role does not go so far. The command line ends as for any <see cref="UserException"/>; gRPC
/// answers PERMISSION_DENIED.
/// </summary>
public class ForbiddenException : UserException
{
    /// <inheritdoc cref="UserException(string, string, string, string, Exception)"/>
    public ForbiddenException(
        string what,
        string? where = null,
        string? expected = null,
        string? fix = null,
        Exception? inner = null)
        : base(what, where, expected, fix, inner)
    {
    }
}
