using Microsoft.Extensions.Logging;

namespace Complaints.Service.Tests.Faults;

/// <summary>Every message that was logged.</summary>
public sealed class LogLines : ILoggerFactory, ILogger
{
    private const int DemoMode = 3102;
    private readonly List<string> _lines = [];
    private readonly List<string> _loud = [];

    /// <summary>Those that are warnings or worse, but for the one that nobody signs in.</summary>
    public IReadOnlyList<string> Loud
    {
        get
        {
            lock (_lines)
            {
                return [.. _loud];
            }
        }
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
        {
            string line = $"{eventId.Id} {formatter(state, exception)}{exception}";
            _lines.Add(line);
            if (logLevel >= LogLevel.Warning && eventId.Id != DemoMode)
            {
                _loud.Add(line);
            }
        }
    }

    public void Dispose()
    {
    }
}
