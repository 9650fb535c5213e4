using Complaints.Domain.Errors;

namespace Complaints.Etl.Rsh;

/// <summary>
/// What the regulator published, by measure id: <c>ch01_stage1</c>, <c>ch01_stage2</c>, <c>ch02_stage1</c>, <c>ch02_stage2</c>, from
/// 2024/25 their split <c>ch02_stage1_standard</c>, <c>ch02_stage1_extension</c> (and stage 2), and <c>tp09</c>.
/// </summary>
/// <remarks>
/// Numerators and denominators are the figure; the printed value is kept beside them as a claim and never computed with, because the
/// 2023/24 workbook prints 0 both for a true zero and for a denominator of 0 (docs/domain.md §2.6).
/// </remarks>
public static class RshPublishedMeasures
{
    /// <summary>Every published figure of a workbook: those of landlords that reported the stock type, placeholders included.</summary>
    public static IEnumerable<RshPublishedFigure> Figures(RshWorkbook workbook)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        return Walk(workbook);
    }

    /// <summary>Reads a workbook into the rows that a load merges: one per figure, and the landlords and stock it describes.</summary>
    /// <exception cref="UserException">The file is missing, is not an XLSX workbook, is too large, or is not the regulator's.</exception>
    public static async Task<RshPublication> ReadAsync(string path, CancellationToken ct)
    {
        RshWorkbook workbook = await RshWorkbook.ReadAsync(path, ct);
        return RshPublication.From(workbook);
    }

    private static IEnumerable<RshPublishedFigure> Walk(RshWorkbook workbook)
    {
        foreach (RshReturn r in workbook.Returns.Where(r => r.IsReported))
        {
            foreach (RshPublishedFigure figure in Stage(workbook, r, 1, r.Stage1).Concat(Stage(workbook, r, 2, r.Stage2)))
            {
                yield return figure;
            }
        }

        foreach (RshTp09 tp09 in workbook.Tp09.Where(tp09 => tp09.Answers.Any(answer => answer.Number is not null)))
        {
            string sheet = workbook.PerceptionSheets[tp09.StockType];
            RshCell? unreadable = tp09.Answers.Append(tp09.Value).FirstOrDefault(cell => cell.IsUnreadable);
            yield return new RshPublishedFigure(
                tp09.Landlord, tp09.StockType, workbook.Year, "tp09", tp09.Satisfied, tp09.Answered,
                tp09.Answers[0].Address, tp09.Value, sheet, tp09.Row, unreadable);
        }
    }

    private static IEnumerable<RshPublishedFigure> Stage(RshWorkbook workbook, RshReturn r, int stage, RshStageFigures figures)
    {
        yield return Figure($"ch01_stage{stage}", figures.Made, figures.Homes, figures.Ch01);
        yield return Figure($"ch02_stage{stage}", figures.InTime, figures.Ch02Base, figures.Ch02);
        if (figures.InTimeStandard is RshCell standard)
        {
            yield return Figure($"ch02_stage{stage}_standard", standard, figures.Ch02Base, standard);
        }

        if (figures.InTimeExtension is RshCell extension)
        {
            yield return Figure($"ch02_stage{stage}_extension", extension, figures.Ch02Base, extension);
        }

        RshPublishedFigure Figure(string id, RshCell numerator, RshCell denominator, RshCell printed) => new(
            r.Landlord,
            r.StockType,
            workbook.Year,
            id,
            numerator.Number,
            denominator.Number,
            numerator.Address,
            printed,
            workbook.ManagementSheet,
            r.Row,
            new[] { numerator, denominator, printed }.FirstOrDefault(cell => cell.IsUnreadable));
    }
}
