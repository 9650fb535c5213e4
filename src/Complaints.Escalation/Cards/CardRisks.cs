using Complaints.Escalation.Registry;

namespace Complaints.Escalation.Cards;

/// <summary>Section 5 of tier 2: what could go wrong, and what is done about it.</summary>
internal static class CardRisks
{
    public static void Write(CardPage page, RegisteredModel model, CardDetails details)
    {
        page.Heading(2, "Tier 2, section 5: risks, mitigations and impact assessments");
        page.Field("2.5.1", "Impact assessments", details.ImpactAssessments, "impact_assessments");
        page.Paragraph($"**2.5.2 Risks and mitigations**  ");
        page.Item($"A low score is read as \"can wait\". *Mitigation:* the list shows the riskiest cases only, says so under every list, and no dates or queues of the Complaint Handling Code read the score.");
        page.Item($"The model repeats past handling: an area or contractor with a poor record raises the risk of a case. That is meant, because it asks for attention. *Mitigation:* the reason is shown, so a person sees it is about the record and not the resident.");
        page.Item($"A feature stands in for a protected characteristic (an area, a tenure, a channel). *Mitigation:* no protected characteristic is a feature; figures are given by landlord, area, stock type and tenure in section 4, for the landlord's equality impact assessment. The data hold no protected characteristic to test against, so this risk is not measured here.");
        page.Item($"Acting on the list changes what happens: a case that was called and settled looks like a wrong alarm later. *Mitigation:* drift of the calibration is watched, and people record actions and outcomes as feedback. The two are not joined: nobody should take a falling observed rate for a better model before having read the feedback.");
        page.Item($"The world changes (a new Code, a new contractor, a new system). *Mitigation:* monitoring with alarms; the model can be rolled back, and a new one must beat the rule of thumb again.");
        page.Item($"Too little data. *Mitigation:* fewer than {Domain.Limits.TrainingPositives} escalated cases refuse to train; figures stand with intervals.");
        page.Line();
        page.Paragraph($"**Limitations.** The probability holds for cases like those of {model.Manifest.Fitted.From:yyyy-MM} to {model.Manifest.Calibrated.To:yyyy-MM}. It says how likely a request for stage 2 is, not whether the complaint is justified, how serious it is, or whether a call would help. A resident who does not ask for stage 2 may be as poorly served as one who does.");
    }
}
