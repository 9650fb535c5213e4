using Complaints.Domain.Code;
using Complaints.Etl.Conform.Rules;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Reads the stage of a row.</summary>
internal static class StageText
{
    private static readonly Dictionary<string, Stage> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["1"] = Stage.One, ["one"] = Stage.One, ["stage 1"] = Stage.One, ["stage one"] = Stage.One, ["s1"] = Stage.One, ["stage1"] = Stage.One,
        ["2"] = Stage.Two, ["two"] = Stage.Two, ["stage 2"] = Stage.Two, ["stage two"] = Stage.Two, ["s2"] = Stage.Two, ["stage2"] = Stage.Two,
    };

    internal static Stage? Find(string text) => s_words.TryGetValue(text, out Stage stage) ? stage : null;

    internal static Stage? Read(CellReader cells, RowScope scope, BoundField? field)
    {
        int before = scope.Faults.Count;
        string? text = cells.Text(scope, field);
        if (text is not null && Find(text) is Stage stage)
        {
            return stage;
        }

        if (scope.Faults.Count == before)
        {
            scope.Fault(
                text is null ? RuleCatalogue.MissingKey : RuleCatalogue.UnknownStage,
                field?.Column,
                text,
                "1 or 2",
                "give it 'codes' in the mapping; the Code has two stages and no informal one (Code 2024 §5.2, §5.3)");
        }

        return null;
    }
}
