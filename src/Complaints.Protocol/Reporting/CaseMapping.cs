using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Domain.Time;
using Complaints.Measures.Cases;
using Complaints.Measures.Queries;
using Complaints.Protocol.Calls;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Protocol.Reporting;

/// <summary>Lists of cases, both ways.</summary>
internal static class CaseMapping
{
    internal static Wire.ListCasesRequest ToWire(CaseListQuery query)
    {
        Wire.QueryRequest figure = QueryMapping.ToWire(query.Figure);
        var request = new Wire.ListCasesRequest
        {
            Measure = query.Figure.Measures[0],
            Part = WireEnums.Of(query.Part),
            From = figure.From,
            To = figure.To,
            AsAt = figure.AsAt,
            KnownAtLoad = figure.KnownAtLoad,
            Withdrawn = figure.Withdrawn,
            Extensions = figure.Extensions,
            State = WireEnums.Of(query.State),
            Limit = query.Limit ?? 0,
        };
        request.Years.AddRange(figure.Years);
        request.Filters.AddRange(figure.Filters);
        if (query.DueWithin is WorkingDays within)
        {
            request.DueWithin = within.Count;
        }

        return request;
    }

    internal static CaseListQuery FromWire(Wire.ListCasesRequest request)
    {
        var figure = new Wire.QueryRequest
        {
            From = request.From,
            To = request.To,
            AsAt = request.AsAt,
            KnownAtLoad = request.KnownAtLoad,
            Withdrawn = request.Withdrawn,
            Extensions = request.Extensions,
        };
        figure.Measures.Add(request.Measure.Length == 0 ? CaseListQuery.EveryCase : request.Measure);
        figure.Years.AddRange(request.Years);
        figure.Filters.AddRange(request.Filters);
        return new CaseListQuery
        {
            Figure = QueryMapping.FromWire(figure),
            Part = WireEnums.Part(request.Part),
            State = WireEnums.State(request.State),
            DueWithin = request.HasDueWithin ? Within(request.DueWithin) : null,
            Limit = request.Limit == 0 ? null : request.Limit,
        };
    }

    internal static Wire.ListCasesResponse ToWire(CaseListPart part)
    {
        var response = new Wire.ListCasesResponse
        {
            Figure = part.Figure is null ? null : TableMapping.ToWire(part.Figure),
            End = part.End is null ? null : new Wire.CaseListEnd { Listed = part.End.Listed, Truncated = part.End.Truncated },
        };
        response.Cases.AddRange(part.Cases.Select(ToWire));
        return response;
    }

    internal static CaseListPart FromWire(Wire.ListCasesResponse response) => new(
        response.Figure is null ? null : TableMapping.FromWire(response.Figure),
        [.. response.Cases.Select(FromWire)],
        response.End is null ? null : new CaseListEnd(response.End.Listed, response.End.Truncated));

    private static WorkingDays Within(int days) => days >= 0 ? new WorkingDays(days) : throw new UserException(
        $"Due within {days} working days is no span.", "due_within", "0 or more", "leave it out for any due day");

    internal static Wire.Case ToWire(CaseEntry entry)
    {
        var wire = new Wire.Case
        {
            Landlord = entry.Landlord,
            SourceSystem = entry.SourceSystem,
            CaseReference = entry.CaseReference,
            Stage = (int)entry.Stage,
            StockType = entry.StockType,
            Status = entry.Status,
            ExcludedFor = entry.ExcludedFor ?? "",
            ServiceArea = entry.Subject.ServiceArea,
            Category = entry.Subject.Category,
            Subcategory = entry.Subject.Subcategory,
            Contractor = entry.Subject.Contractor,
            Handler = entry.Subject.Handler,
            ReceivedOn = WireText.Of(entry.Days.Received),
            AcknowledgedOn = WireText.Of(entry.Days.Acknowledged),
            RespondedOn = WireText.Of(entry.Days.Responded),
            Outcome = entry.Outcome ?? "",
            LastContactOn = WireText.Of(entry.Handling.LastContact),
            NextContactOn = WireText.Of(entry.Handling.NextContact),
            PromisesOpen = entry.Handling.PromisesOpen,
            PromisesOverdue = entry.Handling.PromisesOverdue,
        };
        if (entry.Clock is CaseDeadline clock)
        {
            wire.CodeVersion = clock.RuleId;
            wire.ClockStartedOn = WireText.Of(clock.StartedOn);
            wire.DueOn = WireText.Of(clock.DueOn);
            wire.ExtendedTo = WireText.Of(clock.ExtendedTo);
            wire.Basis = WireEnums.Of(clock.Basis);
            wire.Why = clock.Why;
            if (clock.WorkingDaysLeft is int left)
            {
                wire.WorkingDaysLeft = left;
            }
        }

        return wire;
    }

    internal static CaseEntry FromWire(Wire.Case wire) => new()
    {
        Landlord = wire.Landlord,
        SourceSystem = wire.SourceSystem,
        CaseReference = wire.CaseReference,
        Stage = (Stage)wire.Stage,
        StockType = wire.StockType,
        Status = wire.Status,
        ExcludedFor = WireText.Optional(wire.ExcludedFor),
        Subject = new CaseSubject(wire.ServiceArea, wire.Category, wire.Subcategory, wire.Contractor, wire.Handler),
        Days = new CaseDays(
            Day(wire.ReceivedOn),
            WireText.Day(wire.AcknowledgedOn, "acknowledged_on"),
            WireText.Day(wire.RespondedOn, "responded_on")),
        Clock = wire.Basis == Wire.InTimeBasis.Unspecified
            ? null
            : new CaseDeadline(
                wire.CodeVersion,
                Day(wire.ClockStartedOn),
                Day(wire.DueOn),
                WireText.Day(wire.ExtendedTo, "extended_to"),
                WireEnums.Basis(wire.Basis),
                wire.HasWorkingDaysLeft ? wire.WorkingDaysLeft : null,
                wire.Why),
        Outcome = WireText.Optional(wire.Outcome),
        Handling = new CaseContacts(
            WireText.Day(wire.LastContactOn, "last_contact_on"),
            WireText.Day(wire.NextContactOn, "next_contact_on"),
            wire.PromisesOpen,
            wire.PromisesOverdue),
    };

    private static DateOnly Day(string text) => WireText.Day(text, "case") ?? throw new InvalidDataException("A case without its day.");
}
