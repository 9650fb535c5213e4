using Complaints.Domain.Errors;

namespace Complaints.Warehouse.Tests;

public class WarehouseLocationTests
{
    [Theory]
    [InlineData("Server=db;Database=complaints;Password=secret")]
    [InlineData("data source=tcp:db,1433; Initial Catalog=x")]
    public void A_SQL_Server_connection_string_is_recognised_and_its_password_not_repeated(string text)
    {
        UserException error = Assert.Throws<UserException>(() => WarehouseLocation.Parse(text));
        Assert.Contains("SQL Server", error.What, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("warehouse")]
    [InlineData("./a=b/warehouse")]
    public void A_path_is_a_folder(string text) => Assert.Equal(Path.GetFullPath(text), WarehouseLocation.Parse(text).Folder);

    [Fact]
    public void Nothing_is_no_place() => Assert.Throws<UserException>(() => WarehouseLocation.Parse(" "));
}
