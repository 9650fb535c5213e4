using System.Text.Json;
using Complaints.Etl.Mapping;
using Complaints.Etl.Mapping.Json;

namespace Complaints.Etl.Tests.Mapping;

public sealed class SchemaTests
{
    [Fact]
    public void The_schema_and_the_reader_know_the_same_fields_of_every_target()
    {
        using JsonDocument schema = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Mapping", "Schemas", "mapping.schema.json")));
        var inSchema = schema.RootElement.GetProperty("allOf").EnumerateArray().ToDictionary(
            rule => rule.GetProperty("if").GetProperty("properties").GetProperty("target").GetProperty("const").GetString()!,
            rule => rule.GetProperty("then").GetProperty("properties").GetProperty("columns"));

        Assert.Equal(Names.All<LoadTarget>(), inSchema.Keys);
        foreach (LoadTarget target in Enum.GetValues<LoadTarget>())
        {
            JsonElement columns = inSchema[Names.Of(target)];
            Assert.Equal(
                TargetFields.Of(target).Select(field => field.Name).Order(StringComparer.Ordinal),
                columns.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
            Assert.Equal(
                TargetFields.Of(target).Where(field => field.Required).Select(field => field.Name).Order(StringComparer.Ordinal),
                columns.GetProperty("required").EnumerateArray().Select(p => p.GetString()!).Order(StringComparer.Ordinal));
        }
    }
}
