using Complaints.Domain;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Complaints.Service.Hosting;

/// <summary>Puts the limits of <see cref="Limits"/> into the server's options.</summary>
public static class GrpcLimits
{
    /// <summary>
    /// Sets the limits of the HTTP server below gRPC: <see cref="Limits.StreamsPerConnection"/>, beyond which a caller's calls
    /// wait in the caller, and <see cref="Limits.ServiceConnections"/>.
    /// </summary>
    /// <param name="options">The server's options.</param>
    public static void Apply(KestrelServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Limits.Http2.MaxStreamsPerConnection = Limits.StreamsPerConnection;
        options.Limits.MaxConcurrentConnections = Limits.ServiceConnections;
    }

    // A larger message is RESOURCE_EXHAUSTED, either way; the server counts its bytes as they unpack.
    internal static void Apply(GrpcServiceOptions options)
    {
        options.MaxReceiveMessageSize = Limits.RequestBytes;
        options.MaxSendMessageSize = Limits.AnswerBytes;
    }
}
