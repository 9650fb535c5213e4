using System.Text.Json;
using Complaints.Domain.Errors;

namespace Complaints.Learning.Files;

/// <summary>
/// Writes models to JSON and reads them back. The same model gives the same bytes; a model read back gives the same scores to the last bit.
/// </summary>
/// <remarks>
/// The document is <c>{"format":"complaints-escalation-model","version":1,"model":{…}}</c>. A model is an object with <c>kind</c> and
/// <c>features</c> (<c>name</c>, <c>kind</c> numeric or categorical, <c>monotone</c> −1, 0 or 1), and by kind:
/// <list type="bullet">
/// <item><c>base-rate</c>: <c>margin</c>.</item>
/// <item><c>logistic</c>: <c>coefficients</c> (intercept first), <c>meanParts</c> per feature, <c>slots</c> per feature: <c>offset</c>, and
/// <c>mean</c>, <c>scale</c> of a number or <c>categories</c>, <c>slotOfCode</c>, <c>unseen</c>.</item>
/// <item><c>trees</c>: <c>bias</c>; <c>bins</c> per feature: <c>cuts</c> or <c>categories</c>, <c>binToCode</c>; <c>trees</c>: lists of
/// nodes <c>[value, cover]</c> for a leaf, <c>[left, feature, bin, missingLeft, cover]</c> or <c>[left, feature, [four 64-bit words],
/// missingLeft, cover]</c>; the right child follows the left one.</item>
/// <item><c>encoded</c>: <c>transforms</c> and <c>inner</c>; <c>blend</c>: <c>members</c> with <c>weight</c> and <c>model</c>;
/// <c>calibrated</c>: <c>calibrator</c> and <c>inner</c>.</item>
/// </list>
/// </remarks>
public static class ModelFile
{
    /// <summary>The version written. A reader refuses a later one.</summary>
    public const int Version = 1;

    private const string Format = "complaints-escalation-model";

    /// <summary>Writes a model.</summary>
    /// <exception cref="NotSupportedException">A kind of model this format does not know.</exception>
    public static void Write(IModel model, Stream stream)
    {
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { SkipValidation = false });
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        json.WritePropertyName("model");
        ModelWriter.Write(json, model);
        json.WriteEndObject();
    }

    /// <summary>A model as bytes.</summary>
    public static byte[] ToBytes(IModel model)
    {
        using MemoryStream stream = new();
        Write(model, stream);
        return stream.ToArray();
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="UserException">Not a model file, a broken one, or one of a later version.</exception>
    public static IModel Read(Stream stream)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = 128 });
            JsonElement root = document.RootElement;
            if (root.GetProperty("format").GetString() != Format || root.GetProperty("version").GetInt32() is < 1 or > Version)
            {
                throw new UserException(
                    $"The file has format '{root.GetProperty("format")}' version {root.GetProperty("version")}.",
                    expected: $"format '{Format}' version 1 to {Version}",
                    fix: "Use the version of the program that wrote it, or train the model again.");
            }

            return ModelReader.Read(root.GetProperty("model"));
        }
        catch (Exception e) when (
            e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException
                or IndexOutOfRangeException or OverflowException)
        {
            throw new UserException(
                "The model file cannot be read: " + e.Message,
                expected: $"a JSON document of format '{Format}', complete",
                fix: "Restore the file from the registry, or train the model again.",
                inner: e);
        }
    }
}
