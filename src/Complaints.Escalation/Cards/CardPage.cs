using System.Globalization;
using System.Text;
using Complaints.Escalation.Registry;

namespace Complaints.Escalation.Cards;

/// <summary>A page of Markdown, written from top to bottom.</summary>
internal sealed class CardPage
{
    private readonly StringBuilder _text = new();

    public void Heading(int level, string text)
    {
        if (_text.Length > 1 && _text[^2] != '\n')
        {
            _text.Append('\n');
        }

        _text.Append('#', level).Append(' ').Append(text).Append("\n\n");
    }

    public void Paragraph(FormattableString text) => _text.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>A numbered field of the record.</summary>
    public void Field(string number, string name, FormattableString text) =>
        _text.Append("**")
            .Append(number)
            .Append(' ')
            .Append(name)
            .Append("**  \n")
            .Append(text.ToString(CultureInfo.InvariantCulture))
            .Append("\n\n");

    /// <summary>A field that only the landlord can fill.</summary>
    public void Field(string number, string name, string? filled, string key) => Field(
        number, name, filled is null ? (FormattableString)$"⚠ *To be stated by the organisation: `{key}` in `{CardDetails.FileName}`.*" : $"{filled}");

    public void Item(FormattableString text) => _text.Append("- ").Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    public void Row(params ReadOnlySpan<string> cells)
    {
        foreach (string cell in cells)
        {
            _text.Append("| ").Append(cell.Replace("|", "\\|", StringComparison.Ordinal)).Append(' ');
        }

        _text.Append("|\n");
    }

    public void Rule(int columns)
    {
        for (int i = 0; i < columns; i++)
        {
            _text.Append("|---");
        }

        _text.Append("|\n");
    }

    public void Line() => _text.Append('\n');

    public override string ToString() => _text.ToString();
}

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
