using Complaints.Domain.Homes;

namespace Complaints.Warehouse.Rows.Layouts;

/// <summary>Columns of <see cref="SurveyRow"/>.</summary>
internal sealed class SurveyLayout : RowLayout<SurveyRow>
{
    public override string StagingTable => "staging_survey";

    public override void Write<TSink>(SurveyRow row, ref TSink sink)
    {
        sink.Text("survey_reference", row.SurveyReference);
        sink.Member("question", row.Question);
        sink.Member("landlord_code", row.LandlordCode.Value);
        sink.Text("case_reference", row.CaseReference);
        sink.Member("stock_type", row.StockType is StockType type ? StockTypes.Code(type) : null);
        sink.Date("sent_on", row.SentOn);
        sink.Date("answered_on", row.AnsweredOn);
        sink.Member("answer", row.Answer);
        sink.Decimal("score", row.Score, 2);
        sink.Decimal("answers", row.Answers, 4);
    }
}
