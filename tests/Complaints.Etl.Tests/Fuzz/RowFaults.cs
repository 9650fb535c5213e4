using System.Globalization;

namespace Complaints.Etl.Tests.Fuzz;

/// <summary>
/// Ways in which a row comes out wrong, each of which the product can see: in its day, stage, landlord, home, reference or form.
/// </summary>
internal static class RowFaults
{
    internal const int Kinds = 17;

    /// <summary>Spoils the cells of a row.</summary>
    /// <param name="random">Draws what can be drawn.</param>
    /// <param name="kind">Which way, below <see cref="Kinds"/>.</param>
    /// <param name="row">What the row tells, and where.</param>
    /// <returns>The lines that stand in its place.</returns>
    internal static IReadOnlyList<string> Spoil(Random random, int kind, FaultyRow row)
    {
        string[] cells = [.. row.Cells];
        PlainStage stage = row.Stages[^1];
        switch (kind)
        {
            case 0: cells[row.Received] = "31/02/2024"; break;
            case 1: cells[row.Received + 3] = Day(stage.Received.AddDays(-3)); break;
            case 2: cells[row.Received + 3] = Day(row.Extract.AddDays(4)); break;
            case 3: cells[row.Received] = Day(row.Extract.AddDays(random.Next(1, 400))); break;
            case 4: cells[row.FirstReceived] = ""; break;
            case 5 when stage.Number == 2: cells[row.Received] = Day(row.First.AddDays(-5)); break;
            case 6 when row.StageCell is int at: cells[at] = random.Next(2) == 0 ? "final" : ""; break;
            case 7: cells[1] =
                row.IsThroughHome ? "QQ77" : random.Next(2) == 0 ? "Z9" : ""; cells[2] = row.IsThroughHome ? "" : cells[2]; break;
            case 8 when row.OtherUprn is string uprn: (cells[1], cells[2]) = (row.Asset, uprn); break;
            case 8 or 9: cells[2] = row.IsThroughHome ? "1.00021E+11" : "XX"; break;
            case 10: return [string.Join(',', cells.Take(random.Next(2, cells.Length - 1)))];
            case 11: return [string.Join(',', cells) + ",left over"];
            case 12: cells[^1] = "\"perhaps"; break;
            case 13: return [string.Join(',', cells), string.Join(',', cells.Select((cell, i) => i == 3 ? "Heating" : cell))];
            case 14 when row.Stages.Count == 1 && stage.Number == 1: cells[0] += '\u200B'; break;
            case 15: cells[0] = ""; break;
            case 16:
                (cells[row.Received + 8], cells[row.Received + 9]) = ("accepted", random.Next(2) == 0 ? "refused" : "withdrawn");
                break;
            default: cells[row.Received + 9] = "perhaps"; break;
        }

        return [string.Join(',', cells)];
    }

    internal static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A row before it is spoilt.</summary>
internal sealed record FaultyRow
{
    public required string[] Cells { get; init; }

    /// <summary>What it tells; the last is the one to spoil.</summary>
    public required IReadOnlyList<PlainStage> Stages { get; init; }

    public required DateOnly Extract { get; init; }

    /// <summary>When the case's stage 1 was received.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Cell of the day of receipt of the stage to spoil.</summary>
    public required int Received { get; init; }

    /// <summary>Cell of the first day of receipt of the row.</summary>
    public required int FirstReceived { get; init; }

    /// <summary>Cell of the stage; null in a row per complaint.</summary>
    public int? StageCell { get; init; }

    public bool IsThroughHome { get; init; }

    /// <summary>An identifier of its home.</summary>
    public string Asset { get; init; } = "";

    /// <summary>The UPRN of a home that is another landlord's on the day; null where none was found.</summary>
    public string? OtherUprn { get; init; }
}
