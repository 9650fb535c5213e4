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
