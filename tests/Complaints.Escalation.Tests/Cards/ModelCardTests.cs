using Complaints.Domain.Errors;
using Complaints.Escalation.Cards;
using Complaints.Escalation.Features;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Tests.Registry;

namespace Complaints.Escalation.Tests.Cards;

public sealed class ModelCardTests
{
    [Fact]
    public void A_card_lists_every_feature_and_says_what_the_tool_is_not_for()
    {
        using TestRegistry test = new();
        string card = ModelCard.Write(test.Registry.Find(test.Add().Version), new CardDetails(), _ => true);
        Assert.All(FeatureList.All, feature => Assert.Contains($"| `{feature.Name}` |", card, StringComparison.Ordinal));
        Assert.Contains("Not for: refusing, delaying, closing or deprioritising a complaint", card, StringComparison.Ordinal);
        Assert.Contains("No protected characteristic of the Equality Act 2010 is a feature", card, StringComparison.Ordinal);
        Assert.Contains("Not evaluated yet", card, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", card, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_landlord_fills_in_replaces_the_mark()
    {
        using TestRegistry test = new();
        RegisteredModel model = test.Registry.Find(test.Add().Version);
        string file = Path.Combine(test.Registry.Folder, CardDetails.FileName);
        File.WriteAllText(file, """{ "contact_email": "complaints@example.org", "appeals": "Write to us." }""");
        string card = ModelCard.Write(model, CardDetails.Read(file), _ => true);
        Assert.Contains("complaints@example.org", card, StringComparison.Ordinal);
        Assert.DoesNotContain("`contact_email`", card, StringComparison.Ordinal);
        Assert.Contains("Not filled in by the landlord: `website`", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "contact_mail": "x" }""")]
    [InlineData("[]")]
    [InlineData("{")]
    public void A_file_with_another_name_or_form_is_refused(string text)
    {
        using TestRegistry test = new();
        test.Add();
        string file = Path.Combine(test.Registry.Folder, CardDetails.FileName);
        File.WriteAllText(file, text);
        Assert.Equal(file, Assert.Throws<UserException>(() => CardDetails.Read(file)).Where);
    }
}
