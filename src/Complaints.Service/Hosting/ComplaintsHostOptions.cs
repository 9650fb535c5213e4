using System.Net;
using Complaints.Measures.Catalogue;
using Complaints.Service.SignIn;
using Microsoft.Extensions.Logging;

namespace Complaints.Service.Hosting;

/// <summary>How the service listens and whom it knows.</summary>
public sealed record ComplaintsHostOptions
{
    /// <summary>The port for gRPC over HTTP/2 without TLS.</summary>
    public const int DefaultGrpcPort = 5210;

    /// <summary>The port for gRPC-Web over HTTP/1.1.</summary>
    public const int DefaultWebPort = 5211;

    /// <summary>Where it listens. Without sign-in that must be a loopback address.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Port for gRPC; 0 is any free port.</summary>
    public int GrpcPort { get; init; } = DefaultGrpcPort;

    /// <summary>Port for gRPC-Web; 0 is any free port.</summary>
    public int WebPort { get; init; } = DefaultWebPort;

    /// <summary>Who calls.</summary>
    public IPrincipalProvider Principals { get; init; } = new DemoPrincipalProvider();

    /// <summary>The measures.</summary>
    public MeasureCatalogue Catalogue { get; init; } = MeasureCatalogue.Shipped;

    /// <summary>Where the models of the warehouse are; null serves no risk list.</summary>
    public string? ModelFolder { get; init; }

    /// <summary>The clock of time limits.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where log messages go; null is nowhere.</summary>
    public ILoggerFactory? Log { get; init; }
}
