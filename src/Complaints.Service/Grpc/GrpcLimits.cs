using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Complaints.Service.Grpc;

/// <summary>Every limit of the gRPC surface, in one place.</summary>
public static class GrpcLimits
{
    /// <summary>
    /// Largest message a caller may send, in bytes, both as it arrives and as it unpacks. A larger one is RESOURCE_EXHAUSTED.
    /// </summary>
    public const int ReceiveMessageBytes = 4 * 1024 * 1024;

    /// <summary>Largest message the service sends, in bytes before compression. A larger one is RESOURCE_EXHAUSTED.</summary>
    public const int SendMessageBytes = 64 * 1024 * 1024;

    /// <summary>Calls that may be under way at once on one HTTP/2 connection; a caller's further ones wait in the caller.</summary>
    public const int StreamsPerConnection = 256;

    /// <summary>Connections that may be open at once.</summary>
    public const int Connections = 1024;

    /// <summary>Questions that one reflection stream may ask before it is ended with RESOURCE_EXHAUSTED.</summary>
    public const int ReflectionQuestionsPerStream = 10_000;

    /// <summary>Streams that may watch health at once; a further one is RESOURCE_EXHAUSTED.</summary>
    public const int HealthWatchers = 1024;

    /// <summary>Services that a health list may name (the protocol's own recommendation); more is RESOURCE_EXHAUSTED.</summary>
    public const int HealthListServices = 100;

    internal static void Apply(GrpcServiceOptions options)
    {
        options.MaxReceiveMessageSize = ReceiveMessageBytes;
        options.MaxSendMessageSize = SendMessageBytes;
    }

    /// <summary>Sets the limits of the HTTP server below gRPC.</summary>
    /// <param name="options">The server's options.</param>
    public static void Apply(KestrelServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Limits.Http2.MaxStreamsPerConnection = StreamsPerConnection;
        options.Limits.MaxConcurrentConnections = Connections;
    }
}
