using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Complaints.Domain.Errors;

namespace Complaints.Cli.Demo;

/// <summary>Looks at ports before a minute of work ends at one that is taken.</summary>
internal static class FreePorts
{
    /// <summary>Refuses ports that cannot be listened on now; 0 is any free one.</summary>
    /// <exception cref="UserException">One is taken, or is none.</exception>
    public static void Require(params ReadOnlySpan<int> ports)
    {
        foreach (int port in ports)
        {
            try
            {
                using TcpListener listener = new(IPAddress.Loopback, port);
                listener.Start();
            }
            catch (Exception error) when (error is SocketException or ArgumentOutOfRangeException)
            {
                throw new UserException(
                    string.Create(CultureInfo.InvariantCulture, $"The demo's service cannot listen on port {port} of this machine."),
                    where: "--port",
                    expected: "two ports in a row that no other program uses, the second one for gRPC-Web",
                    fix: "stop the other program, or give another --port; 0 is any free one",
                    inner: error);
            }
        }
    }
}
