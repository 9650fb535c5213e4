using Complaints.Domain.Access;
using Complaints.Domain.Time;
using Complaints.Etl.Tests.Loading;
using Complaints.Measures;
using Complaints.Measures.Figures;
using Complaints.Measures.Queries;

namespace Complaints.Etl.Tests.Assign;

/// <summary>
/// A row of a register that is held back while its home is loaded: complaints stayed with the home's old landlord, and all figures were
/// called complete.
/// </summary>
public sealed class HeldBackHomeTests
{
    private const string Homes = "P1,4826,LCRA,\nP2,4826,LCRA,\nP/3,4826,LCRA,\nP4,4826,LCRA,\nP5,LH0001,LCRA,\n";

    [Theory]
    [InlineData("P1,4826,LCRA,\n", "P1,00BK,Nonsense,\n", "00BK True 1, 4826 True 1, LH0001 False 0")]
    [InlineData("P1,4826,LCRA,\n", "P1,9999,LCRA,\n", "00BK True 1, 4826 True 1, LH0001 True 1")]
    [InlineData("P/3,4826,LCRA,\n", "P/3,00BK,LCRA,31/02/2024\n", "00BK True 1, 4826 True 1, LH0001 False 0")]
    [InlineData("P4,4826,LCRA,\n", "P4,00BK,Nonsense,\n", "00BK False 0, 4826 False 0, LH0001 False 0")]
    public async Task Marks_the_figures_of_every_landlord_whose_its_complaints_could_be(string before, string held, string expected)
    {
        await using TestWarehouse test = await Loaded();
        Register(test, Homes.Replace(before, held, StringComparison.Ordinal));
        await test.LoadAsync();

        Assert.Equal(expected, await Figures(test, "2024/25"));
    }

    [Fact]
    public async Task Marks_the_year_of_the_complaints_and_no_other_and_is_settled_when_the_row_loads()
    {
        await using TestWarehouse test = await Loaded();
        Register(test, Homes.Replace("P1,4826,LCRA,\n", "P1,00BK,Nonsense,\n", StringComparison.Ordinal));
        await test.LoadAsync();
        Assert.Equal("00BK False 0, 4826 False 0, LH0001 False 0", await Figures(test, "2023/24"));

        Register(test, Homes);
        await test.LoadAsync();

        Assert.Equal("00BK False 0, 4826 False 0, LH0001 False 0", await Figures(test, "2024/25"));
    }

    /// <summary>Everybody's figures were marked, whoever's the home was that the reference names.</summary>
    [Theory]
    [InlineData("X1,P2,31/02/2024", "00BK False 0, 4826 True 1, LH0001 False 0")]
    [InlineData("X1,P5,31/02/2024", "00BK False 0, 4826 True 1, LH0001 True 1")]
    [InlineData("X1,P77,31/02/2024", "00BK True 1, 4826 True 1, LH0001 True 1")]
    [InlineData("X1,,", "00BK True 1, 4826 True 1, LH0001 True 1")]
    [InlineData("X1,P5", "00BK True 1, 4826 True 1, LH0001 True 1")]
    [InlineData("X9,P5,31/02/2024", "00BK False 0, 4826 False 0, LH0001 False 0")]
    [InlineData(",P5,", "00BK False 0, 4826 True 1, LH0001 True 1")]
    public async Task A_cross_reference_that_is_held_back_marks_the_landlords_whose_the_complaints_could_be(string held, string expected)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await Landlords(test);
        Register(test, Homes);
        await test.LoadAsync();
        References(test, "X1,P1,");
        await test.LoadAsync();
        Cases(test, "CRM", "A,1,02/04/2024,X1\nB,1,02/04/2023,X1\n");
        await test.LoadAsync();
        Assert.Equal("00BK False 0, 4826 False 0, LH0001 False 0", await Figures(test, "2024/25"));
        References(test, held.StartsWith("X1", StringComparison.Ordinal) ? held : "X1,P1,\n" + held);

        await test.LoadAsync();

