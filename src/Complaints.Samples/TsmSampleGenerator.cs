using System.Globalization;
using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Etl.Rsh;
using Complaints.Samples.Chance;
using Complaints.Samples.Escalations;
using Complaints.Samples.Files;
using Complaints.Samples.Tsm;

namespace Complaints.Samples;

/// <summary>
/// Makes stage-level cases whose counts equal what the regulator published for every landlord: complaints made in the year, those answered
/// in time without and with an extension, and homes, per stage and stock type. Which complaint, on which day, is made up; the totals are
/// not. Which cases go to stage 2 follows probabilities that are known and stand beside the load set.
/// </summary>
public static class TsmSampleGenerator
{
    private const string System = "TSM-SAMPLE";

    /// <summary>Writes the load set: landlords, stock and stages with their mappings and manifest.</summary>
    /// <exception cref="UserException">
    /// The workbook is not the regulator's, is of another year or has no such landlord, or the folder cannot be used.
    /// </exception>
    public static async Task<GeneratedSample> GenerateAsync(TsmSampleOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        RshWorkbook workbook = await RshWorkbook.ReadAsync(options.Workbook, ct);
        if (workbook.Year != options.Year)
        {
            throw new UserException(
                $"The workbook is of {workbook.Year}, not of {options.Year}.",
                where: options.Workbook,
                expected: $"the workbook whose sheets are named TSM{(options.Year.StartYear + 1) % 100:00}_…",
                fix: $"ask for --year {workbook.Year}, or give the other workbook");
        }

        RshReturn[] returns = [.. Chosen(options, workbook)];
        string folder = SampleFolder.Prepare(options.OutputFolder);
        List<string> notes = [];
        List<TsmUnit> units = [.. returns.Select(r => TsmUnit.From(r, notes)).OfType<TsmUnit>()];
        NoteCombined(workbook, notes);

        // The latest in-time answer: a stage 2 of 31 March, acknowledged late, with the whole extension, is out by mid-June.
        DateOnly extractDate = new(options.Year.StartYear + 1, 6, 30);
        TsmCases cases = new(options.Year, extractDate);
        List<GeneratedFile> files =
        [
            await WriteLandlordsAsync(folder, workbook, options.Year),
            await WriteStockAsync(folder, units, options.Year),
        ];
        List<double> probabilities = [];
        GeneratedFile stages = await WriteStagesAsync(folder, units, cases, options.Seed, probabilities, ct);
        files.Add(stages);
        NoteOtherYears(options.Year, cases, notes);
        double? auc = EscalationOdds.ExpectedAuc([.. probabilities]);
        if (auc is double best)
        {
            notes.Add(TruthTable.Note(best));
        }

        await LoadSetWriter.WriteAsync(
            folder,
            $"tsm-sample-{options.Year.ToString().Replace('/', '-')}",
            extractDate,
            [
                PlainTable.Landlords.WithMapping("tsm-sample-landlords", System, "ymd"),
                PlainTable.Stock.WithMapping("tsm-sample-stock", System, "ymd"),
                PlainTable.Stages.WithMapping("tsm-sample-stages", System, "ymd"),
            ],
            ct);
        return new GeneratedSample
        {
            Folder = folder,
            ExtractDate = extractDate,
            Files = files,
            StageRows = stages.Rows,
            Notes = notes,
            BestPossibleAuc = auc,
        };
    }

    private static IEnumerable<RshReturn> Chosen(TsmSampleOptions options, RshWorkbook workbook)
    {
        if (options.Landlords is not { } codes)
        {
            return workbook.Returns;
        }

        HashSet<string> known = [.. workbook.Landlords.Select(landlord => landlord.Code)];
        return codes.FirstOrDefault(code => !known.Contains(code)) is string unknown
            ? throw new UserException(
                $"The workbook has no landlord '{unknown}'.",
                where: options.Workbook,
                expected: "codes of landlords in the workbook",
                fix: "look the code up in the workbook's column of landlord codes")
            : workbook.Returns.Where(r => codes.Contains(r.Landlord.Code));
    }

