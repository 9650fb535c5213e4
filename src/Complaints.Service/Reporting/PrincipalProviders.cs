using Complaints.Domain.Access;
using Grpc.Core;

namespace Complaints.Service.Reporting;

/// <summary>Says who calls.</summary>
public interface IPrincipalProvider
{
    /// <summary>Whether callers are told apart; a service without that listens on loopback alone.</summary>
    bool SignsIn { get; }

    /// <summary>The principal of a call; null is nobody, and nobody gets no rows.</summary>
    Principal? Find(ServerCallContext context);
}

/// <summary>Everybody on this machine is the demo principal and sees every landlord: for loopback alone.</summary>
public sealed class DemoPrincipalProvider : IPrincipalProvider
{
    /// <inheritdoc/>
    public bool SignsIn => false;

    /// <inheritdoc/>
    public Principal? Find(ServerCallContext context) => Principal.Demo;
}
