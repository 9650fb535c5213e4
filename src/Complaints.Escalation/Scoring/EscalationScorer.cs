using System.Collections.Immutable;
using System.Globalization;
using Complaints.Domain.Errors;
using Complaints.Learning.Explanation;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Learning;
using Complaints.Learning.Table;
using Complaints.Escalation.Training;

namespace Complaints.Escalation.Scoring;

/// <summary>Scores the cases that are open at stage 1 or just answered, with reasons.</summary>
public sealed class EscalationScorer
{
    private readonly PhasedModel _model;
    private readonly LabelRule _rule;
    private readonly WaitingCurve _waiting;
    private readonly Func<CaseHistory, FeatureBuilder> _builder;

    /// <summary>Scores with a trained model.</summary>
    /// <exception cref="UserException">The model was trained on another feature list.</exception>
    public EscalationScorer(TrainedModel trained)
        : this(trained.Model, trained.Rule, trained.Waiting)
    {
    }

    /// <summary>Scores with the parts of a model that was kept.</summary>
    /// <param name="model">The calibrated model.</param>
    /// <param name="rule">What it predicts.</param>
    /// <param name="waiting">How soon after the response escalations come.</param>
    /// <exception cref="UserException">The model was trained on another feature list.</exception>
    public EscalationScorer(PhasedModel model, LabelRule rule, WaitingCurve waiting)
        : this(model, rule, waiting, history => new FeatureBuilder(history, rule))
    {
    }

    internal EscalationScorer(PhasedModel model, LabelRule rule, WaitingCurve waiting, Func<CaseHistory, FeatureBuilder> builder)
    {
        if (model.Schema.Hash != FeatureList.Schema.Hash)
        {
            throw new UserException(
                $"The model was trained on the feature list {model.Schema.Hash[..12]}; this version computes {FeatureList.Schema.Hash[..12]}.",
                expected: "a model trained by this version",
                fix: "train the model again with 'complaints risk train'");
        }

        _model = model;
        _rule = rule;
        _waiting = waiting;
        _builder = builder;
    }

    /// <summary>Scores every case at risk on a day, riskiest first.</summary>
    /// <param name="history">The cases.</param>
    /// <param name="asOf">
    /// The day, not after the newest cut-off. Cases of a source with an earlier one are scored as of it
    /// (<see cref="CaseHistory.ReadAsOf"/>).
    /// </param>
    /// <param name="cancellationToken">Stops between parts.</param>
    /// <exception cref="UserException">The day lies after the data cut-off.</exception>
    public ImmutableArray<RiskScore> Score(CaseHistory history, DateOnly asOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (asOf > history.CutOff)
        {
            throw new UserException(
                string.Create(CultureInfo.InvariantCulture, $"Nothing is known about {asOf:yyyy-MM-dd}: the newest extract ends on {history.CutOff:yyyy-MM-dd}."),
                where: "as-of day",
                expected: "a day not after the extract",
                fix: "load a newer extract, or score as of its day");
        }

        List<(PredictionPoint Point, CaseState State, DateOnly KnownTo)> atRisk = AtRisk(history, asOf);
        if (atRisk.Count == 0)
        {
            return [];
        }

        FeatureBuilder builder = _builder(history);
        FeatureTable table = builder.Build([.. atRisk.Select(r => r.Point)], cancellationToken);
        double[] margins = _model.Margins(table);
        RiskScore[] scores = new RiskScore[atRisk.Count];
        ParallelOptions options = new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, scores.Length, options, row =>
            scores[row] = Explain(
                history.Cases[atRisk[row].Point.Case],
                asOf,
                atRisk[row].KnownTo,
                builder.At(atRisk[row].Point),
                atRisk[row].State,
                _model.Explain(table, row),
                margins[row]));
        return
        [
            .. scores.OrderByDescending(s => s.Probability)
                .ThenBy(s => s.SourceSystem, StringComparer.Ordinal)
                .ThenBy(s => s.CaseReference, StringComparer.Ordinal),
        ];
    }

    // An answered case is read as it stood at the answer, where the model was trained; what waiting since then tells is added apart.
    private List<(PredictionPoint Point, CaseState State, DateOnly KnownTo)> AtRisk(CaseHistory history, DateOnly asOf)
    {
        List<(PredictionPoint, CaseState, DateOnly)> atRisk = [];
        for (int i = 0; i < history.Cases.Length; i++)
        {
            CaseRecord of = history.Cases[i];
            if (history.ReadAsOf(of, asOf) is not DateOnly day)
            {
                continue;
            }

            CaseState state = CaseStates.On(of, day, _rule.HorizonDays);
            if (state == CaseState.Open)
            {
                atRisk.Add((new PredictionPoint(i, day, PointKind.WeekOpen), state, day));
            }
            else if (state == CaseState.Answered)
            {
                atRisk.Add((new PredictionPoint(i, of.AnswerSeenBy(day)!.Value, PointKind.Response), state, day));
            }
        }

        return atRisk;
    }

    private RiskScore Explain(
        CaseRecord of, DateOnly asOf, DateOnly knownTo, CaseMoment moment, CaseState state, FeatureContributions parts, double margin)
    {
        CaseVersion version = of.At(knownTo)!;
        int since = state == CaseState.Answered ? knownTo.DayNumber - version.RespondedOn!.Value.DayNumber : 0;
        double waiting = state == CaseState.Answered ? _waiting.LogOddsAfter(since) : 0;
        ImmutableArray<RiskReason> reasons = ReasonPicker.Of(moment, parts.Contributions, waiting, since);
        return new RiskScore
        {
            SourceSystem = of.SourceSystem,
            CaseReference = of.CaseReference,
            Landlord = version.Landlord ?? "",
            AsOf = asOf,
            KnownTo = knownTo,
            FactsOf = moment.Day,
            State = state,
            Probability = LogOdds.ToProbability(margin + waiting),
            Margin = margin + waiting,
            BaseValue = parts.BaseValue,
            Contributions = parts.Contributions,
            Waiting = waiting,
            ReasonsUp = [.. reasons.Where(r => r.Contribution > 0).Take(ReasonPicker.MostUp)],
            ReasonDown = reasons.LastOrDefault(r => r.Contribution < 0),
        };
    }
}
