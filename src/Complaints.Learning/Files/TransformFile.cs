using System.Collections.Immutable;
using System.Text.Json;
using Complaints.Learning.Encodings;
using Complaints.Learning.Table;

namespace Complaints.Learning.Files;

/// <summary>
/// Transforms as JSON: <c>one-hot</c> has <c>columns</c> of <c>[source, category or null]</c>; <c>target-statistics</c> has <c>prior</c>
/// and <c>keys</c> of <c>features</c> and <c>values</c> (log-odds by category names joined by U+001F).
/// </summary>
internal static class TransformFile
{
    public static void Write(Utf8JsonWriter json, ITableTransform transform)
    {
        json.WriteStartObject();
        json.WriteString("kind", transform.Kind);
        ModelWriter.WriteFeatures(json, transform.Input);
        switch (transform)
        {
            case OneHotTransform oneHot:
                WriteOneHot(json, oneHot);
                break;
            case TargetStatistics statistics:
                WriteStatistics(json, statistics);
                break;
            default:
                throw new NotSupportedException($"The model format has no transform '{transform.Kind}'.");
        }

        json.WriteEndObject();
    }

    public static ITableTransform Read(JsonElement json)
    {
        FeatureSchema input = ModelReader.ReadFeatures(json);
        string? kind = json.GetProperty("kind").GetString();
        return kind switch
        {
            OneHotTransform.KindName =>
                new OneHotTransform(input, [.. ModelReader.List(json, "columns").Select(c => (c[0].GetInt32(), c[1].GetString()))]),
            TargetStatistics.KindName => new TargetStatistics(
                input,
                [
                    .. ModelReader.List(json, "keys").Select(
                        k => ModelReader.List(k, "features").Select(f => f.GetInt32()).ToImmutableArray()),
                ],
                json.GetProperty("prior").GetDouble(),
                [
                    .. ModelReader.List(json, "keys").Select(
                        k => k.GetProperty("values")
                            .EnumerateObject()
                            .ToDictionary(p => p.Name, p => p.Value.GetDouble(), StringComparer.Ordinal)),
                ]),
            _ => throw new FormatException($"unknown transform '{kind}'"),
        };
    }

    private static void WriteOneHot(Utf8JsonWriter json, OneHotTransform transform)
    {
        json.WriteStartArray("columns");
        foreach ((int source, string? category) in transform.Columns)
        {
            json.WriteStartArray();
            json.WriteNumberValue(source);
            json.WriteStringValue(category);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteStatistics(Utf8JsonWriter json, TargetStatistics transform)
    {
        json.WriteNumber("prior", transform.Prior);
        json.WriteStartArray("keys");
        for (int k = 0; k < transform.Keys.Length; k++)
        {
            json.WriteStartObject();
            json.WriteStartArray("features");
            foreach (int feature in transform.Keys[k])
            {
                json.WriteNumberValue(feature);
            }

            json.WriteEndArray();
            json.WriteStartObject("values");
            foreach ((string key, double value) in transform.Values[k].OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                json.WriteNumber(key, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
