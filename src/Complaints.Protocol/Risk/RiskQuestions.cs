using Complaints.Escalation.Cases;
using Complaints.Domain.Errors;
using Complaints.Escalation.Serving;
using Complaints.Protocol.Calls;
using Wire = Complaints.Protocol.V1;

namespace Complaints.Protocol.Risk;

/// <summary>
/// Questions about risk, both ways: what the client asks is what the service is asked. A number that is not known is refused, never
/// guessed.
/// </summary>
internal static class RiskQuestions
{
    private const int DefaultTop = 20;

    internal static Wire.ListRiskRequest ToWire(RiskListQuery query) => new()
    {
        AsOf = WireText.Of(query.AsOf),
        Landlord = query.Landlord ?? "",
        ServiceArea = query.ServiceArea ?? "",
        Category = query.Category ?? "",
        State = query.State switch
        {
            CaseState.Open => Wire.RiskState.Open,
            CaseState.Answered => Wire.RiskState.Answered,
            _ => Wire.RiskState.Unspecified,
        },
        LeastProbability = query.LeastProbability,
        Top = query.Top,
    };

    internal static RiskListQuery FromWire(Wire.ListRiskRequest request) => new()
    {
        AsOf = WireText.Day(request.AsOf, "as_of"),
        Landlord = WireText.Optional(request.Landlord),
        ServiceArea = WireText.Optional(request.ServiceArea),
        Category = WireText.Optional(request.Category),
        State = request.State switch
        {
            Wire.RiskState.Unspecified => null,
            Wire.RiskState.Open => CaseState.Open,
            Wire.RiskState.Answered => CaseState.Answered,
            _ => throw Unknown("state", (int)request.State),
        },
        LeastProbability = request.LeastProbability,
        Top = request.Top == 0 ? DefaultTop : request.Top,
    };

    internal static Wire.ExplainRiskRequest ToWire(CaseQuery query) => new()
    {
        CaseReference = query.CaseReference,
        SourceSystem = query.SourceSystem ?? "",
        AsOf = WireText.Of(query.AsOf),
    };

    internal static CaseQuery FromWire(Wire.ExplainRiskRequest request) =>
        new(request.CaseReference, WireText.Optional(request.SourceSystem), WireText.Day(request.AsOf, "as_of"));

    internal static Wire.RecordFeedbackRequest ToWire(NewFeedback given) => new()
    {
        CaseReference = given.CaseReference,
        SourceSystem = given.SourceSystem ?? "",
        AsOf = WireText.Of(given.AsOf),
        Action = (Wire.FeedbackAction)(int)given.Action,
        Outcome = (Wire.FeedbackOutcome)(int)given.Outcome,
        Note = given.Note,
    };

    internal static NewFeedback FromWire(Wire.RecordFeedbackRequest request) => new()
    {
        CaseReference = request.CaseReference,
        SourceSystem = WireText.Optional(request.SourceSystem),
        AsOf = WireText.Day(request.AsOf, "as_of"),
        Action = Action(request.Action),
        Outcome = Outcome(request.Outcome),
        Note = request.Note,
    };

    internal static Wire.ListFeedbackRequest ToWire(FeedbackQuery query) =>
        new() { CaseReference = query.CaseReference ?? "", SourceSystem = query.SourceSystem ?? "", Top = query.Top };

    internal static FeedbackQuery FromWire(Wire.ListFeedbackRequest request) => new()
    {
        CaseReference = WireText.Optional(request.CaseReference),
        SourceSystem = WireText.Optional(request.SourceSystem),
        Top = request.Top == 0 ? DefaultTop : request.Top,
    };

    /// <summary>The action of a request or record.</summary>
    /// <exception cref="UserException">None was given, or one that is not known here.</exception>
    internal static FeedbackAction Action(Wire.FeedbackAction action) => Enum.IsDefined((FeedbackAction)(int)action)
        ? (FeedbackAction)(int)action
        : throw Unknown("action", (int)action);

    /// <summary>The outcome of a request or record.</summary>
    /// <exception cref="UserException">One that is not known here.</exception>
    internal static FeedbackOutcome Outcome(Wire.FeedbackOutcome outcome) => Enum.IsDefined((FeedbackOutcome)(int)outcome)
        ? (FeedbackOutcome)(int)outcome
        : throw Unknown("outcome", (int)outcome);

    private static UserException Unknown(string field, int number) => new(
        $"{number} is not a value of '{field}' that can be recorded.",
        where: field,
        expected: "a value of the contract complaints.v1 other than unspecified",
        fix: "say what was done");
}
