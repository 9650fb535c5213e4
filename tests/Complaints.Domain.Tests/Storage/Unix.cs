using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Complaints.Domain.Tests.Storage;

/// <summary>
/// What tests ask of the system itself: a machine with the SDK alone has no <c>kill</c> and perhaps no <c>mkfifo</c> to start.
/// </summary>
internal static class Unix
{
    private const uint OwnerReadsAndWrites = 0b110_000_000;

    private static readonly Dictionary<string, int> s_signals = new(StringComparer.Ordinal) { ["HUP"] = 1, ["INT"] = 2, ["TERM"] = 15 };

    /// <summary>Makes a pipe with a name in a folder.</summary>
    public static void MakePipe(string path) => Require(MkFifo(path, OwnerReadsAndWrites), $"a pipe at {path}");

    /// <summary>Sends a signal to a process.</summary>
    /// <param name="process">Its id.</param>
    /// <param name="signal">"HUP", "INT" or "TERM".</param>
    public static void Send(int process, string signal) => Require(Kill(process, s_signals[signal]), $"{signal} to {process}");

    /// <summary>
    /// Skips a test where the programs that it starts would not hear a signal: what a shell starts in the background ignores INT, and what
    /// that starts does too.
    /// </summary>
    /// <param name="signal">"HUP", "INT" or "TERM".</param>
    public static void SkipWhereIgnored(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These signals are of Unix.");
        const string Field = "SigIgn:";
        string? ignored = File.Exists("/proc/self/status")
            ? File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal))
            : null;
        Assert.SkipWhen(
            ignored is not null && (ulong.Parse(ignored.AsSpan(Field.Length), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                >> (s_signals[signal] - 1) & 1) == 1,
            $"The tests were started so that {signal} is ignored; start them in the foreground.");
    }

    private static void Require(int result, string what)
    {
        if (result != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"No {what}");
        }
    }

    [DllImport("libc", EntryPoint = "mkfifo", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MkFifo([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
