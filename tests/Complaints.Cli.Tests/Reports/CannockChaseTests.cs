using Complaints.Cli.Tests.Running;

namespace Complaints.Cli.Tests.Reports;

/// <summary>
/// Cannock Chase District Council, 2023/24 (docs/domain.md §7), to its last figure. Housemark's medians are of half a year and of no
/// landlord's own records: what is told of them is that they stand beside figures of a year.
/// </summary>
public sealed class CannockChaseTests
{
    [Fact]
    public async Task Every_figure_comes_out_and_each_inconsistency_has_its_cause()
    {
        using TemporaryFolder folder = new();
        await CannockChaseRecords.LoadAsync(folder);
        PrintedTable table = new PrintedTable(CannockChaseRecords.Code)
            .Add("stage1_made", "36", "as_defined")
            .Add("stage1_made", "29", "as_defined", period: "2022/23")
            .Add("stage2_made", "7", "as_defined")
            .Add("escalation_rate", "19%", "as_defined", of: "7/36")
            .Add("ch01_stage1", "7.15", "as_defined", of: "36/5032")
            .Add("ch01_stage2", "1.39", "as_defined", of: "7/5032")
            .Add("ch02_stage1", "83%", "extension_without", of: "30/36", set: "times")
            .Add("ch02_stage1", "92%", "as_defined", of: "33/36", set: "times")
            .Add("ch02_stage2", "86%", "extension_without", of: "6/7", set: "times")
            .Add("ch02_stage2", "100%", "as_defined", of: "7/7", set: "times")
            .Add("ch02_stage1", "83.3", "extension_without", set: "return")
            .Add("ch02_stage2", "100", "as_defined", set: "return");
        foreach ((string area, int count, string share) in CannockChaseRecords.Areas)
        {
            table.Add("stage1_made", $"{count}", "as_defined", filters: $"service_area={area}");
            table.Add("stage1_made", share, "as_defined", filters: $"service_area={area}", set: "areas");
        }

        table
            .Add("stage1_made", "15", "recoded", filters: "service_area=Repairs", set: "narrative")
            .Add("stage1_made", "10", "as_defined", filters: "service_area=HPS", set: "narrative")
            .Add("stage1_made", "5", "as_defined", filters: "service_area=Allocations", set: "narrative")
            .Add("stage1_made", "5", "as_defined", filters: "service_area=Neighbourhoods", set: "narrative")
            .Add("stage1_made", "1", "recoded | half_year | quarter | rolling_year", filters: "service_area=Tenancy", set: "narrative")
            .Add("stage1_made", "15", "recoded", filters: "service_area=Repairs", set: "narrative in sums")
            .Add("stage1_made", "10", "as_defined", filters: "service_area=HPS", set: "narrative in sums")
            .Add("stage1_made", "11", "recoded", filters: "service_area=Allocations|Neighbourhoods|Tenancy", set: "narrative in sums")
            .Add("stage1_made", "53%", "as_defined", filters: "outcome=upheld", set: "stage 1 outcomes")
            .Add("stage1_made", "19%", "as_defined", filters: "outcome=partially_upheld", set: "stage 1 outcomes")
            .Add("stage1_made", "28%", "as_defined", filters: "outcome=not_upheld", set: "stage 1 outcomes")
            .Add("stage1_made", "7", "as_defined", filters: "service_area=HPS;contractor=Novus")
            .Add("stage1_made", "5", "as_defined", filters: "service_area=HPS;category=Kitchens")
            .Add("stage1_made", "2", "as_defined", filters: "service_area=HPS;category=Bathrooms")
            .Add("stage2_made", "2", "as_defined", filters: "outcome=upheld")
            .Add("stage2_made", "2", "as_defined", filters: "outcome=partially_upheld")
            .Add("stage2_made", "43%", "as_defined", of: "3/7", filters: "outcome=not_upheld")
            .Add("mp_enquiries", "113", "as_defined")
            .Add("mp_enquiries", "62", "as_defined", filters: "service_area=Allocations")
            .Add("mp_enquiries", "55%", "as_defined", of: "62/113", filters: "service_area=Allocations")
            .Add("service_requests", "103", "as_defined")
            .Add("service_requests", "39%", "as_defined", of: "40/103", filters: "service_area=Repairs")
            .Add("service_requests", "26%", "as_defined", of: "27/103", filters: "service_area=Neighbourhoods")
            .Add("survey_satisfied", "41%", "as_defined", of: "52.2/126.0", filters: "question=TP09")
            .Add("ombudsman_cases", "1", "as_defined")
            .Add("findings", "1", "as_defined", filters: "finding=outside_jurisdiction")
            .Add("ombudsman_cases", "2", "as_defined", period: "2022/23");
        foreach ((string area, int count) in CannockChaseRecords.Areas2)
        {
            table.Add("stage2_made", $"{count}", "as_defined", filters: $"service_area={area}");
        }

        table
            .Add("ch01_stage1", "7.15", "as_defined", of: "36/5032", set: "Housemark")
            .Add("ch01_stage1", "19.4", "nothing_to_compare", set: "Housemark", period: "2023/24 H1", whose: "sector")
            .Add("ch01_stage2", "2.4", "nothing_to_compare", set: "Housemark", period: "2023/24 H1", whose: "sector")
            .Add("ch02_stage1", "85%", "nothing_to_compare", set: "Housemark", period: "2023/24 H1", whose: "sector")
            .Add("ch02_stage2", "82%", "nothing_to_compare", set: "Housemark", period: "2023/24 H1", whose: "sector");
        await table.HoldAsync(
            folder,
            "times: mixed_extension_basis: without extensions: ch02_stage1 83% (line 8); ch02_stage2 86% (line 10); "
                + "with them: ch02_stage1 92% (line 9); ch02_stage2 100% (line 11)",
            "return: mixed_extension_basis: without extensions: ch02_stage1 83.3 (line 12); with them: ch02_stage2 100 (line 13)",
            "areas: parts_rounded_apart: the 5 parts add up to 101 and count 36 of 36",
            "narrative: recoded: stage1_made, service_area Repairs 15 (line 24) has a complaint that is recorded as stage1_made, service_area Tenancy 1 (line 28)",
            "narrative in sums: recoded: stage1_made, service_area Repairs 15 (line 29) has a complaint that is recorded as "
                + "stage1_made, service_area Allocations or Neighbourhoods or Tenancy 11 (line 31)",
            "Housemark: mixed_periods: 41UB ch01_stage1 7.15 of 366 days (line 55); sector ch01_stage1 19.4 of 183 days (line 56)");
    }

    [Fact]
    public async Task All_contacts_are_its_complaints_enquiries_and_service_requests()
    {
        using TemporaryFolder folder = new();
        await CannockChaseRecords.LoadAsync(folder);
        Assert.Equal(36 + 7 + 113 + 103, await CannockChaseRecords.HeldAsync(folder));
    }
}
