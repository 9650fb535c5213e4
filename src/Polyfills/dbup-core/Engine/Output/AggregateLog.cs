namespace DbUp.Engine.Output;

/// <inheritdoc cref="IAggregateLog"/>
public class AggregateLog(IEnumerable<IUpgradeLog> loggers = null) : IAggregateLog
{
    private readonly List<IUpgradeLog> logs = [.. loggers ?? []];

    public int LoggerCount => logs.Count;

    public bool HasLoggers => logs.Count > 0;

    public void AddLogger(IUpgradeLog logger) => logs.Add(logger);

    public void LogTrace(string format, params object[] args) => logs.ForEach(log => log.LogTrace(format, args));

    public void LogDebug(string format, params object[] args) => logs.ForEach(log => log.LogDebug(format, args));

    public void LogInformation(string format, params object[] args) => logs.ForEach(log => log.LogInformation(format, args));

    public void LogWarning(string format, params object[] args) => logs.ForEach(log => log.LogWarning(format, args));

    public void LogError(string format, params object[] args) => logs.ForEach(log => log.LogError(format, args));

    public void LogError(Exception ex, string format, params object[] args) => logs.ForEach(log => log.LogError(ex, format, args));
}
