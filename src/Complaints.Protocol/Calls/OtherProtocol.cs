using System.Net.Sockets;
using Grpc.Core;

namespace Complaints.Protocol.Calls;

/// <summary>Tells a port that speaks another protocol from a service that failed: the mistake is in the address.</summary>
/// <param name="What">What it does instead, as far as that shows.</param>
/// <param name="Fix">What to do.</param>
internal sealed record OtherProtocol(string What, string Fix)
{
    // HTTP/2's error code by which a server asks for HTTP/1.1 (RFC 9113, section 7).
    private const long Http11Required = 0xd;

    /// <summary>What the failure of a call says about the port; null where it says nothing.</summary>
    internal static OtherProtocol? Of(RpcException error)
    {
        List<Exception> causes = [.. Causes(error.Status.DebugException ?? error.InnerException)];
        return causes.Any(cause => cause is HttpProtocolException { ErrorCode: Http11Required })
            ? new("does not speak gRPC: this is the gRPC-Web port, or another web server.", "use the gRPC port; 'complaints serve' prints it above the gRPC-Web one")
            : causes.Any(cause => cause is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError })
            ? new("does not answer over TLS.", "write http:// instead of https://")
            : causes.Any(IsOfHttp)
            ? new("does not speak gRPC: it does not answer over HTTP/2.", "check the address and port")
            : causes.Any(IsBrokenOff)
            ? new("broke off the connection, as the gRPC-Web port does, or a service that stops.", "use the gRPC port; where it is that already, try again")
            : null;
    }

    // A server of HTTP/1.1 closes on what it cannot read, and its reason can be lost on the way.
    private static bool IsBrokenOff(Exception cause) =>
        cause is SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown }
        or HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded }
        or HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded };

    private static bool IsOfHttp(Exception cause) => cause is HttpProtocolException
        or HttpRequestException
        {
            HttpRequestError: HttpRequestError.HttpProtocolError or HttpRequestError.InvalidResponse
                or HttpRequestError.VersionNegotiationError,
        };

    private static IEnumerable<Exception> Causes(Exception? error)
    {
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
