namespace Complaints.Polyfills.Tests.DuckDb;

public class NestedTypeTests
{
    [Fact]
    public void Lists_arrays_structs_maps_and_enums_are_read()
    {
        using var database = TestDatabase.InMemory();
        database.Execute("create type stage as enum ('first', 'second')");
        using var command = database.Connection.Command(
            """
            select [1, null, 3], array_value(1.5, 2.5), {'name': 'Ada', 'homes': 3}, map {'a': 1, 'b': 2},
                   'second'::stage, [[1], []], ['übung', 'a text of more than twelve bytes']
            """);
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal(new int?[] { 1, null, 3 }, reader.GetFieldValue<List<int?>>(0));
        Assert.Equal(2, reader.GetFieldValue<List<decimal>>(1).Count);
        var structure = reader.GetFieldValue<Dictionary<string, object>>(2);
        Assert.Equal(("Ada", 3), ((string)structure["name"], (int)structure["homes"]));
        Assert.Equal(2, reader.GetFieldValue<Dictionary<string, int>>(3)["b"]);
        Assert.Equal("second", reader.GetString(4));
        Assert.Equal([[1], []], reader.GetFieldValue<List<List<int>>>(5));
        Assert.Equal(["übung", "a text of more than twelve bytes"], reader.GetFieldValue<List<string>>(6));
    }

    [Fact]
    public void A_list_is_bound_as_one_parameter()
    {
        using var database = TestDatabase.InMemory();
        var sum = database.Scalar("select list_sum($ids)", ("ids", new List<long> { 1, 2, 39 }));
        Assert.Equal("42", Convert.ToString(sum, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(1L, database.Scalar(
            "select count(*) from (values ('a'), ('b')) v(x) where list_contains($wanted, x)", ("wanted", new List<string> { "b", "c" })));
    }

    [Fact]
    public void A_list_is_appended()
    {
        using var database = TestDatabase.InMemory();
        database.Execute("create table t (v integer[])");
        using (var appender = database.Connection.CreateAppender("t"))
        {
            for (var i = 0; i < 3000; i++)
            {
                appender.CreateRow().AppendValue(Enumerable.Range(0, i % 7).ToList()).EndRow();
            }
        }

        Assert.Equal(8994L, database.Scalar("select sum(len(v))::bigint from t"));
    }
}
