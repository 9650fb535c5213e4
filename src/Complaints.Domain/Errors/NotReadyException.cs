namespace Complaints.Domain.Errors;

/// <summary>
/// What was asked for is right, but something must be made first: a warehouse, a model in use. The command line ends as for any
/// <see cref="UserException"/>; gRPC answers FAILED_PRECONDITION, so that a caller does not look for a mistake in its request.
/// </summary>
public class NotReadyException : UserException
{
    /// <inheritdoc cref="UserException(string, string, string, string, Exception)"/>
    public NotReadyException(
        string what,
        string? where = null,
        string? expected = null,
        string? fix = null,
        Exception? inner = null)
        : base(what, where, expected, fix, inner)
    {
    }
}
