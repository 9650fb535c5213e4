using Complaints.Domain.Time;
using Complaints.Etl.Generate;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Rsh;

namespace Complaints.Etl.Tests.Loading;

public sealed class SectorLoadTests
{
    [Fact]
    [Trait("Category", "Long")]
    public async Task The_sector_sample_loads_whole_and_the_workbook_as_published_figures()
    {
        string workbook = ReferenceData.Workbook(2025);
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        GeneratedSample sample = await TsmSampleGenerator.GenerateAsync(
            new TsmSampleOptions(workbook, ReportingYear.FromStartYear(2024), test.SetFolder),
            TestContext.Current.CancellationToken);

        LoadOutcome cases = await test.LoadAsync();
        LoadOutcome published = await test.LoadAsync(new LoadRequest { Path = workbook, Mapping = "builtin:rsh-tsm", ExtractDate = new DateOnly(2025, 11, 4) });

        Assert.Equal(0, cases.ExitCode);
        Assert.Equal(sample.Files.Sum(file => file.Rows), cases.RowsRead);
        Assert.Equal(0, published.ExitCode);
        Assert.Equal([published.RowsRead.ToString()], await test.QueryAsync("SELECT COUNT(*) FROM fact_published_measure"));
    }
}
