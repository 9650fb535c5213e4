namespace Complaints.Domain.Tests.Storage;

/// <summary>Puts what is no file where a file is expected, and waits for what might wait without end.</summary>
internal static class OddFile
{
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(20);

    /// <summary>Puts a pipe, a link to a device that never ends, a link to a pipe, or a folder there.</summary>
    public static void Put(string path, string kind)
    {
        switch (kind)
        {
            case "pipe":
                Unix.MakePipe(path);
                break;
            case "link to a pipe":
                Put(path + ".pipe", "pipe");
                File.CreateSymbolicLink(path, path + ".pipe");
                break;
            case "device":
                File.CreateSymbolicLink(path, "/dev/zero");
                break;
            case "link to a folder":
                File.CreateSymbolicLink(path, Path.GetDirectoryName(path)!);
                break;
            default:
                Directory.CreateDirectory(path);
                break;
        }
    }

    /// <summary>Runs what must end soon; the test fails where it does not.</summary>
    public static Task WithinAsync(Func<Task> use) =>
        Task.Run(use, TestContext.Current.CancellationToken).WaitAsync(s_most, TestContext.Current.CancellationToken);
}
