using System.Globalization;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Training;

namespace Complaints.Escalation.Cards;

/// <summary>
/// A model card in the form of the UK Algorithmic Transparency Recording Standard (version 3.0: tier 1 in a section, tier 2 in five), in
/// Markdown. Figures come from the manifest and the evaluation; what only the landlord can say comes from <see cref="CardDetails"/>, or is
/// marked.
/// </summary>
public static class ModelCard
{
    /// <summary>Writes the card.</summary>
    /// <param name="model">The model.</param>
    /// <param name="details">The landlord's part.</param>
    /// <param name="maySee">Which landlords' figures the reader may see.</param>
    public static string Write(RegisteredModel model, CardDetails details, Func<string, bool> maySee)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(details);
        CardPage page = new();
        page.Heading(1, "Risk of escalation to stage 2: algorithmic transparency record");
        page.Paragraph($"Algorithmic Transparency Recording Standard, form of version 3.0. Model {model.Manifest.Version}, {Status(model.Status)}. Fields marked ⚠ are for the landlord to fill in.");
        Metadata(page, model, details);
        TierOne(page, details);
        Owner(page, details);
        Rationale(page, model);
        Decision(page, model, details);
        CardSpecification.Write(page, model, details, maySee);
        CardRisks.Write(page, model, details);
        return page.ToString();
    }

    private static void Metadata(CardPage page, RegisteredModel model, CardDetails details)
    {
        page.Heading(2, "Metadata");
        page.Field("0.1", "Record id", details.RecordId, "record_id");
        page.Field("0.2", "Standard version", $"3.0");
        page.Field("0.3", "Date published", details.DatePublished, "date_published");
        page.Field("0.4", "Date updated", details.DateUpdated, "date_updated");
        page.Field("0.5", "Model made, judged", $"{model.Manifest.CreatedAt.UtcDateTime:yyyy-MM-dd}; {Judged(model.Evaluation)}");
    }

    private static string Judged(EvaluationRecord? evaluation) => evaluation is null
        ? "not judged yet"
        : string.Create(CultureInfo.InvariantCulture, $"{evaluation.EvaluatedAt.UtcDateTime:yyyy-MM-dd} (evaluation {evaluation.Number})");

    private static void TierOne(CardPage page, CardDetails details)
    {
        page.Heading(2, "Tier 1: overview");
        page.Field("1.1", "Name", $"Risk of escalation to stage 2");
        page.Field(
            "1.2", "Description", $"Social landlords answer complaints in two stages. The tool estimates, for each complaint that is open at stage 1 or was just answered, how likely the resident is to ask for stage 2, and says why in short sentences with the case's own facts. Managers use the list to call residents, keep promises and put things right before that becomes necessary. People decide what to do; the tool decides nothing and informs nobody but staff. It never lowers a case's priority: every complaint keeps the dates of the Complaint Handling Code, whatever its score.");
        page.Field("1.3", "Website", details.Website, "website");
        page.Field("1.4", "Contact email", details.ContactEmail, "contact_email");
    }

    private static void Owner(CardPage page, CardDetails details)
    {
        page.Heading(2, "Tier 2, section 1: owner and responsibility");
        page.Field("2.1.1", "Organisation or department", details.Organisation, "organisation");
        page.Field("2.1.2", "Team", details.Team, "team");
        page.Field("2.1.3", "Senior responsible owner", details.SeniorResponsibleOwner, "senior_responsible_owner");
        page.Field("2.1.4", "External supplier involvement", details.ThirdParties, "third_parties");
        page.Field("2.1.4.1", "External supplier", details.Supplier, "supplier");
        page.Field("2.1.4.2", "Companies House number", details.CompaniesHouseNumber, "companies_house_number");
        page.Field("2.1.4.3", "External supplier role", details.SupplierRole, "supplier_role");
        page.Field("2.1.4.4", "Procurement procedure type", details.ProcurementProcedure, "procurement_procedure");
        page.Field("2.1.4.5", "Data access terms", details.DataAccessTerms, "data_access_terms");
    }

    private static void Rationale(CardPage page, RegisteredModel model)
    {
        page.Heading(2, "Tier 2, section 2: description and rationale");
        page.Field(
            "2.2.1", "Detailed description", $"A statistical model reads {model.Manifest.Features.Length} facts of a complaint as they stood on a day (section 4) and gives the probability of a request for stage 2 within {model.Manifest.HorizonDays} days after the stage 1 response. The probability is taken apart exactly into what each fact added; the three facts that raise it most and the one that lowers it most are shown. For answered cases the time since the answer without a request lowers it by what past delays show.");
        page.Field(
            "2.2.2", "Scope", $"For: choosing whom to call first, finding overdue promises and silent cases, and planning the week. Not for: refusing, delaying, closing or deprioritising a complaint; deciding its outcome, remedy or compensation; judging a resident; judging a member of staff; any decision made without a person.");
        page.Field("2.2.3", "Benefit", $"Fewer residents have to ask twice. {Workload(model.Evaluation?.Evaluation)}");
        page.Field("2.2.4", "Previous process", $"Cases were picked by a rule of thumb: {OneRuleLearner.Rule}. The model is put into use only if it beats that rule on later months.");
        page.Field("2.2.5", "Alternatives considered", $"The base rate, the rule of thumb, and regularised logistic regression stand beside the model in every evaluation (section 4).");
    }

    private static void Decision(CardPage page, RegisteredModel model, CardDetails details)
    {
        page.Heading(2, "Tier 2, section 3: decision-making process");
        page.Field("2.3.1", "Process integration", $"The list is made after each load of complaint data and read by complaint managers. It adds to the handling of complaints and takes nothing from it.");
        page.Field("2.3.2", "Provided information", $"Case reference, landlord, service area, probability, days against the clock of the Complaint Handling Code, and up to four reasons. Every reading, over the service or by the command line, is recorded: who, when, what was asked for and how many cases were given.");
        page.Field("2.3.3", "Frequency and scale of usage", $"{Scale(model.Evaluation?.Evaluation)}");
        page.Field("2.3.4", "Human decisions and review", $"A person decides whether and how to act, and records what was done and what came of it. Nothing happens to a case because of its score alone.");
        page.Field("2.3.5", "Required training", details.RequiredTraining, "required_training");
        page.Field("2.3.6", "Appeals and review", details.Appeals, "appeals");
    }

    private static string Status(ModelStatus status) => status switch
    {
        ModelStatus.Promoted => "in use",
        ModelStatus.Retired => "no longer in use",
        ModelStatus.Refused => "not allowed into use: it was not shown to beat the rule of thumb",
        _ => "not in use yet",
    };

    private static string Workload(EscalationEvaluation? evaluation)
    {
        Workload? half = evaluation?.Workloads.Skip(1).FirstOrDefault();
        return half is null
            ? "How many calls find how many escalations is measured by the evaluation, which was not made yet."
            : string.Create(CultureInfo.InvariantCulture, $"On later months, {half.CallsAWeek:0.0} calls a week would have found {half.Recall:0 %} of the escalations; {half.Precision:0 %} of those called would have escalated.");
    }

    private static string Scale(EscalationEvaluation? evaluation)
    {
        if (evaluation is null)
        {
            return "Weekly or after each load. The number of cases is measured by the evaluation, which was not made yet.";
        }

        int answered = evaluation.Months.Sum(m => m.Answered);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"After each load. In the {evaluation.Months.Length} months judged, {answered:N0} complaints were answered at stage 1, {(double)answered / evaluation.Months.Length:N0} a month.");
    }
}
