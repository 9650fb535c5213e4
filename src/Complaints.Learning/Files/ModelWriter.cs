using System.Text.Json;
using Complaints.Learning.Calibration;
using Complaints.Learning.BaseRate;
using Complaints.Learning.Blend;
using Complaints.Learning.Encodings;
using Complaints.Learning.Logistic;
using Complaints.Learning.Trees;
using Complaints.Learning.Table;

namespace Complaints.Learning.Files;

/// <summary>One model as a JSON object.</summary>
internal static class ModelWriter
{
    public static void Write(Utf8JsonWriter json, IModel model)
    {
        json.WriteStartObject();
        json.WriteString("kind", model.Kind);
        WriteFeatures(json, model.Schema);
        switch (model)
        {
            case BaseRateModel baseRate:
                json.WriteNumber("margin", baseRate.Margin);
                break;
            case LogisticModel logistic:
                WriteLogistic(json, logistic);
                break;
            case TreeModel trees:
                WriteTrees(json, trees);
                break;
            case EncodedModel encoded:
                WriteEncoded(json, encoded);
                break;
            case BlendModel blend:
                WriteBlend(json, blend);
                break;
            case CalibratedModel calibrated:
                WriteCalibrated(json, calibrated);
                break;
            default:
                throw new NotSupportedException($"The model format has no kind '{model.Kind}'.");
        }

        json.WriteEndObject();
    }

    internal static void WriteFeatures(Utf8JsonWriter json, FeatureSchema schema)
    {
        json.WriteStartArray("features");
        foreach (FeatureDefinition feature in schema.Features)
        {
            json.WriteStartObject();
            json.WriteString("name", feature.Name);
            json.WriteString("kind", feature.Kind == FeatureKind.Numeric ? "numeric" : "categorical");
            json.WriteNumber("monotone", (int)feature.Monotone);
            json.WriteNumber("version", feature.Version);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLogistic(Utf8JsonWriter json, LogisticModel model)
    {
        Numbers(json, "coefficients", model.Coefficients);
        Numbers(json, "meanParts", model.MeanParts);
        json.WriteStartArray("slots");
        foreach (LogisticDesign.Slot slot in model.Design.Slots)
        {
            json.WriteStartObject();
            json.WriteNumber("offset", slot.Offset);
            if (slot.Categories is { } categories)
            {
                Names(json, "categories", categories.Names);
                Integers(json, "slotOfCode", slot.SlotOfCode);
                json.WriteNumber("unseen", slot.Unseen);
            }
            else
            {
                json.WriteNumber("mean", slot.Mean);
                json.WriteNumber("scale", slot.Scale);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTrees(Utf8JsonWriter json, TreeModel model)
    {
        json.WriteNumber("bias", model.Bias);
        json.WriteStartArray("bins");
        foreach (FeatureBins bins in model.Bins)
        {
            json.WriteStartObject();
            if (bins.Categories is { } categories)
            {
                Names(json, "categories", categories.Names);
                Integers(json, "binToCode", bins.BinToCode);
            }
            else
            {
                json.WriteStartArray("cuts");
                foreach (float cut in bins.Cuts)
                {
                    json.WriteNumberValue(cut);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("trees");
        foreach (Tree tree in model.Trees)
        {
            json.WriteStartArray();
            foreach (Tree.Node node in tree.Nodes)
            {
                WriteNode(json, node);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteNode(Utf8JsonWriter json, Tree.Node node)
    {
        json.WriteStartArray();
        if (node.IsLeaf)
        {
            json.WriteNumberValue(node.Value);
            json.WriteNumberValue(node.Cover);
            json.WriteEndArray();
            return;
        }

        json.WriteNumberValue(node.Left);
        json.WriteNumberValue(node.Feature);
        if (node.LeftBins is { } set)
        {
            json.WriteStartArray();
            json.WriteNumberValue(set.A);
            json.WriteNumberValue(set.B);
            json.WriteNumberValue(set.C);
            json.WriteNumberValue(set.D);
            json.WriteEndArray();
        }
        else
        {
            json.WriteNumberValue(node.Bin);
        }

        json.WriteBooleanValue(node.MissingLeft);
        json.WriteNumberValue(node.Cover);
        json.WriteEndArray();
    }

    private static void WriteEncoded(Utf8JsonWriter json, EncodedModel model)
    {
        json.WriteStartArray("transforms");
        foreach (ITableTransform transform in model.Transforms)
        {
            TransformFile.Write(json, transform);
        }

        json.WriteEndArray();
        json.WritePropertyName("inner");
        Write(json, model.Inner);
    }

    private static void WriteBlend(Utf8JsonWriter json, BlendModel model)
    {
        json.WriteStartArray("members");
        foreach ((IModel member, double weight) in model.Members)
        {
            json.WriteStartObject();
            json.WriteNumber("weight", weight);
            json.WritePropertyName("model");
            Write(json, member);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCalibrated(Utf8JsonWriter json, CalibratedModel model)
    {
        json.WriteStartObject("calibrator");
        json.WriteString("kind", model.Calibrator.Kind);
        switch (model.Calibrator)
        {
            case PlattCalibrator platt:
                json.WriteNumber("slope", platt.Slope);
                json.WriteNumber("offset", platt.Offset);
                break;
            case IsotonicCalibrator isotonic:
                Numbers(json, "margins", [.. isotonic.Margins]);
                Numbers(json, "values", [.. isotonic.Values]);
                break;
            default:
                throw new NotSupportedException($"The model format has no calibrator '{model.Calibrator.Kind}'.");
        }

        json.WriteEndObject();
        json.WritePropertyName("inner");
        Write(json, model.Inner);
    }

    private static void Numbers(Utf8JsonWriter json, string name, double[] values)
    {
        json.WriteStartArray(name);
        foreach (double value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private static void Integers(Utf8JsonWriter json, string name, int[] values)
    {
        json.WriteStartArray(name);
        foreach (int value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
