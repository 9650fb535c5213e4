using System.Globalization;
using Complaints.Samples.Files;

namespace Complaints.Samples.Escalations;

/// <summary>The true escalation probabilities of a sample's answered cases: what no extract holds, and what a model is judged by.</summary>
internal sealed class TruthTable(string folder) : IAsyncDisposable
{
    private readonly SampleTable _table = new(folder, GeneratedSample.TruthFileName, ["case_reference", "probability", "escalated"]);

    /// <summary>What a reader of the sample must know of it.</summary>
    public static string Note(double bestAuc) => string.Create(
        CultureInfo.InvariantCulture,
        $"{GeneratedSample.TruthFileName} has the true probability that an answered case goes to stage 2; no model can rank better than "
            + $"a ROC-AUC of {bestAuc:0.000} on average.");

    /// <summary>Writes a case.</summary>
    /// <param name="reference">The case reference.</param>
    /// <param name="probability">Null for a case without an answer, which is left out.</param>
    /// <param name="escalated">Whether it was or will be escalated, even if after the extract.</param>
    public void Write(string reference, double? probability, bool escalated)
    {
        if (probability is double known)
        {
            _table.Write(reference, known.ToString("0.000000", CultureInfo.InvariantCulture), escalated ? "1" : "0");
        }
    }

    public Task FlushAsync() => _table.FlushAsync();

    public ValueTask DisposeAsync() => _table.DisposeAsync();
}
