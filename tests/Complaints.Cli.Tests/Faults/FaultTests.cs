using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Faults;

/// <summary>The tests of what goes wrong around a command, over one warehouse that they leave as it is.</summary>
[CollectionDefinition]
public sealed class FaultTests : ICollectionFixture<AgentWarehouse>;
