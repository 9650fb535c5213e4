namespace Complaints.Etl.Tests.Loading;

/// <summary>
/// A spreadsheet in another language shows other words for a failed formula: in a column of text they became categories, and a case's own
/// category was lost without a word.
/// </summary>
public sealed class ErrorCellTests
{
    [Fact]
    public async Task A_failed_cell_is_held_back_in_whatever_language_the_spreadsheet_showed_it()
    {
        string[] errors = ["#NV", "#BEZUG!", "#N/D", "#¡REF!", "#VALEUR!", "#N/B", "#Н/Д", "#SAKNAS!", "Err:502", "########"];
        string[] words = ["#URGENT!", "#4", "Err:none", "Damp"];
        await using TestWarehouse test = await TestWarehouse.CreateAsync();
        string columns = SmallSet.StageColumns + ", \"category\": \"Category\"";
        string rows = string.Concat(errors.Concat(words).Select((word, i) => $"C{i},1,02/04/2024,,,,,4826,SEC,{word}\n"));
        SmallSet.Write(test, SmallSet.Header + ",Category\n" + rows, SmallSet.StageMapping(columns));

        await test.LoadAsync();

        Assert.Equal(
            errors.Select(error => $"error-cell|{error}"),
            await test.QueryAsync("SELECT rule_id, value FROM load_quarantine ORDER BY line"));
    }
}
