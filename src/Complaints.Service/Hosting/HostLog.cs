using Microsoft.Extensions.Logging;

namespace Complaints.Service.Hosting;

/// <summary>Messages of the host.</summary>
internal static partial class HostLog
{
    [LoggerMessage(EventId = 3101, Level = LogLevel.Information, Message = "gRPC on {Grpc}, gRPC-Web on {Web}")]
    internal static partial void Listening(this ILogger logger, Uri grpc, Uri web);

    [LoggerMessage(
        EventId = 3102,
        Level = LogLevel.Warning,
        Message = "Demo mode: nobody signs in, and whoever is on this machine sees every landlord. It listens on loopback alone")]
    internal static partial void Demo(this ILogger logger);

    [LoggerMessage(EventId = 3103, Level = LogLevel.Information, Message = "Stopped")]
    internal static partial void Stopped(this ILogger logger);
}
