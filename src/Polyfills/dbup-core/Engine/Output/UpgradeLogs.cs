namespace DbUp.Engine.Output;

/// <summary>Where an upgrade tells what it does, in formats with numbered places.</summary>
public interface IUpgradeLog
{
    void LogTrace(string format, params object[] args);

    void LogDebug(string format, params object[] args);

    void LogInformation(string format, params object[] args);

    void LogWarning(string format, params object[] args);

    void LogError(string format, params object[] args);

    void LogError(Exception ex, string format, params object[] args);
}

/// <summary>Several logs that are written as one.</summary>
public interface IAggregateLog : IUpgradeLog
{
    int LoggerCount { get; }

    bool HasLoggers { get; }

    void AddLogger(IUpgradeLog logger);
}

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

public class NoOpUpgradeLog : IUpgradeLog
{
    public void LogTrace(string format, params object[] args)
    {
    }

    public void LogDebug(string format, params object[] args)
    {
    }

    public void LogInformation(string format, params object[] args)
    {
    }

    public void LogWarning(string format, params object[] args)
    {
    }

    public void LogError(string format, params object[] args)
    {
    }

    public void LogError(Exception ex, string format, params object[] args)
    {
    }
}
