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

    [Theory]
    [InlineData("what?/warehouse")]
    [InlineData("nul\0/warehouse")]
    public void A_path_that_no_engine_can_open_is_refused_in_words(string text) =>
        Assert.Contains("path", Assert.Throws<UserException>(() => WarehouseLocation.Parse(text)).What, StringComparison.Ordinal);

    [Fact]
    public void A_loop_of_links_is_refused_in_words()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links want rights there.");
        string folder = Directory.CreateTempSubdirectory("complaints-loop-").FullName;
        Directory.CreateSymbolicLink(Path.Combine(folder, "a"), Path.Combine(folder, "b"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "b"), Path.Combine(folder, "a"));
        Assert.Contains(
            "link",
            Assert.Throws<UserException>(() => WarehouseLocation.Parse(Path.Combine(folder, "a", "w"))).What,
            StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Each_reading_of_a_path_is_a_run_of_its_own_at_the_same_place()
    {
        Assert.Equal(WarehouseLocation.Parse("warehouse"), WarehouseLocation.Parse("warehouse"));
        Assert.NotEqual(WarehouseLocation.Parse("warehouse").Run, WarehouseLocation.Parse("warehouse").Run);
    }
}
