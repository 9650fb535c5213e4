using Complaints.Escalation.Labels;
using Complaints.Learning.Table;

namespace Complaints.Escalation.Training;

/// <summary>Probabilities and outcomes of the months judged so far.</summary>
internal sealed class JudgedRows
{
    public List<int> Rows { get; } = [];

    public List<double> Probabilities { get; } = [];

    public List<byte> Labels { get; } = [];

    /// <summary>The rows of a kind of moment and another, for a model.</summary>
    public static JudgedRows Together(params ReadOnlySpan<JudgedRows?> parts)
    {
        JudgedRows all = new();
        foreach (JudgedRows? part in parts)
        {
            if (part is not null)
            {
                all.Add([.. part.Rows], [.. part.Probabilities], [.. part.Labels]);
            }
        }

        return all;
    }

    public void Add(ReadOnlySpan<int> rows, ReadOnlySpan<double> probabilities, ReadOnlySpan<byte> labels)
    {
        Rows.AddRange(rows);
        Probabilities.AddRange(probabilities);
        Labels.AddRange(labels);
    }
}
