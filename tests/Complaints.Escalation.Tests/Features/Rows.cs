using System.Globalization;
using Complaints.Escalation.Cases;
using Complaints.Escalation.Features;
using Complaints.Learning.Table;

namespace Complaints.Escalation.Tests.Features;

/// <summary>Rows of features as text by case, so that tables of different histories can be compared.</summary>
internal static class Rows
{
    public static Dictionary<string, string> ByCase(FeatureBuilder builder, CaseHistory history, IReadOnlyList<PredictionPoint> points)
    {
        FeatureTable table = builder.Build(points, TestContext.Current.CancellationToken);
        return points.Select((p, row) => (history.Cases[p.Case].CaseReference, Text: Text(table, row)))
            .ToDictionary(r => r.CaseReference, r => r.Text);
    }

    public static string Text(FeatureTable table, int row) =>
        string.Join('\n', table.Columns.Select((column, f) => $"{table.Schema.Features[f].Name}={Value(column, row)}"));

    private static string Value(FeatureColumn column, int row) => column switch
    {
        NumericColumn numeric => numeric.Values[row].ToString("R", CultureInfo.InvariantCulture),
        CategoricalColumn { Codes: var codes } categorical => codes[row] < 0 ? "" : categorical.Categories.Names[codes[row]],
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };
}
