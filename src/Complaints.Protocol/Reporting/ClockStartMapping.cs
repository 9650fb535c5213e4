using Complaints.Measures.Figures;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Protocol.Reporting;

/// <summary>From what clocks ran, both ways.</summary>
internal static class ClockStartMapping
{
    internal static Wire.MeasureClocks ToWire(MeasureClocks clocks)
    {
        var wire = new Wire.MeasureClocks { Measure = clocks.Measure };
        wire.Starts.AddRange(clocks.Starts.Select(ToWire));
        return wire;
    }

    internal static MeasureClocks FromWire(Wire.MeasureClocks wire) => new(wire.Measure, [.. wire.Starts.Select(FromWire)]);

    internal static Wire.ClockStartCount ToWire(ClockStartCount start)
    {
        var wire = new Wire.ClockStartCount
        {
            Rule = start.Rule,
            Start = start.Start,
            Complaints = start.Complaints,
            FellBack = start.FellBack,
        };
        wire.MissingIn.AddRange(start.MissingIn);
        return wire;
    }

    internal static ClockStartCount FromWire(Wire.ClockStartCount wire) =>
        new(wire.Rule, wire.Start, wire.Complaints, wire.FellBack, [.. wire.MissingIn]);
}
