using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Escalation.Labels;
using Complaints.Learning.Table;

namespace Complaints.Escalation.Tests.Features;

/// <summary>
/// A feature that comes to mean something else under its old name must refuse the models trained on the former meaning. The hash of the
/// feature list once covered name, kind and direction only, so that such a model scored on in silence.
/// </summary>
public sealed class FeatureVersionTests
{
    // What each feature computes for the same made-up cases, with its version. Where a definition changes, raise the version in the
    // feature's own list and write the new line here; where only the made-up cases change, write the new lines and leave the versions.
    private const string Known = """
        category 1 a36dbc2895a0
        service_area 1 4262d3e66cbd
        channel 1 fc6309d389d1
        stock_type 1 851dc8562ac0
        tenure 1 8007b5560fe1
        points_raised 1 71ca3b700988
        is_answered 1 08cda9e05e3d
        outcome 1 0d0ed5c8c6dc
        days_open 1 008b51c9fcae
        days_left 1 f6d6b1b95130
        days_over_standard 1 647266dc7059
        days_overdue 1 d46bf1b4dfbe
        is_extended 1 a0ca1a90afd8
        acknowledged_late 1 7cf68cae8356
        is_acknowledged 1 e2dbe152520f
        promises_missed 1 be781a0965af
        promises_overdue 1 e2a90169c4fb
        promise_days_overdue 1 0148bece8cc0
        promises_open 1 a5a8582e0163
        promises_kept 1 5348ef476958
        remedies_done 1 eeb9b4d8af8e
        days_since_contact 1 2e017a52dcfb
        agreed_interval 1 224cc328f2b1
        contact_overdue 1 5fdcf1884899
        longest_silence 1 ab9c687a950a
        household_complaints 1 301aaafebe62
        household_escalations 1 5c2630f65fed
        home_complaints 1 24bf7d230d9d
        home_escalations 1 9bca8cb614c6
        block_complaints 1 5e4729f9887f
        block_escalations 1 2857aa97123b
        contractor_rate 1 f14d729556a2
        area_rate 1 9eab22c1a859
        landlord_rate 1 6e02332bfb0c
        month_rate 1 69bf089545cb
        """;

    [Fact]
    public void Another_version_of_a_feature_is_another_feature_list()
    {
        FeatureSchema schema = FeatureList.Schema;
        FeatureSchema redefined = new(schema.Features.SetItem(0, schema.Features[0] with { Version = schema.Features[0].Version + 1 }));
        Assert.NotEqual(schema.Hash, redefined.Hash);
    }

    [Fact]
    public void What_a_feature_computes_changes_with_its_version_only()
    {
        string[] changed = [.. Fingerprints().Except(Known.ReplaceLineEndings("\n").Split('\n'))];
        Assert.True(changed.Length == 0, $"These features are not what their version was:\n{string.Join('\n', changed)}");
    }

    private static IEnumerable<string> Fingerprints()
    {
        CaseHistory history = Histories.Random(5, cases: 400, days: 400).History(Histories.First.AddDays(600));
        List<PredictionPoint> points = PredictionPoints.Of(history, LabelRule.Default.HorizonDays);
        FeatureTable table = new FeatureBuilder(history, LabelRule.Default).Build(points, TestContext.Current.CancellationToken);
        ImmutableArray<string[]> rows = [.. Enumerable.Range(0, points.Count).Select(row => Rows.Text(table, row).Split('\n'))];
        return FeatureList.All.Select((feature, f) => $"{feature.Name} {feature.Version} {Fingerprint(rows.Select(row => row[f]))}");
    }

    private static string Fingerprint(IEnumerable<string> values) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', values))))[..12];
}
