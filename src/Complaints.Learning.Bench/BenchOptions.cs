using System.Collections.Immutable;

namespace Complaints.Learning.Bench;

/// <summary>What <see cref="RiskBench"/> is asked to do.</summary>
public sealed record BenchOptions
{
    /// <summary>The CSV file, with a header line.</summary>
    public required string Csv { get; init; }

    /// <summary>Name of the column that holds the label.</summary>
    public required string Label { get; init; }

    /// <summary>The label's value that counts as escalated, compared without regard to case.</summary>
    public required string Positive { get; init; }

    /// <summary>Name of the column that holds the time: whole numbers, months or days. Never a feature.</summary>
    public required string Time { get; init; }

    /// <summary>Whether days such as 03/04/2016 have the month first; null to judge by the column as a whole.</summary>
    public bool? MonthFirst { get; init; }

    /// <summary>Whether a blank label means "not escalated"; else such rows are left out, because nobody knows yet.</summary>
    public bool BlankIsNo { get; init; }

    /// <summary>Period to learn from.</summary>
    public required TimeRange Train { get; init; }

    /// <summary>Period to judge on; begins after the end of <see cref="Train"/>.</summary>
    public required TimeRange Test { get; init; }

    /// <summary>Features to use; empty for all columns that are not dropped.</summary>
    public ImmutableArray<string> Features { get; init; } = [];

    /// <summary>Columns never to use, above all those that become known only after the moment of prediction.</summary>
    public ImmutableArray<string> Drop { get; init; } = [];

    /// <summary>Rows to leave out everywhere, as "column=value": cases that have not reached the moment of prediction.</summary>
    public ImmutableArray<string> ExcludeRows { get; init; } = [];

    /// <summary>Further learners, judged beside the candidates; none of them can be chosen.</summary>
    public ImmutableArray<ILearner> Beside { get; init; } = [];

    /// <summary>Seed of everything random.</summary>
    public ulong Seed { get; init; } = 20160101;

    /// <summary>Bootstrap samples behind the intervals, 0 to 10,000.</summary>
    public int Resamples { get; init; } = 500;

    /// <summary>Repetitions of the five-fold cross-validation within the training period, 1 to 20.</summary>
    public int Repeats { get; init; } = 2;

    /// <summary>Threads to use; the figures do not depend on it.</summary>
    public int Threads { get; init; } = 2;
}
