using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Faults;

/// <summary>
/// A disk of a few mebibytes for one shell command: a file system in memory, in a name space of its own, which is gone when the command
/// ends.
/// </summary>
internal static class SmallDisk
{
    // Whoever is root in a name space of users of its own may mount; a root account without such name spaces may as well.
    private static readonly string[][] s_ways = [["-Urm"], ["-m"]];

    /// <summary>
    /// Runs a shell script with the disk at <c>$DISK</c> and the program as <c>complaints</c>; skips the test where no disk can be made.
    /// </summary>
    public static async Task<ProcessResult> RunAsync(string folder, int mebibytes, string script)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A small disk is made as Linux makes one.");
        string disk = Directory.CreateDirectory(Path.Combine(folder, "disk")).FullName;
        string mount = $"mount -t tmpfs -o size={mebibytes}m tmpfs '{disk}'";
        foreach (string[] way in s_ways)
        {
            if (await CanAsync(folder, way, mount))
            {
                string all = $"set -e; {mount}; set +e; export DISK='{disk}'; complaints() {{ dotnet '{CommandLineRun.Program}' \"$@\"; }}; {script}";
                return await CommandLineRun.RunIfThereAsync("unshare", folder, [.. way, "bash", "-c", all]);
            }
        }

        Assert.Skip("No file system can be mounted here: neither by this account nor in a name space of its own.");
        return null!;
    }

    private static async Task<bool> CanAsync(string folder, string[] way, string mount)
    {
        try
        {
            return (await CommandLineRun.RunAsync("unshare", folder, [.. way, "bash", "-c", mount])).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
