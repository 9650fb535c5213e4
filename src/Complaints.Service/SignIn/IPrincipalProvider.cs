using Complaints.Domain.Access;
using Grpc.Core;

namespace Complaints.Service.SignIn;

/// <summary>Says who calls.</summary>
public interface IPrincipalProvider
{
    /// <summary>Whether callers are told apart; a service without that listens on loopback alone.</summary>
    bool SignsIn { get; }

    /// <summary>The principal of a call; null is nobody, and nobody gets no rows.</summary>
    Principal? Find(ServerCallContext context);
}
