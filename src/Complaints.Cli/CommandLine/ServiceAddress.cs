using Complaints.Domain.Errors;

namespace Complaints.Cli.CommandLine;

/// <summary>The address of a running service, as people type it.</summary>
internal static class ServiceAddress
{
    /// <summary>Reads <c>http://127.0.0.1:5210</c>; a bare <c>127.0.0.1:5210</c> means the same.</summary>
    /// <exception cref="UsageException">It is no address.</exception>
    public static Uri Parse(string text) =>
        Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text, UriKind.Absolute, out Uri? address)
            ? address
            : throw new UsageException(
                $"'{text}' is not an address.",
                "--service",
                "an address such as http://127.0.0.1:5210",
                "use the one that 'complaints serve' prints");
}
