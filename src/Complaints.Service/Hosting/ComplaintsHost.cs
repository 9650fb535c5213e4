using System.Net;
using System.Net.Sockets;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Measures;
using Complaints.Service.Admission;
using Complaints.Service.Errors;
using Complaints.Service.Reporting;
using Complaints.Service.Risk;
using Complaints.Warehouse;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Complaints.Service.Hosting;

/// <summary>
/// The service: gRPC on one port (HTTP/2 without TLS), gRPC-Web on another (HTTP/1.1), with health and reflection. Dispose it to stop.
/// </summary>
public sealed class ComplaintsHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ILogger _log;
    private readonly Lazy<Task> _stop;

    private ComplaintsHost(WebApplication app, ILogger log, Uri grpc, Uri web)
    {
        _app = app;
        _log = log;
        _stop = new Lazy<Task>(StopAsync);
        GrpcAddress = grpc;
        WebAddress = web;
    }

    /// <summary>Where gRPC answers, with the port in fact bound.</summary>
    public Uri GrpcAddress { get; }

    /// <summary>Where gRPC-Web answers, with the port in fact bound.</summary>
    public Uri WebAddress { get; }

    /// <summary>Starts the service over a warehouse, which it does not dispose.</summary>
    /// <exception cref="UserException">
    /// An address that others can reach without sign-in, a port out of range, or one that is taken.
    /// </exception>
    public static async Task<ComplaintsHost> StartAsync(IWarehouse warehouse, ComplaintsHostOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(options);
        RequireSafe(options);
        WebApplication app = Build(warehouse, options);
        ILogger log = (options.Log ?? NullLoggerFactory.Instance).CreateLogger<ComplaintsHost>();
        try
        {
            await app.StartAsync(ct).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw PortTaken(options, error);
        }

        // Kestrel gives the addresses in the order in which they were asked for.
        Uri[] bound =
        [
            .. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(text => new Uri(text)),
        ];
        var host = new ComplaintsHost(app, log, bound[0], bound[1]);
        log.Listening(host.GrpcAddress, host.WebAddress);
        if (!options.Principals.SignsIn)
        {
            log.Demo();
        }

        return host;
    }

    /// <summary>Waits until the service is to stop, by the token or by the signal that ends the process, and has stopped.</summary>
    public async Task WaitForStopAsync(CancellationToken ct)
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration told = ct.Register(() => asked.TrySetResult());
        using CancellationTokenRegistration signalled = _app.Lifetime.ApplicationStopping.Register(() => asked.TrySetResult());
        await asked.Task.ConfigureAwait(false);
        await _stop.Value.ConfigureAwait(false);
    }

    /// <summary>
    /// Stops: health says so, new queries are refused, and those under way get <see cref="Limits.StopSeconds"/> to finish.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.Value.ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private async Task StopAsync()
    {
        QueryGate gate = _app.Services.GetRequiredService<QueryGate>();
        _app.Lifetime.StopApplication();
        _log.Stopping(gate.Inside);
        await gate.DrainAsync(TimeSpan.FromSeconds(Limits.StopSeconds)).ConfigureAwait(false);
        if (gate.Inside is > 0 and int left)
        {
            _log.Cut(left, Limits.StopSeconds);
        }

        using CancellationTokenSource close = new(TimeSpan.FromSeconds(Limits.CloseSeconds));
        try
        {
            await _app.StopAsync(close.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // A connection that was not closed in time was cut off.
        }

        _log.Stopped();
    }

    private static WebApplication Build(IWarehouse warehouse, ComplaintsHostOptions options)
    {
        // An empty builder: no configuration file, environment variable or argument of the process changes what it does.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            GrpcLimits.Apply(kestrel);
            kestrel.Listen(options.Address, options.GrpcPort, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(options.Address, options.WebPort, listen => listen.Protocols = HttpProtocols.Http1);
        });
        IServiceCollection services = builder.Services;
        services.AddRoutingCore();
        services.AddSingleton(options.Clock);
        if (options.Log is ILoggerFactory log)
        {
            // Neither disposes what is not its own.
            services.AddSingleton<ILoggerFactory>(new QuietLibraries(log));
        }

        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(Limits.StopSeconds));
        services.AddComplaintsGrpc(Protocol.V1.Reporting.Descriptor.FullName, Protocol.V1.EscalationRisk.Descriptor.FullName);
        services.AddSingleton(warehouse);
        services.AddSingleton<WarehouseHealth>();
        services.AddHealthChecks().AddCheck<WarehouseHealth>("warehouse");
        services.AddCors(cors => cors.AddDefaultPolicy(LoopbackDoor.Policy));
        services.AddSingleton(options.Principals);
        services.AddSingleton<QueryGate>();
        services.AddSingleton<IFigures>(new WarehouseFigures(warehouse, options.Catalogue));
        services.AddEscalationRisk(warehouse, options.ModelFolder, options.Clock);
        WebApplication app = builder.Build();
        if (!options.Principals.SignsIn)
        {
            app.UseMiddleware<LoopbackDoor>();
        }

        app.UseRouting();
        if (!options.Principals.SignsIn)
        {
            app.UseCors();
        }

        app.UseComplaintsGrpc();
        app.MapGrpcService<ReportingService>();
        app.MapGrpcService<EscalationRiskService>();
        app.MapComplaintsGrpc();
        return app;
    }

    // Without sign-in whoever reaches the port sees every landlord.
    private static void RequireSafe(ComplaintsHostOptions options)
    {
        if (!options.Principals.SignsIn && !IPAddress.IsLoopback(options.Address))
        {
            throw new UserException(
                $"The service does not listen on {options.Address} without sign-in.",
                where: "address",
                expected: "a loopback address such as 127.0.0.1",
                fix: "leave the address out; sign-in is not there yet");
        }

        foreach (int port in (int[])[options.GrpcPort, options.WebPort])
        {
            if (port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
            {
                throw new UserException(
                    $"{port} is not a port.", where: "port", expected: "0 to 65535; 0 is any free port", fix: "choose another port");
            }
        }

        if (options.GrpcPort != 0 && options.GrpcPort == options.WebPort)
        {
            throw new UserException(
                $"gRPC and gRPC-Web cannot share port {options.GrpcPort}.",
                where: "port",
                expected: "two ports",
                fix: "give gRPC-Web another port, or 0 for any free one");
        }
    }

    private static UserException PortTaken(ComplaintsHostOptions options, Exception error) => new(
        $"The service cannot listen on ports {options.GrpcPort} and {options.WebPort} of {options.Address}.",
        where: "port",
        expected: "ports that no other program uses",
        fix: "stop the other program, or choose other ports; 0 is any free one",
        inner: error);
}
