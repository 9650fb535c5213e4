using Complaints.Warehouse.DuckDb.Merging;
using Complaints.Warehouse.Rows;
using Complaints.Warehouse.Rows.Layouts;

namespace Complaints.Warehouse.DuckDb.Rows;

/// <summary>Questions of surveys and their answers, for <c>fact_survey</c>.</summary>
internal sealed class SurveyDescriptor() : FactDescriptor<SurveyRow>(
    new SurveyLayout(),
    new FactTarget
    {
        Table = "fact_survey",
        Key = "survey_key",
        Natural = "survey_reference, question",
        Script = "survey",
        QuarantineTargets = ["survey"],
        RowKeys = ["'survey ' || key_part(incoming.survey_reference) || '/' || key_part(incoming.question)"],
        PartKeys = ["'survey ' || key_part(incoming.survey_reference)", "'survey ' || key_part(incoming.survey_reference) || '/?'"],
        PartDay = "COALESCE(incoming.answered_on, incoming.sent_on)",
    });
