using System.Data.Common;
using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Domain.Time;
using Complaints.Measures.Catalogue;
using Complaints.Measures.Figures;

namespace Complaints.Measures.Cases;

/// <summary>Makes a case of the current row of a reader, as at a day.</summary>
internal sealed class CaseReader(DbDataReader row, DateOnly asAt, ExtensionPolicy extensions)
{
    private static readonly WorkingCalendar s_calendar = WorkingCalendar.EnglandAndWales;

    private readonly ClockPolicy _policy = new() { StrictExtensions = extensions == ExtensionPolicy.Strict };

    internal CaseEntry Read()
    {
        var stage = (Stage)Int(CaseColumn.Stage);
        DateOnly? responded = Known(CaseColumn.Responded);
        return new CaseEntry
        {
            Landlord = Text(CaseColumn.Landlord),
            SourceSystem = Text(CaseColumn.SourceSystem),
            CaseReference = Text(CaseColumn.CaseReference),
            Stage = stage,
            StockType = Text(CaseColumn.StockType),
            Status = Text(CaseColumn.Status),
            ExcludedFor = TextOrNull(CaseColumn.ExcludedFor),
            Subject = new CaseSubject(
                Text(CaseColumn.ServiceArea),
                Text(CaseColumn.Category),
                Text(CaseColumn.Subcategory),
                Text(CaseColumn.Contractor),
                Text(CaseColumn.Handler)),
            Days = new CaseDays(Date(CaseColumn.Received)!.Value, Known(CaseColumn.Acknowledged), responded),
            Clock = Clock(stage),
            Outcome = responded is null || TextOrNull(CaseColumn.Outcome) is not { Length: > 0 } outcome ? null : outcome,
            Handling = new CaseContacts(
                Date(CaseColumn.LastContact),
                Date(CaseColumn.NextContact),
                Int(CaseColumn.PromisesOpen),
                Int(CaseColumn.PromisesOverdue)),
        };
    }

    private CaseDeadline? Clock(Stage stage)
    {
        var extension = new Extension(
            Date(CaseColumn.ExtensionAgreedOn),
            Date(CaseColumn.ExtensionTo),
            TextOrNull(CaseColumn.ExtensionReason),
            row.IsDBNull((int)CaseColumn.OmbudsmanDetailsGiven) ? null : row.GetBoolean((int)CaseColumn.OmbudsmanDetailsGiven));
        var dates = new StageDates(
            stage,
            Date(CaseColumn.Received)!.Value,
            Date(CaseColumn.Logged),
            Date(CaseColumn.Acknowledged),
            Date(CaseColumn.Responded),
            extension.IsEmpty ? null : extension);
        try
        {
            CodeRule rule = CodeRules.ById(Text(CaseColumn.RuleId));
            CaseTimes times = Answered(dates) ?? CaseTimes.Of(StageClock.Read(dates, rule, s_calendar, asAt, _policy));
            return new CaseDeadline(
                rule.Id,
                times.StartedOn,
                times.Due,
                times.ExtendedDue,
                times.Basis,
                times.Basis == InTimeBasis.Open ? s_calendar.WorkingDayNumber(times.Due) - s_calendar.WorkingDayNumber(asAt) : null,
                LateWords.Of(dates, rule.Of(stage), times, asAt, s_calendar));
        }
        catch (UserException)
        {
            // Days beyond the calendar: the case is listed, without a clock.
            return null;
        }
    }

    // Once the answer is out the clock stands still: what is stored is what the figure counted by.
    private CaseTimes? Answered(StageDates dates)
    {
        if (Known(CaseColumn.Responded) is not DateOnly responded || Date(CaseColumn.StandardDueOn) is not DateOnly standard)
        {
            return null;
        }

        DateOnly? extended = Date(CaseColumn.ExtendedDueOn);
        return new CaseTimes(
            Date(CaseColumn.ClockStartedOn) ?? dates.Received,
            standard,
            extended,
            responded <= standard ? InTimeBasis.Standard : responded <= extended ? InTimeBasis.Extension : InTimeBasis.Late,
            (ExtensionFault)Int(CaseColumn.ExtensionFaults));
    }

    private DateOnly? Known(CaseColumn column) => Date(column) is DateOnly day && day <= asAt ? day : null;

    private DateOnly? Date(CaseColumn column) => row.IsDBNull((int)column) ? null : row.GetFieldValue<DateOnly>((int)column);

    private int Int(CaseColumn column) => FieldReader.Int(row, (int)column);

    private string Text(CaseColumn column) => row.GetString((int)column);

    private string? TextOrNull(CaseColumn column) => row.IsDBNull((int)column) ? null : row.GetString((int)column);
}
