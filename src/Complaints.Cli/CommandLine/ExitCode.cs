namespace Complaints.Cli.CommandLine;

/// <summary>What the process tells the shell. Scripts rely on these: they never change meaning.</summary>
internal static class ExitCode
{
    /// <summary>Everything asked for was done.</summary>
    public const int Done = 0;

    /// <summary>Our fault: a defect or a broken machine. <c>--verbose</c> shows where.</summary>
    public const int OurFault = 1;

    /// <summary>The command line itself was wrong.</summary>
    public const int Usage = 2;

    /// <summary>The input was refused and nothing changed.</summary>
    public const int Refused = 3;

    /// <summary>Loaded, with rows in quarantine that want a look.</summary>
    public const int LoadedWithQuarantine = 4;

    /// <summary>Done, and what was looked at is an alarm (<c>risk monitor</c>).</summary>
    public const int Alarm = 5;

    /// <summary>Its terminal was closed (128 + SIGHUP).</summary>
    public const int HungUp = 129;

    /// <summary>Stopped by the user (128 + SIGINT).</summary>
    public const int Interrupted = 130;

    /// <summary>Stopped by the system (128 + SIGTERM). A service that ends so has done what it was there for, and ends with 0.</summary>
    public const int Terminated = 143;

    /// <summary>What a load ends with that held so many rows back.</summary>
    public static int OfLoad(long heldBack) => heldBack > 0 ? LoadedWithQuarantine : Done;
}