        Assert.Equal(expected, await Figures(test, "2024/25"));
    }

    /// <summary>
    /// The complaint of a block's UPRN went to the landlord whose row had loaded, and the figures were called complete.
    /// </summary>
    [Theory]
    [InlineData("N9,100023336956,00BK,Nonsense,", "00BK True 1, 4826 True 1, LH0001 False 0")]
    [InlineData("N9,UPRN 000100023336956,00BK,Nonsense,", "00BK True 1, 4826 True 1, LH0001 False 0")]
    [InlineData("N9,1.00023E+11,00BK,LCRA,", "00BK True 1, 4826 True 1, LH0001 False 0")]
    [InlineData("N9,100023000000,00BK,LCRA,", "00BK True 1, 4826 True 1, LH0001 False 0")]
    [InlineData("N9,100023336956,00BK", "00BK True 1, 4826 True 1, LH0001 True 1")]
    [InlineData("N9,,100023336956,00BK,LCRA,01/04/2023", "00BK True 1, 4826 True 1, LH0001 True 1")]
    [InlineData("N9,,100023336956,00BK,LCRA,", "00BK True 1, 4826 True 1, LH0001 True 1")]
    [InlineData("N9,100023336957,00BK,Nonsense,", "00BK False 0, 4826 False 0, LH0001 False 0")]
    [InlineData("N9,2.00023E+11,00BK,LCRA,", "00BK False 0, 4826 False 0, LH0001 False 0")]
    [InlineData("U-1,,00BK,Nonsense,", "00BK True 1, 4826 True 1, LH0001 False 0")]
    [InlineData("1.0E+5,,00BK,LCRA,", "00BK True 1, 4826 True 1, LH0001 False 0")]
    public async Task A_home_that_is_held_back_is_a_candidate_by_its_UPRN_and_by_the_form_of_its_identifier(string held, string expected)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await Landlords(test);
        UprnRegister(test, "U1,100023336956,4826,LCRA,\n");
        await test.LoadAsync();
        UprnRegister(test, $"U1,100023336956,4826,LCRA,\n{held}\n");
        await test.LoadAsync();
        test.Write("cases.csv", "Case,Stage,Received,Home,UPRN\nA,1,02/04/2024,,100023336956\nB,1,02/04/2024,u 1,\n");
        test.Write("cases.mapping.jsonc", """{ "mapping": "cases", "source": { "system": "CRM" }, "target": "stage", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "stage": "Stage", "received_on": "Received" }, "landlord": { "through": "property_reference", "column": "Home", "uprn_column": "UPRN", "allocator": "HOUSING" } }""");
        SmallSet.WriteManifest(test, ("cases.csv", "cases.mapping.jsonc"));
        await test.LoadAsync();

        Assert.Equal(expected, await Figures(test, "2024/25"));
    }

    /// <summary>Homes of a landlord that share a UPRN tell the landlord and no home.</summary>
    [Fact]
    public async Task A_home_that_is_held_back_is_a_candidate_of_a_block_s_complaints_too()
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await Landlords(test);
        const string block = "U1,100023336956,4826,LCRA,\nU2,100023336956,4826,LCRA,\n";
        UprnRegister(test, block + "N9,100023336956,00BK,Nonsense,\n");
        await test.LoadAsync();
        test.Write("cases.csv", "Case,Stage,Received,Home,UPRN\nA,1,02/04/2024,,100023336956\n");
        test.Write("cases.mapping.jsonc", """{ "mapping": "cases", "source": { "system": "CRM" }, "target": "stage", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "stage": "Stage", "received_on": "Received" }, "landlord": { "through": "property_reference", "column": "Home", "uprn_column": "UPRN", "allocator": "HOUSING" } }""");
        SmallSet.WriteManifest(test, ("cases.csv", "cases.mapping.jsonc"));
        await test.LoadAsync();

        Assert.Equal("00BK True 1, 4826 True 1, LH0001 False 0", await Figures(test, "2024/25"));
    }

    /// <summary>A row of the home's past marked the figures of years in which another row, which had loaded, says whose it is.</summary>
    [Theory]
    [InlineData("P1,00BK,Nonsense,01/04/2022,01/04/2024\nP1,4826,LCRA,01/04/2024,", "4826 True 0", "4826 False 0")]
    [InlineData("P1,00BK,Nonsense,01/04/2022,01/04/2023\nP1,4826,LCRA,01/04/2024,", "4826 True 0", "4826 False 0")]
    [InlineData("P1,00BK,Nonsense,01/04/2022,01/04/2024\nP1,00BK,Nonsense,01/04/2024,", "4826 True 1", "4826 True 2")]
    [InlineData("P1,00BK,Nonsense,01/04/2024,", "4826 False 0", "4826 True 1")]
    [InlineData("P1,00BK,Nonsense,01/04/2022,01/04/2024", "4826 True 1", "4826 True 1")]
    [InlineData("P1,00BK,LCRA,01/04/2024,31/02/2025", "4826 False 0", "4826 True 1")]
    [InlineData("P1,00BK,LCRA,31/02/2024,", "4826 True 1", "4826 True 1")]
    [InlineData("P1,00BK,LCRA,01/04/2024,01/04/2023", "4826 True 1", "4826 True 1")]
    public async Task A_row_of_a_home_marks_the_days_of_which_it_says_something(string held, string before, string after)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        await Landlords(test);
        PeriodRegister(test, "P1,4826,LCRA,01/04/2020,");
        await test.LoadAsync();
        PeriodRegister(test, held);
        await test.LoadAsync();
        Cases(test, "HOUSING", "A,1,02/04/2023,P1\nB,1,02/04/2024,P1\n");
        await test.LoadAsync();

        Assert.Contains(before, await Figures(test, "2023/24"), StringComparison.Ordinal);
        Assert.Contains(after, await Figures(test, "2024/25"), StringComparison.Ordinal);
    }

    private static void UprnRegister(TestWarehouse test, string homes)
    {
        test.Write("homes.csv", "ref,uprn,landlord,type,from\n" + homes);
        test.Write("homes.mapping.jsonc", """{ "mapping": "homes", "source": { "system": "HOUSING" }, "target": "property", "mode": "full", "date_order": "dmy", "columns": { "property_reference": "ref", "uprn": "uprn", "landlord_code": "landlord", "stock_type": "type", "valid_from": "from" } }""");
        SmallSet.WriteManifest(test, ("homes.csv", "homes.mapping.jsonc"));
    }

    private static void PeriodRegister(TestWarehouse test, string homes)
    {
        test.Write("homes.csv", $"ref,landlord,type,from,to\n{homes}\n");
        test.Write("homes.mapping.jsonc", """{ "mapping": "homes", "source": { "system": "HOUSING" }, "target": "property", "mode": "full", "date_order": "dmy", "columns": { "property_reference": "ref", "landlord_code": "landlord", "stock_type": "type", "valid_from": "from", "valid_to": "to" } }""");
        SmallSet.WriteManifest(test, ("homes.csv", "homes.mapping.jsonc"));
    }

    private static async Task<string> Figures(TestWarehouse test, string year)
    {
        var query = new FigureQuery { Measures = ["stage1_made"], GroupBy = ["landlord"], Years = [ReportingYear.Parse(year)] };
        FigureTable table = await new FigureEngine(test.Warehouse).QueryAsync(query, Principal.Demo, TestContext.Current.CancellationToken);
        return string.Join(
            ", ",
            table.Figures.Select(figure => $"{figure.ValueOf("landlord")} {figure.Incomplete} {figure.HeldBack.Sum(count => count.Rows)}"));
    }

    private static async Task<TestWarehouse> Loaded()
    {
        TestWarehouse test = await TestWarehouse.CreateAsync();
        await Landlords(test);
        Register(test, Homes);
        await test.LoadAsync();
        Cases(test, "HOUSING", "A,1,02/04/2024,P1\nB,1,02/04/2024,P2\nC,1,02/04/2024,P/3\nD,1,02/04/2023,P2\nE,1,02/04/2024,P5\n");
        await test.LoadAsync();
        return test;
    }

    // With a complaint of each landlord in each year that no home tells whose it is, so that there is a figure.
    private static async Task Landlords(TestWarehouse test)
    {
        test.Write("landlords.csv", "code,name\n4826,Westward\n00BK,Westminster\nLH0001,Third\n");
        test.Write("landlords.mapping.jsonc", SmallSet.LandlordMapping);
        string[] landlords = ["4826", "00BK", "LH0001"];
        test.Write("own.csv", "Case,Stage,Received,Landlord\n"
            + string.Concat(landlords.Select(landlord => $"{landlord}a,1,02/04/2023,{landlord}\n{landlord}b,1,02/04/2024,{landlord}\n")));
        test.Write("own.mapping.jsonc", """{ "mapping": "own", "source": { "system": "OWN" }, "target": "stage", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "stage": "Stage", "received_on": "Received", "stock_type": { "value": "LCRA" } }, "landlord": { "column": "Landlord" } }""");
        SmallSet.WriteManifest(test, ("own.csv", "own.mapping.jsonc"));
        await test.LoadAsync();
    }

    private static void Register(TestWarehouse test, string homes)
    {
        test.Write("homes.csv", "ref,landlord,type,from\n" + homes);
        test.Write("homes.mapping.jsonc", """{ "mapping": "homes", "source": { "system": "HOUSING" }, "target": "property", "mode": "full", "date_order": "dmy", "columns": { "property_reference": "ref", "landlord_code": "landlord", "stock_type": "type", "valid_from": "from" } }""");
        SmallSet.WriteManifest(test, ("homes.csv", "homes.mapping.jsonc"));
    }

    private static void References(TestWarehouse test, string rows)
    {
        test.Write("refs.csv", $"id,ref,from\n{rows}\n");
        test.Write("refs.mapping.jsonc", """{ "mapping": "refs", "source": { "system": "CRM" }, "target": "property_reference", "mode": "full", "date_order": "dmy", "columns": { "identifier": "id", "property_reference": "ref", "property_allocator": { "value": "HOUSING" }, "valid_from": "from" } }""");
        SmallSet.WriteManifest(test, ("refs.csv", "refs.mapping.jsonc"));
    }

    private static void Cases(TestWarehouse test, string allocator, string rows)
    {
        test.Write("cases.csv", "Case,Stage,Received,Home\n" + rows);
        test.Write("cases.mapping.jsonc", $$"""{ "mapping": "cases", "source": { "system": "CRM" }, "target": "stage", "mode": "full", "date_order": "dmy", "columns": { "case_reference": "Case", "stage": "Stage", "received_on": "Received" }, "landlord": { "through": "property_reference", "column": "Home", "allocator": "{{allocator}}" } }""");
        SmallSet.WriteManifest(test, ("cases.csv", "cases.mapping.jsonc"));
    }
}
