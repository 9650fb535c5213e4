using System.Globalization;

namespace DbUp.Engine.Output;

public class ConsoleUpgradeLog : IUpgradeLog
{
    public void LogTrace(string format, params object[] args) => Write("TRC", format, args);

    public void LogDebug(string format, params object[] args) => Write("DBG", format, args);

    public void LogInformation(string format, params object[] args) => Write("INF", format, args);

    public void LogWarning(string format, params object[] args) => Write("WRN", format, args);

    public void LogError(string format, params object[] args) => Write("ERR", format, args);

    public void LogError(Exception ex, string format, params object[] args)
    {
        Write("ERR", format, args);
        Write("ERR", "{0}", [ex]);
    }

    private static void Write(string level, string format, object[] args) =>
        Console.Out.WriteLine("[" + level + "] " + string.Format(CultureInfo.InvariantCulture, format, args));
}
