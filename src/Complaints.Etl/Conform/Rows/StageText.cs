using Complaints.Domain.Code;
using Complaints.Etl.Conform.Rules;
using Complaints.Etl.Mapping;

namespace Complaints.Etl.Conform.Rows;

/// <summary>Reads the stage of a row.</summary>
internal static class StageText
{
    /// <summary>Reads a stage that rows may leave empty.</summary>
    internal static Stage? ReadIfGiven(CellReader cells, RowInHand scope, BoundField? field) =>
        Read(cells, scope, field, isRequired: false);

    internal static Stage? Read(CellReader cells, RowInHand scope, BoundField? field, bool isRequired = true)
    {
        int before = scope.Faults.Count;
        string? text = cells.Text(scope, field);
        if (text is not null && StageWords.Find(text) is Stage stage)
        {
            return stage;
        }

        if (scope.Faults.Count == before && (text is not null || isRequired))
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