    private static void NoteOtherYears(ReportingYear year, TsmCases cases, List<string> notes)
    {
        notes.Add(
            $"{cases.InLeadIn} stage 1 cases are of the quarter before {year}, at the same rate, because stage 2 counts by the day it "
                + $"was received; figures of {year.Previous} are of that quarter alone, and those of {year.Next} of stage 2 cases alone.");
        if (cases.Certain > 0)
        {
            notes.Add($"{cases.Certain} of them were made for landlords that returned more stage 2 cases than the rest can give.");
        }
    }

    private static void NoteCombined(RshWorkbook workbook, List<string> notes)
    {
        string[] combined = [.. workbook.Returns
            .Where(r => r.StockType == PublishedStockType.Combined && r.IsReported)
            .Select(r => r.Landlord.Code)];
        if (combined.Length > 0)
        {
            notes.Add($"{combined.Length} landlords returned LCRA and LCHO as one figure and are left out: a home is one or the other "
                + $"({string.Join(", ", combined)}).");
        }
    }

    private static async Task<GeneratedFile> WriteLandlordsAsync(string folder, RshWorkbook workbook, ReportingYear year)
    {
        await using SampleTable table = PlainTable.Landlords.Open(folder);
        // The year before too: some cases began there.
        string? from = Iso(year.Previous.FirstDay);
        foreach (RshLandlord landlord in workbook.Landlords)
        {
            table.Write(landlord.Code, landlord.Name, landlord.LandlordType, landlord.SizeBand, landlord.Region, null, from);
        }

        return table.Summary;
    }

    private static async Task<GeneratedFile> WriteStockAsync(string folder, List<TsmUnit> units, ReportingYear year)
    {
        await using SampleTable table = PlainTable.Stock.Open(folder);
        foreach (TsmUnit unit in units)
        {
            table.Write(
                unit.Landlord.Code, StockTypes.Code(unit.StockType), Iso(year.LastDay), unit.Homes.ToString(CultureInfo.InvariantCulture));
        }

        return table.Summary;
    }

    private static async Task<GeneratedFile> WriteStagesAsync(
        string folder, List<TsmUnit> units, TsmCases cases, long seed, List<double> probabilities, CancellationToken ct)
    {
        await using SampleTable table = PlainTable.Stages.Open(folder);
        await using TruthTable truth = new(folder);
        foreach (TsmUnit unit in units)
        {
            ct.ThrowIfCancellationRequested();
            string prefix = $"{unit.Landlord.Code}-{StockTypes.Code(unit.StockType)}-";
            int number = 0;
            foreach (TsmCase made in cases.Of(unit, SampleRandom.For(seed, prefix)))
            {
                number++;
                string reference = prefix + number.ToString("00000", CultureInfo.InvariantCulture);
                Write(table, reference, "1", unit, made, made.One, made.OutcomeOne);
                if (made.Two is StageTimeline two)
                {
                    Write(table, reference, "2", unit, made, two, made.OutcomeTwo);
                }

                truth.Write(reference, made.Probability, made.Escalated);
                if (made.Probability is double probability)
                {
                    probabilities.Add(probability);
                }
            }

            await table.FlushAsync();
            await truth.FlushAsync();
        }

        return table.Summary;
    }

    private static void Write(
        SampleTable table, string reference, string stage, TsmUnit unit, TsmCase made, StageTimeline times, string? outcome)
    {
        Extension? extension = times.Dates.Extension;
        table.Write(
            reference,
            stage,
            unit.Landlord.Code,
            StockTypes.Code(unit.StockType),
            Iso(times.Received),
            Iso(times.Dates.Logged),
            Iso(times.Dates.Acknowledged),
            Iso(extension?.AgreedOn),
            Iso(extension?.To),
            extension?.Reason,
            extension is null ? null : extension.OmbudsmanDetailsGiven == true ? "true" : "false",
            Iso(times.Responded),
            Iso(times.ClosedOn),
            outcome,
            made.ServiceArea.Name,
            made.Channel);
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
