using Complaints.Domain;
using Complaints.Domain.Homes;
using Complaints.Etl.Conform.Rules;
using Complaints.Warehouse.Rows;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Surveys that were sent, answered or not, and published counts of answers.</summary>
internal sealed class SurveyConformer(ConformContext context) : RowConformer<SurveyRow>(context)
{
    protected override ILandlordAssigner Assigner => Context.Assigner;

    internal override void Read(RowInHand scope, List<SurveyRow> into)
    {
        BoundField? referenceField = Binding.Field("survey_reference");
        string reference = RequiredReference(scope, referenceField);
        string keptAs = CheckSimilar(scope, referenceField, reference);
        BoundField? questionField = Binding.Field("question");
        string question = RequiredText(scope, questionField);
        Key = KeyOf(keptAs, CheckSimilarPart(scope, questionField, reference, question));
        (DateOnly? sent, DateOnly? answered) = Days(scope);
        EventDate = answered ?? sent;
        string? answer = Cells.Code(scope, Binding.Field("answer"));
        decimal? score = Score(scope);
        decimal? answers = Answers(scope, score);
        if (answered is null && (answer is not null || score is not null))
        {
            scope.Fault(
                RuleCatalogue.NoDay,
                (Binding.Field("answered_on") ?? Binding.Field(answer is null ? "score" : "answer"))?.Column,
                null,
                "the day it was answered, beside an answer or a score",
                "fill it in at its source; an answer without a day is of no period");
        }

        Assignment? owner = Assigner.Assign(scope, sent ?? answered);
        string? type = Cells.Code(scope, Binding.Field("stock_type"));
        string? caseReference = OptionalReference(scope, Binding.Field("case_reference"));
        if (scope.IsSound)
        {
            into.Add(new SurveyRow
            {
                SourceRow = scope.Row.Line,
                SurveyReference = reference,
                Question = question,
                LandlordCode = owner!.Landlord,
                CaseReference = caseReference,
                StockType = type is null ? null : StockTypes.Parse(type),
                SentOn = sent,
                AnsweredOn = answered,
                Answer = answer,
                Score = score,
                Answers = answers,
            });
        }
    }

    private (DateOnly? Sent, DateOnly? Answered) Days(RowInHand scope)
    {
        int before = scope.Faults.Count;
        BoundField? sentField = Binding.Field("sent_on");
        BoundField? answeredField = Binding.Field("answered_on");
        DateOnly? sent = Cells.Date(scope, sentField);
        DateOnly? answered = Cells.Date(scope, answeredField);
        if (sent is null && answered is null && scope.Faults.Count == before)
        {
            scope.Fault(
                RuleCatalogue.NoDay,
                (sentField ?? answeredField)?.Column,
                null,
                "the day it was sent or the day it was answered",
                "fill one of them in at its source; a survey without a day is of no period, and no figure would have it");
        }

        DayOrder.NotAfter(scope, sentField, sent, Context.ExtractDate);
        DayOrder.NotAfter(scope, answeredField, answered, Context.ExtractDate);
        DayOrder.NotBefore(scope, answeredField, answered, sent, "the day it was sent");
        return (sent, answered);
    }

    private decimal? Score(RowInHand scope)
    {
        BoundField? field = Binding.Field("score");
        decimal? score = Cells.Number(scope, field);
        if (score is < 0 or > Limits.SurveyScore || (score is decimal given && decimal.Round(given, 2) != given))
        {
            scope.Fault(
                RuleCatalogue.BadNumber,
                field!.Column,
                field.Raw(scope.Row.Cells),
                FormattableString.Invariant($"a score from 0 to {Limits.SurveyScore}, of at most two decimals"),
                "correct it at its source, or map another column");
        }

        return score;
    }

    // A mapping without the field is of people, each with one answer.
    private decimal? Answers(RowInHand scope, decimal? score)
    {
        BoundField? field = Binding.Field("answers");
        int before = scope.Faults.Count;
        decimal? answers = Cells.Number(scope, field);
        if (scope.Faults.Count == before && field is not null && answers is null or < 0)
        {
            scope.Fault(
                RuleCatalogue.BadNumber,
                field.Column,
                field.Raw(scope.Row.Cells),
                "how many answers the row is a count of, 0 or more; weighted surveys give fractions",
                "fill it in at its source, or leave the field out of the mapping where each row is one person's");
        }
        else if (score is not null && answers is not null)
        {
            scope.Fault(
                RuleCatalogue.BadNumber,
                field!.Column,
                field.Raw(scope.Row.Cells),
                "no score beside a count of answers: a mean is of people's scores, each counted once",
                "load counts of answers and scores of people by mappings of their own");
        }

        return answers;
    }
}
