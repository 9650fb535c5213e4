using Complaints.Domain.Errors;
using Complaints.Domain.Tests.Storage;
using Complaints.Escalation.Cards;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Registry;
using Complaints.Escalation.Tests.Registry;
using Complaints.Escalation.Training;

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
        Assert.Contains("To be stated by the organisation: `website`", card, StringComparison.Ordinal);
    }

    [Fact]
    public void The_record_has_the_fields_of_the_standard()
    {
        using TestRegistry test = new();
        string card = ModelCard.Write(test.Registry.Find(test.Add().Version), new CardDetails(), _ => true);
        string[] fields =
        [
            "0.1 Record id",
            "0.2 Standard version",
            "1.1 Name",
            "1.4 Contact email",
            "2.1.3 Senior responsible owner",
            "2.1.4.1 External supplier",
            "2.1.4.2 Companies House number",
            "2.1.4.3 External supplier role",
            "2.1.4.4 Procurement procedure type",
            "2.1.4.5 Data access terms",
            "2.2.5 Alternatives considered",
            "2.3.6 Appeals and review",
            "2.4.1.5 System-level input",
            "2.4.1.6 System-level output",
            "2.4.2.8 Datasets",
            "2.4.2.9 Dataset purposes",
            "2.4.3.1 Source data name",
            "2.4.3.4 Source data URL",
            "2.4.3.8 Data collection",
            "2.4.3.9 Data cleaning",
            "2.4.3.10 Data sharing agreements",
            "2.4.3.11 Data access and storage",
            "2.5.1 Impact assessments",
            "2.5.2 Risks and mitigations",
        ];
        Assert.All(fields, field => Assert.Contains($"**{field}**", card, StringComparison.Ordinal));
    }

    [Fact]
    public void A_reader_of_one_landlord_gets_no_figures_that_hold_those_of_others()
    {
        using TestRegistry test = new();
        string version = test.Add().Version;
        SliceFigures[] slices =
        [
            new("landlord", "00BK", 40, 9, 0.25, null, null),
            new("landlord", "4638", 7, 2, 0.25, null, null),
            new("tenure", "GN", 47, 11, 0.25, null, null),
        ];
        test.Registry.Keep(version, TestRegistry.Evaluation(low: 0.05) with { Slices = [.. slices] }, TestRegistry.Snapshot);
        string one = ModelCard.Write(test.Registry.Find(version), new CardDetails(), landlord => landlord == "4638");
        Assert.Contains("| landlord | 4638 |", one, StringComparison.Ordinal);
        Assert.DoesNotContain("00BK", one, StringComparison.Ordinal);
        Assert.DoesNotContain("| tenure |", one, StringComparison.Ordinal);
        Assert.Contains(
            "| tenure | GN |", ModelCard.Write(test.Registry.Find(version), new CardDetails(), _ => true), StringComparison.Ordinal);
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

    [Theory]
    [InlineData("pipe")]
    [InlineData("folder")]
    public async Task What_is_no_file_is_told_and_not_waited_for(string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders");
        using TestRegistry test = new();
        test.Add();
        string file = Path.Combine(test.Registry.Folder, CardDetails.FileName);
        OddFile.Put(file, kind);
        await Assert.ThrowsAsync<UserException>(() => OddFile.WithinAsync(() => Task.FromResult(CardDetails.Read(file))));
    }
}
