using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Etl.Loading;
using Complaints.Etl.Tests.Loading;
using Complaints.Measures;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;

namespace Complaints.Etl.Tests.Assign;

/// <summary>
/// A complaint of a home that no register holds could be any landlord's, above all one whose register is not loaded or held back: its
/// figures said 0 and complete.
/// </summary>
public sealed class UnloadedRegisterTests
{
    [Fact]
    public async Task A_landlord_without_any_home_loaded_is_in_doubt_where_a_complaint_matches_none()
    {
        FigureTable figures = await FiguresAsync("ref,tenure,landlord\nP1,SEC,4826\n");

        Assert.Equal(["00BK 0 True", "4826 1 True"], figures.Figures.Select(Told));
    }

    [Fact]
    public async Task A_landlord_whose_homes_are_held_back_is_in_doubt_as_well()
    {
        FigureTable figures = await FiguresAsync("ref,tenure,landlord\nP1,SEC,4826\nP3,QQ,00BK\n");

        Assert.Equal(["00BK 0 True", "4826 1 True"], figures.Figures.Select(Told));
    }

    private static string Told(Figure figure) => $"{figure.ValueOf("landlord")} {figure.Numerator:0} {figure.Incomplete}";

    private static async Task<FigureTable> FiguresAsync(string homes)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.WriteLandlords(test);
        test.Write("stock.csv", "landlord,type,end,homes\n4826,LCRA,31/03/2025,100\n00BK,LCRA,31/03/2025,50\n");
        test.Write(
            "stock.mapping.jsonc",
            """{ "mapping": "stock", "source": { "system": "STOCK" }, "target": "stock", "mode": "full", "date_order": "dmy", "columns": { "landlord_code": "landlord", "stock_type": "type", "year_end": "end", "homes": "homes" } }""");
        test.Write("homes.csv", homes);
        test.Write(
            "homes.mapping.jsonc",
            """{ "mapping": "homes", "source": { "system": "REG2" }, "target": "property", "mode": "full", "columns": { "property_reference": "ref", "tenure_code": "tenure" }, "landlord": { "column": "landlord" } }""");
        test.Write("stages.csv", "Case,Stage,Received,Home\nA,1,03/06/2024,P1\nB,1,04/06/2024,P3\n");
        test.Write(
            "stages.mapping.jsonc",
            """{ "mapping": "stages", "source": { "system": "CRM" }, "target": "stage", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "stage": "Stage", "received_on": "Received" }, "landlord": { "column": "Home", "through": "property_reference", "allocator": "REG2" } }""");
        SmallSet.WriteManifest(
            test, ("stock.csv", "stock.mapping.jsonc"), ("homes.csv", "homes.mapping.jsonc"), ("stages.csv", "stages.mapping.jsonc"));
        await test.LoadAsync(new LoadRequest { Path = test.SetFolder, Allow = LoadAllowance.HeldBack });
        return await new FigureEngine(test.Warehouse).QueryAsync(
            new FigureQuery { Measures = ["ch01_stage1"], GroupBy = ["landlord"], Years = [ReportingYear.Parse("2024/25")] },
            Principal.Demo,
            TestContext.Current.CancellationToken);
    }
}
