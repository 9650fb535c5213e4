using System.Text.Json;
using System.Text.Json.Serialization;
using Complaints.Measures.Catalogue;

namespace Complaints.Cli.CommandLine;

/// <summary>Writes the fact of a measure by its name in the catalogue.</summary>
internal sealed class FactNameConverter : JsonConverter<FactTable>
{
    public override FactTable? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Measures are written as JSON and never read from it.");

    public override void Write(Utf8JsonWriter writer, FactTable value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name);
}
