using Complaints.Domain.Code;
using Complaints.Etl.Conform.Rules;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Reads one stage of a complaint, checks its dates against each other and reads its clock.</summary>
internal sealed class StageReader(ConformContext context, StageColumns fields)
{
    private readonly CellReader _cells = context.Cells;
    private StageDraft _draft;

    /// <summary>First the day of receipt, on which the landlord and the Code's version depend.</summary>
    internal DateOnly? ReadReceived(RowInHand scope, DateOnly? receivedAlready)
    {
        _draft = new StageDraft { Received = receivedAlready };
        if (_draft.Received is DateOnly day && !context.Calendar.Covers(day))
        {
            scope.Fault(DateFaults.NotCovered(fields.ReceivedOn!, day, context.Calendar.FirstDay, context.Calendar.LastDay));
            _draft.Received = null;
        }

        return _draft.Received;
    }

    /// <returns>The row, or null when its dates allow none; other faults may still be in the scope.</returns>
    internal StageRow? Read(RowInHand scope, string caseReference, Stage stage, StageHome home)
    {
        _draft.Logged = Date(scope, fields.LoggedOn);
        _draft.Acknowledged = Date(scope, fields.AcknowledgedOn);
        _draft.Responded = Date(scope, fields.RespondedOn);
        _draft.Closed = Date(scope, fields.ClosedOn);
        _draft.AgreedOn = Date(scope, fields.ExtensionAgreedOn);
        _draft.ExtensionTo = Covered(scope, fields.ExtensionTo, _cells.Date(scope, fields.ExtensionTo));
        CheckOrder(scope);
        CheckFuture(scope);

        string? outcome = _cells.Code(scope, fields.Outcome);
        string? stated = _cells.Code(scope, fields.Status);
        StageStatus status = Status(stated ?? outcome);
        CheckStatus(scope, stated, outcome);
        string? extensionReason = _cells.Text(scope, fields.ExtensionReason);
        bool? ombudsman = _cells.Flag(scope, fields.OmbudsmanDetails);
        string? serviceArea = _cells.Text(scope, fields.ServiceArea);
        string? category = _cells.Text(scope, fields.Category);
        string? subcategory = _cells.Text(scope, fields.Subcategory);
        string? theme = _cells.Text(scope, fields.Theme);
        string? channel = _cells.Text(scope, fields.Channel);
        string? contractor = _cells.Text(scope, fields.Contractor);
        string? handler = _cells.Text(scope, fields.Handler);
        string? refusal = _cells.Text(scope, fields.RefusalReason);
        string? escalation = _cells.Text(scope, fields.EscalationReason);
        int? points = _cells.Whole(scope, fields.PointsRaised);
        bool? avoidable = _cells.Flag(scope, fields.Avoidable);
        if (!scope.IsSound || _draft.Received is not DateOnly received || home.Assignment is not Assignment assignment)
        {
            return null;
        }

        var dates = new StageDates(
            stage,
            received,
            _draft.Logged,
            _draft.Acknowledged,
            _draft.Responded,
            _draft.AgreedOn is null && _draft.ExtensionTo is null && extensionReason is null && ombudsman is null
                ? null
                : new Extension(_draft.AgreedOn, _draft.ExtensionTo, extensionReason, ombudsman));
        CodeRule rule = CodeRules.For(received);
        if (Clock(scope, dates, rule) is not ClockReading clock)
        {
            return null;
        }

        return new StageRow
        {
            SourceRow = scope.Row.Line,
            CaseReference = caseReference,
            Stage = stage,
            LandlordCode = assignment.Landlord,
            StockType = home.StockType,
            TenureCode = home.TenureCode,
            PropertyId = assignment.PropertyId,
            ResidentPseudonym = home.Resident,
            ServiceArea = serviceArea,
            Category = category,
            Subcategory = subcategory,
            Theme = theme,
            Channel = channel,
            Outcome = outcome,
            Contractor = contractor,
            Handler = handler,
            RefusalReason = refusal,
            EscalationReason = escalation,
            CodeRuleId = rule.Id,
            Status = status,
            ReceivedOn = received,
            LoggedOn = _draft.Logged,
            AcknowledgedOn = _draft.Acknowledged,
            RespondedOn = _draft.Responded,
            ClosedOn = _draft.Closed,
            ExtensionAgreedOn = _draft.AgreedOn,
            ExtensionTo = _draft.ExtensionTo,
            ExtensionReason = extensionReason,
            OmbudsmanDetailsGiven = ombudsman,
            ClockStartedOn = clock.ClockStartedOn,
            AcknowledgeDueOn = clock.AcknowledgeDue,
            StandardDueOn = clock.StandardDue,
            ExtendedDueOn = clock.ExtendedDue,
            ExtensionFaults = clock.ExtensionFault,
            WorkingDaysToRespond = _draft.Responded is null ? null : clock.WorkingDaysTaken,
            InTimeBasis = clock.Basis,
            PointsRaised = points,
            Avoidable = avoidable,
            Assignment = assignment.How,
            Unknown = assignment.Unknown,
        };
    }

