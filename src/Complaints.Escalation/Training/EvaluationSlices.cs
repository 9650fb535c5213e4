using System.Collections.Immutable;
using Complaints.Learning.Evaluation;
using Complaints.Learning.Table;

namespace Complaints.Escalation.Training;

/// <summary>Whether a model serves all parts alike.</summary>
internal static class EvaluationSlices
{
    /// <summary>Fewest cases of either kind for a figure.</summary>
    private const int Fewest = 30;

    private static readonly string[] s_columns = ["service_area", "stock_type", "tenure"];

    public static ImmutableArray<SliceFigures> Of(
        PredictionRows rows, JudgedRows judged, int resamples, ulong seed, CancellationToken cancellationToken)
    {
        ImmutableArray<SliceFigures>.Builder slices = ImmutableArray.CreateBuilder<SliceFigures>();
        Add("landlord", row => rows.History.Cases[rows.Points[row].Case].Latest.Landlord);
        foreach (string name in s_columns)
        {
            CategoricalColumn column = (CategoricalColumn)rows.Table.Columns[rows.Table.Schema.IndexOf(name)];
            Add(name, row => column.Codes[row] < 0 ? null : column.Categories.Names[column.Codes[row]]);
        }

        return slices.ToImmutable();

        void Add(string by, Func<int, string?> value)
        {
            foreach (IGrouping<string, int> slice in Enumerable.Range(0, judged.Rows.Count)
                .GroupBy(i => value(judged.Rows[i]) ?? "", StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                cancellationToken.ThrowIfCancellationRequested();
                double[] probabilities = [.. slice.Select(i => judged.Probabilities[i])];
                byte[] labels = [.. slice.Select(i => judged.Labels[i])];
                int escalated = labels.Sum(l => l);
                EvaluationReport? report = escalated >= Fewest && labels.Length - escalated >= Fewest
                    ? Evaluator.Judge(
                        probabilities, labels, rows.GroupsOf([.. slice.Select(i => judged.Rows[i])]), resamples, seed, cancellationToken)
                    : null;
                slices.Add(new SliceFigures(
                    by, slice.Key, labels.Length, escalated, probabilities.Average(), report?.RocAuc, report?.CalibrationError));
            }
        }
    }
}
