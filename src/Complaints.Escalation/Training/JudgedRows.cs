namespace Complaints.Escalation.Training;

/// <summary>Probabilities and outcomes of the months judged so far.</summary>
internal sealed class JudgedRows
{
    public List<int> Rows { get; } = [];

    public List<double> Probabilities { get; } = [];

    public List<byte> Labels { get; } = [];

    public void Add(ReadOnlySpan<int> rows, ReadOnlySpan<double> probabilities, ReadOnlySpan<byte> labels)
    {
        Rows.AddRange(rows);
        Probabilities.AddRange(probabilities);
        Labels.AddRange(labels);
    }
}
