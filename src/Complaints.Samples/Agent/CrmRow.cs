using Complaints.Samples.Chance;

namespace Complaints.Samples.Agent;

/// <summary>A row of the case system's extract before it is written; a fault changes its cells.</summary>
internal sealed class CrmRow(AgentCase of, int stage, string?[] cells)
{
    public AgentCase Case { get; } = of;

    public int Stage { get; } = stage;

    public string?[] Cells { get; set; } = cells;

    public string? this[string header]
    {
        get => Cells[CrmExtract.Column(header)];
        set => Cells[CrmExtract.Column(header)] = value;
    }

    public CrmRow Copy() => new(Case, Stage, [.. Cells]);
}
