using Complaints.Etl.Loading;

namespace Complaints.Etl.Tests.Loading;

/// <summary>A delimiter inside a cell shifted its row by one, and where the row's last cell was blank nobody was told.</summary>
public sealed class ShiftedRowTests
{
    private const string Header = "Case,Stage,Note,Received,Responded,Landlord,Tenure,End";

    private const string Columns =
        """
        "case_reference": "Case", "stage": "Stage", "received_on": "Received", "responded_on": "Responded", "tenure_code": "Tenure"
        """;

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task A_row_that_is_longer_than_the_others_is_held_back_also_where_it_ends_blank(char delimiter)
    {
        string[] rows =
        [
            "C1,1,x,03/06/2024,12/06/2024,4826,SEC,",
            "C2,1,letter of, 03/06/2023,04/06/2024,4826,SEC,,",
            "C3,1,,05/06/2024,,4826,SEC,y",
        ];
        LoadOutcome outcome = await LoadAsync(rows.Prepend(Header), delimiter);

        Assert.Equal((3L, 2L, 1L), (Stages(outcome).RowsRead, Stages(outcome).RowsLoaded, Stages(outcome).RowsQuarantined));
        Assert.Equal(1, Stages(outcome).QuarantinedByRule["too-many-cells"]);
    }

    [Fact]
    public async Task Rows_that_all_end_in_a_delimiter_are_read_as_they_stand()
    {
        string[] rows = ["C1,1,x,03/06/2024,12/06/2024,4826,SEC,z,", "C2,1,,04/06/2024,,4826,SEC,,", "C3,1,,05/06/2024,,4826,SEC,,,"];
        LoadOutcome outcome = await LoadAsync(rows.Prepend(Header), ',');

        Assert.Equal((2L, 1L), (Stages(outcome).RowsLoaded, Stages(outcome).QuarantinedByRule["too-many-cells"]));
    }

    private static async Task<LoadOutcome> LoadAsync(IEnumerable<string> lines, char delimiter)
    {
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        SmallSet.Write(test, string.Join('\n', lines).Replace(',', delimiter) + "\n", SmallSet.StageMapping(Columns));
        return await test.LoadAsync(new LoadRequest { Path = test.SetFolder, Allow = LoadAllowance.HeldBack });
    }

    private static FileOutcome Stages(LoadOutcome outcome) => outcome.Files.Single(file => file.Target == "stage");
}
