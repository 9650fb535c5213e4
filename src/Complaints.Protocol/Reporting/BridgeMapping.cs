using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Domain.Time;
using Complaints.Measures.Bridging;
using Complaints.Measures.Explaining;
using Complaints.Protocol.Calls;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Protocol.Reporting;

/// <summary>Bridges, both ways.</summary>
internal static class BridgeMapping
{
    internal static Wire.BridgeRequest ToWire(BridgeQuery query)
    {
        var request = new Wire.BridgeRequest
        {
            Stage = (int)query.Stage,
            From = WireText.Of(query.From),
            To = WireText.Of(query.To),
            AsAt = WireText.Of(query.AsAt),
            KnownAtLoad = query.KnownAtLoad ?? 0,
            Withdrawn = WireEnums.Of(query.Withdrawn),
        };
        request.Years.AddRange(query.Years.Select(year => year.ToString()));
        request.Filters.AddRange(query.Filters.Select(QueryMapping.ToWire));
        return request;
    }

    internal static BridgeQuery FromWire(Wire.BridgeRequest request) => new()
    {
        Stage = Enum.IsDefined((Stage)request.Stage)
            ? (Stage)request.Stage
            : throw new UserException($"There is no stage {request.Stage}.", "stage", "1 or 2", "name the stage that the return asks for"),
        Years = [.. request.Years.Select(year => WireText.Read(year, "years", ReportingYear.Parse))],
        From = WireText.Day(request.From, "from"),
        To = WireText.Day(request.To, "to"),
        Filters = [.. request.Filters.Select(QueryMapping.FromWire)],
        AsAt = WireText.Day(request.AsAt, "as_at"),
        KnownAtLoad = request.KnownAtLoad == 0 ? null : request.KnownAtLoad,
        Withdrawn = WireEnums.Withdrawn(request.Withdrawn),
    };

    internal static Wire.BridgeResponse ToWire(Bridge? bridge)
    {
        if (bridge is null)
        {
            return new Wire.BridgeResponse();
        }

        var wire = new Wire.Bridge
        {
            Stage = (int)bridge.Stage,
            From = WireText.Of(bridge.From),
            To = WireText.Of(bridge.To),
            Contacts = bridge.Contacts,
            Stages = bridge.Stages,
            RowsHeldBack = bridge.RowsHeldBack,
            AsAt = WireText.Of(bridge.AsAt),
            KnownAtLoad = bridge.KnownAtLoad,
        };
        wire.Filters.AddRange(bridge.Filters.Select(QueryMapping.ToWire));
        wire.Sources.AddRange(bridge.Sources);
        wire.Steps.AddRange(bridge.Steps.Select(step => new Wire.BridgeStep
        {
            Reason = step.Reason,
            LeavesOut = step.LeavesOut,
            Rule = step.Rule,
            LeftOut = step.LeftOut,
            Remaining = step.Remaining,
        }));
        wire.Stops.AddRange(bridge.Stops.Select(ExplanationMapping.ToWire));
        wire.Notes.AddRange(bridge.Notes);
        return new Wire.BridgeResponse { Bridge = wire };
    }

    internal static Bridge? FromWire(Wire.BridgeResponse response) => response.Bridge is not Wire.Bridge wire
        ? null
        : new Bridge
        {
            Stage = (Stage)wire.Stage,
            From = WireText.Day(wire.From, "from"),
            To = WireText.Day(wire.To, "to"),
            Filters = [.. wire.Filters.Select(QueryMapping.FromWire)],
            Sources = [.. wire.Sources],
            Contacts = wire.Contacts,
            Stages = wire.Stages,
            RowsHeldBack = wire.RowsHeldBack,
            Steps =
            [
                .. wire.Steps.Select(step => new BridgeStep(step.Reason, step.LeavesOut, step.Rule, step.LeftOut, step.Remaining)),
            ],
            Stops = [.. wire.Stops.Select(stop => new FunnelStop(stop.Part, stop.AfterSteps, stop.Count))],
            Notes = [.. wire.Notes],
            AsAt = WireText.Day(wire.AsAt, "as_at"),
            KnownAtLoad = wire.KnownAtLoad,
        };
}
