using System.Globalization;
using Complaints.Domain.Time;
using Complaints.Measures.Queries;

namespace Complaints.Benchmarks.Ratios;

/// <summary>A question, and the SQL that somebody who knows the tables would write for it by hand.</summary>
/// <param name="Name">The name of its SQL in <c>Bare</c>, which gives a group, the number above the line and the one below it.</param>
/// <param name="Query">The question.</param>
internal sealed record BenchmarkedQuery(string Name, FigureQuery Query)
{
    private static readonly DateOnly s_asAt = new(2025, 12, 31);

    /// <summary>
    /// One of each kind: a share by two dimensions, a rate per 1,000 homes, a mean over time; the first two against the two numbers alone
    /// and against the whole that a figure tells, with what is left out and what is open.
    /// </summary>
    public static readonly IReadOnlyList<BenchmarkedQuery> All =
    [
        Of("ch02_by_landlord_and_stock_type", "ch02_stage1", ["landlord", "stock_type"], 2024),
        Of("ch02_by_landlord_and_stock_type_whole", "ch02_stage1", ["landlord", "stock_type"], 2024),
        Of("ch01_by_landlord_whole", "ch01_stage1", ["landlord"], 2024),
        Of("ch01_by_landlord", "ch01_stage1", ["landlord"], 2024),
        Of("answered_by_month", "mean_days_to_respond_stage1", ["month"], 2023, 2024, 2025),
    ];

    /// <summary>The question of a name.</summary>
    public static BenchmarkedQuery Named(string name) => All.Single(query => query.Name == name);

    /// <summary>The SQL written by hand.</summary>
    public string HandWritten()
    {
        using Stream stream = typeof(BenchmarkedQuery).Assembly.GetManifestResourceStream($"{Name}.sql")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    /// <summary>What both sides say of an answer, so that they are seen to count the same.</summary>
    /// <param name="groups">How many groups have a number.</param>
    /// <param name="above">All numbers above the line.</param>
    /// <param name="below">All numbers below it.</param>
    public static string Note(int groups, decimal above, decimal below) =>
        string.Create(CultureInfo.InvariantCulture, $"{groups} groups, {above:0} of {below:0}");

    private static BenchmarkedQuery Of(string name, string measure, IReadOnlyList<string> by, params int[] years) =>
        new(name, new FigureQuery
        {
            Measures = [measure],
            GroupBy = by,
            Years = [.. years.Select(ReportingYear.FromStartYear)],
            AsAt = s_asAt,
        });
}
