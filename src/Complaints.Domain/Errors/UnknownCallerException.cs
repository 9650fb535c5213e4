namespace Complaints.Domain.Errors;

/// <summary>
/// Nobody asks, or somebody who may see no landlord, where an answer is somebody's. The command line ends as for any
/// <see cref="UserException"/>; gRPC answers UNAUTHENTICATED.
/// </summary>
public class UnknownCallerException : UserException
{
    /// <inheritdoc cref="UserException(string, string, string, string, Exception)"/>
    public UnknownCallerException(
        string what,
        string? where = null,
        string? expected = null,
        string? fix = null,
        Exception? inner = null)
        : base(what, where, expected, fix, inner)
    {
    }
}