    private ClockReading? Clock(RowInHand scope, StageDates dates, CodeRule rule)
    {
        try
        {
            return StageClock.Read(dates, rule, context.Calendar, context.ExtractDate);
        }
        catch (Complaints.Domain.Errors.UserException e)
        {
            // A due date beyond the calendar's last day.
            scope.Fault(
                RuleCatalogue.BadDate,
                fields.ReceivedOn?.Column,
                e.What,
                e.Expected ?? "dates within the working calendar",
                e.Fix ?? "correct the dates");
            return null;
        }
    }

    private DateOnly? Date(RowInHand scope, BoundField? field) => Covered(scope, field, _cells.Date(scope, field));

    private DateOnly? Covered(RowInHand scope, BoundField? field, DateOnly? day)
    {
        if (day is not DateOnly date || context.Calendar.Covers(date))
        {
            return day;
        }

        scope.Fault(DateFaults.NotCovered(field!, date, context.Calendar.FirstDay, context.Calendar.LastDay));
        return null;
    }

    private void CheckOrder(RowInHand scope)
    {
        Before(scope, fields.LoggedOn, _draft.Logged);
        Before(scope, fields.AcknowledgedOn, _draft.Acknowledged);
        Before(scope, fields.RespondedOn, _draft.Responded);
        Before(scope, fields.ClosedOn, _draft.Closed);
    }

    private void CheckFuture(RowInHand scope)
    {
        NotInFuture(scope, fields.ReceivedOn, _draft.Received);
        NotInFuture(scope, fields.LoggedOn, _draft.Logged);
        NotInFuture(scope, fields.AcknowledgedOn, _draft.Acknowledged);
        NotInFuture(scope, fields.RespondedOn, _draft.Responded);
        NotInFuture(scope, fields.ClosedOn, _draft.Closed);
        NotInFuture(scope, fields.ExtensionAgreedOn, _draft.AgreedOn);
    }

    private void Before(RowInHand scope, BoundField? field, DateOnly? day) => DayOrder.NotBefore(scope, field, day, _draft.Received);

    private void NotInFuture(RowInHand scope, BoundField? field, DateOnly? day) =>
        DayOrder.NotAfter(scope, field, day, context.ExtractDate);

    // A complaint that was dealt with in another way can have been withdrawn or refused as a complaint; one that was decided cannot.
    private void CheckStatus(RowInHand scope, string? status, string? outcome)
    {
        if (status is null || outcome is null or "resolved_otherwise" || Status(status) == Status(outcome))
        {
            return;
        }

        scope.Fault(
            RuleCatalogue.StatusAgainstOutcome,
            fields.Status?.Column,
            $"{status} with the outcome {outcome}",
            Status(outcome) == StageStatus.Accepted
                ? "the status accepted, or no outcome of a decision"
                : $"the status {outcome}, or another outcome",
            $"correct '{fields.Status?.Column}' or '{fields.Outcome?.Column}' at its source; where the status says nothing about this, leave it out of the mapping: the outcome then decides");
    }

    private static StageStatus Status(string? code) => code switch
    {
        "refused" => StageStatus.Refused,
        "withdrawn" => StageStatus.Withdrawn,
        _ => StageStatus.Accepted,
    };

    private struct StageDraft
    {
        internal DateOnly? Received;
        internal DateOnly? Logged;
        internal DateOnly? Acknowledged;
        internal DateOnly? Responded;
        internal DateOnly? Closed;
        internal DateOnly? AgreedOn;
        internal DateOnly? ExtensionTo;
    }
}
