namespace DbUp.Engine.Output;

/// <summary>Several logs that are written as one.</summary>
public interface IAggregateLog : IUpgradeLog
{
    int LoggerCount { get; }

    bool HasLoggers { get; }

    void AddLogger(IUpgradeLog logger);
}
