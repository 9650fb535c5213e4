using Complaints.Domain.Code;

namespace Complaints.Etl.Mapping;

/// <summary>The words by which extracts and mappings name a stage.</summary>
internal static class StageWords
{
    private static readonly Dictionary<string, Stage> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["1"] = Stage.One,
        ["one"] = Stage.One,
        ["stage 1"] = Stage.One,
        ["stage one"] = Stage.One,
        ["s1"] = Stage.One,
        ["stage1"] = Stage.One,
        ["2"] = Stage.Two,
        ["two"] = Stage.Two,
        ["stage 2"] = Stage.Two,
        ["stage two"] = Stage.Two,
        ["s2"] = Stage.Two,
        ["stage2"] = Stage.Two,
    };

    internal static Stage? Find(string text) => s_words.TryGetValue(text, out Stage stage) ? stage : null;
}
