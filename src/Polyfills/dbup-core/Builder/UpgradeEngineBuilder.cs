using DbUp.Engine;

namespace DbUp.Builder;

/// <summary>Collects what an upgrade is to be, in the order it was said, and builds it.</summary>
public class UpgradeEngineBuilder
{
    protected readonly List<Action<UpgradeConfiguration>> callbacks = [];

    public virtual void Configure(Action<UpgradeConfiguration> configuration) => callbacks.Add(configuration);

    public virtual UpgradeConfiguration BuildConfiguration()
    {
        var configuration = new UpgradeConfiguration();
        callbacks.ForEach(callback => callback(configuration));
        configuration.Validate();
        return configuration;
    }

    public virtual UpgradeEngine Build() => new(BuildConfiguration());
}
