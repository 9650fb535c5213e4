using System.Text.Json;
using Complaints.Learning.Calibration;
using Complaints.Learning.BaseRate;
using Complaints.Learning.Blend;
using Complaints.Learning.Encodings;
using Complaints.Learning.Logistic;
using Complaints.Learning.Trees;
using Complaints.Learning.Table;

namespace Complaints.Learning.Files;

/// <summary>One model from a JSON object.</summary>
internal static class ModelReader
{
    public static IModel Read(JsonElement json)
    {
        string? kind = json.GetProperty("kind").GetString();
        return kind switch
        {
            BaseRateModel.KindName => new BaseRateModel(ReadFeatures(json), json.GetProperty("margin").GetDouble()),
            LogisticModel.KindName => ReadLogistic(json),
            TreeModel.KindName => new TreeModel(
                ReadFeatures(json),
                [.. List(json, "bins").Select(ReadBins)],
                [.. List(json, "trees").Select(ReadTree)],
                json.GetProperty("bias").GetDouble()),
            EncodedModel.KindName =>
                new EncodedModel([.. List(json, "transforms").Select(TransformFile.Read)], Read(json.GetProperty("inner"))),
            BlendModel.KindName =>
                new BlendModel([.. List(json, "members").Select(m => (Read(m.GetProperty("model")), m.GetProperty("weight").GetDouble()))]),
            CalibratedModel.KindName =>
                new CalibratedModel(Read(json.GetProperty("inner")), ReadCalibrator(json.GetProperty("calibrator"))),
            _ => throw new FormatException($"unknown kind of model '{kind}'"),
        };
    }

    internal static FeatureSchema ReadFeatures(JsonElement json) =>
        new(List(json, "features").Select(f => new FeatureDefinition(
            f.GetProperty("name").GetString()!,
            f.GetProperty("kind").GetString() == "numeric" ? FeatureKind.Numeric : FeatureKind.Categorical,
            (Monotone)f.GetProperty("monotone").GetInt32(),
            f.TryGetProperty("version", out JsonElement version) ? version.GetInt32() : 1)));

    internal static JsonElement.ArrayEnumerator List(JsonElement json, string name) => json.GetProperty(name).EnumerateArray();

    internal static double[] Numbers(JsonElement json, string name) => [.. List(json, name).Select(v => v.GetDouble())];

    private static int[] Integers(JsonElement json, string name) => [.. List(json, name).Select(v => v.GetInt32())];

    private static CategoryList Categories(JsonElement json) => new(List(json, "categories").Select(v => v.GetString()!));

    private static LogisticModel ReadLogistic(JsonElement json) => new(
        ReadFeatures(json),
        LogisticDesign.Of([.. List(json, "slots").Select(s => s.TryGetProperty("categories", out _)
            ? new LogisticDesign.Slot(s.GetProperty("offset").GetInt32(), 0, 0, Categories(s), Integers(s, "slotOfCode"), Unseen(s))
            : new LogisticDesign.Slot(
                s.GetProperty("offset").GetInt32(), s.GetProperty("mean").GetDouble(), s.GetProperty("scale").GetDouble(), null, []))]),
        Numbers(json, "coefficients"),
        Numbers(json, "meanParts"));

    // A file of before a value never seen was told from a missing one has none: it is read as it was meant.
    private static int Unseen(JsonElement slot)
    {
        int unseen = slot.TryGetProperty("unseen", out JsonElement given) ? given.GetInt32() : 0;
        return unseen >= -1 && unseen <= Integers(slot, "slotOfCode").DefaultIfEmpty(0).Max()
            ? unseen
            : throw new FormatException($"no coefficient {unseen} for a value never seen");
    }

    private static FeatureBins ReadBins(JsonElement json) => json.TryGetProperty("cuts", out JsonElement cuts)
        ? FeatureBins.OfNumbers([.. cuts.EnumerateArray().Select(c => c.GetSingle())])
        : FeatureBins.OfCategories(Categories(json), Integers(json, "binToCode"));

    private static Tree ReadTree(JsonElement json) => new([.. json.EnumerateArray().Select(ReadNode)]);

    private static Tree.Node ReadNode(JsonElement json)
    {
        if (json.GetArrayLength() == 2)
        {
            return new Tree.Node(-1, 0, 0, false, null, json[0].GetDouble(), json[1].GetDouble());
        }

        JsonElement test = json[2];
        BinSet? set = test.ValueKind == JsonValueKind.Array
            ? new BinSet(test[0].GetUInt64(), test[1].GetUInt64(), test[2].GetUInt64(), test[3].GetUInt64())
            : null;
        return new Tree.Node(
            json[0].GetInt32(),
            json[1].GetInt32(),
            set is null ? test.GetInt32() : 0,
            json[3].GetBoolean(),
            set,
            0,
            json[4].GetDouble());
    }

    private static ICalibrator ReadCalibrator(JsonElement json)
    {
        string? kind = json.GetProperty("kind").GetString();
        return kind switch
        {
            PlattCalibrator.KindName => new PlattCalibrator(json.GetProperty("slope").GetDouble(), json.GetProperty("offset").GetDouble()),
            IsotonicCalibrator.KindName => new IsotonicCalibrator([.. Numbers(json, "margins")], [.. Numbers(json, "values")]),
            _ => throw new FormatException($"unknown calibrator '{kind}'"),
        };
    }
}
