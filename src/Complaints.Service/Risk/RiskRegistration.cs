using Complaints.Escalation.Registry;
using Complaints.Escalation.Serving;
using Complaints.Service.Admission;
using Complaints.Warehouse;
using Microsoft.Extensions.DependencyInjection;

namespace Complaints.Service.Risk;

/// <summary>Puts the risk service into a host.</summary>
internal static class RiskRegistration
{
    /// <summary>Registers what the service needs.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="warehouse">The warehouse, which the host does not own.</param>
    /// <param name="modelFolder">Where its models are; null serves none.</param>
    /// <param name="clock">The clock.</param>
    public static IServiceCollection AddEscalationRisk(
        this IServiceCollection services,
        IWarehouse warehouse,
        string? modelFolder,
        TimeProvider clock)
    {
        RiskDeskOptions options = new("service") { BeforeWaiting = QueryGate.GiveBack };
        return services.AddSingleton<IRiskDesk>(_ => new RiskDesk(warehouse, Registry(modelFolder, clock), clock, options));
    }

    private static ModelRegistry? Registry(string? folder, TimeProvider clock) => folder is null ? null : new ModelRegistry(folder, clock);
}
