using BenchmarkDotNet.Attributes;
using Complaints.Domain.Code;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;

namespace Complaints.Benchmarks.Micro;

/// <summary>The pieces that run once or more for every row of a load.</summary>
[MemoryDiagnoser]
public class ClockBenchmarks
{
    private readonly StageDates _dates = new(
        Stage.One, new DateOnly(2025, 3, 3), new DateOnly(2025, 3, 4), new DateOnly(2025, 3, 6), new DateOnly(2025, 3, 25), null);
    private readonly DateOnly _day = new(2025, 3, 3);
    private readonly string _uprn = "000100023336956";

    /// <summary>The clock of one stage: due dates, basis and working days.</summary>
    [Benchmark]
    public ClockReading Clock() => StageClock.Read(_dates, CodeRules.Code2024, WorkingCalendar.EnglandAndWales, new DateOnly(2025, 6, 30));

    /// <summary>A date so many working days later.</summary>
    [Benchmark]
    public DateOnly AddWorkingDays() => WorkingCalendar.EnglandAndWales.AddWorkingDays(_day, 20);

    /// <summary>A UPRN as extracts write it.</summary>
    [Benchmark]
    public bool ReadUprn() => Uprn.TryParse(_uprn, out _, out _);
}
