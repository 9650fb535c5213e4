using System.Globalization;
using Complaints.Domain.Code;
using Complaints.Domain.Errors;
using Complaints.Domain.Homes;
using Complaints.Domain.Time;
using Complaints.Etl.Generate.Tsm;
using Complaints.Etl.Rsh;

namespace Complaints.Etl.Generate;

/// <summary>
/// Makes stage-level cases whose counts equal what the regulator published for every landlord: complaints made in the year, those answered
/// in time without and with an extension, and homes, per stage and stock type. Which complaint, on which day, is made up; the totals are not.
/// </summary>
public static class TsmSampleGenerator
{
    private static readonly WeightedChoice<string> s_outcomes = new(("upheld", 45), ("partially_upheld", 22), ("not_upheld", 33));

    private static readonly WeightedChoice<string> s_channels =
        new(("phone", 38), ("email", 34), ("web", 20), ("letter", 4), ("in_person", 3), ("social_media", 1));

    private static readonly WeightedChoice<string> s_areas =
        new(("Repairs", 52), ("Housing and estates", 19), ("Staff", 10), ("Rent and charges", 7), ("Moving home", 5), ("Other", 7));

    /// <summary>Writes the load set: landlords, stock and stages with their mappings and manifest.</summary>
    /// <exception cref="UserException">The workbook is not the regulator's or of another year, or the folder cannot be used.</exception>
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

        string folder = SampleFolder.Prepare(options.OutputFolder);
        List<string> notes = [];
        List<TsmUnit> units = [.. workbook.Returns.Select(r => TsmUnit.From(r, notes)).OfType<TsmUnit>()];
        NoteCombined(workbook, notes);

        // The latest in-time answer: a stage 2 of 31 March, acknowledged late, with the whole extension, is out by mid-June.
        DateOnly extractDate = new(options.Year.StartYear + 1, 6, 30);
        TsmCases cases = new(options.Year, new StageScheduler(extractDate));
        List<GeneratedFile> files =
        [
            await WriteLandlordsAsync(folder, workbook, options.Year),
            await WriteStockAsync(folder, units, options.Year),
        ];
        GeneratedFile stages = await WriteStagesAsync(folder, units, cases, options.Seed, ct);
        files.Add(stages);
        if (cases.FromYearBefore > 0)
        {
            notes.Add($"{cases.FromYearBefore} stage 2 cases follow a stage 1 case made in {options.Year.Previous}; such rows count only there.");
        }

        await LoadSetWriter.WriteAsync(
            folder,
            $"tsm-sample-{options.Year.ToString().Replace('/', '-')}",
            extractDate,
            [
                new LoadSetFile("landlords.csv", "landlords.mapping.jsonc", TsmMappings.Landlords),
                new LoadSetFile("stock.csv", "stock.mapping.jsonc", TsmMappings.Stock),
                new LoadSetFile("stages.csv", "stages.mapping.jsonc", TsmMappings.Stages),
            ],
            ct);
        return new GeneratedSample { Folder = folder, ExtractDate = extractDate, Files = files, StageRows = stages.Rows, Notes = notes };
    }

    private static void NoteCombined(RshWorkbook workbook, List<string> notes)
    {
        string[] combined = [.. workbook.Returns
            .Where(r => r.StockType == PublishedStockType.Combined && r.IsReported)
            .Select(r => r.Landlord.Code)];
        if (combined.Length > 0)
        {
            notes.Add($"{combined.Length} landlords returned LCRA and LCHO as one figure and are left out: a home is one or the other ({string.Join(", ", combined)}).");
        }
    }

    private static async Task<GeneratedFile> WriteLandlordsAsync(string folder, RshWorkbook workbook, ReportingYear year)
    {
        await using SampleTable table = new(
            folder, "landlords.csv", ["landlord_code", "name", "landlord_type", "size_band", "region", "valid_from"]);
        // The year before too: some stage 2 cases began there.
        string? from = Iso(year.Previous.FirstDay);
        foreach (RshLandlord landlord in workbook.Landlords)
        {
            table.Write(landlord.Code, landlord.Name, landlord.LandlordType, landlord.SizeBand, landlord.Region, from);
        }

        return table.Summary;
    }

    private static async Task<GeneratedFile> WriteStockAsync(string folder, List<TsmUnit> units, ReportingYear year)
    {
        await using SampleTable table = new(folder, "stock.csv", ["landlord_code", "stock_type", "year_end", "homes"]);
        foreach (TsmUnit unit in units)
        {
            table.Write(unit.Landlord.Code, StockTypes.Code(unit.StockType), Iso(year.LastDay), unit.Homes.ToString(CultureInfo.InvariantCulture));
        }

        return table.Summary;
    }

    private static async Task<GeneratedFile> WriteStagesAsync(
        string folder, List<TsmUnit> units, TsmCases cases, long seed, CancellationToken ct)
    {
        await using SampleTable table = new(
            folder,
            "stages.csv",
            [
                "case_reference", "stage", "landlord_code", "stock_type", "received_on", "logged_on", "acknowledged_on",
                "extension_agreed_on", "extension_to", "extension_reason", "ombudsman_details_given",
                "responded_on", "closed_on", "outcome", "service_area", "channel",
            ]);
        foreach (TsmUnit unit in units)
        {
            ct.ThrowIfCancellationRequested();
            string prefix = $"{unit.Landlord.Code}-{StockTypes.Code(unit.StockType)}-";
            SampleRandom random = SampleRandom.For(seed, prefix);
            int number = 0;
            foreach (TsmCase made in cases.Of(unit, random))
            {
                number++;
                string reference = prefix + number.ToString("00000", CultureInfo.InvariantCulture);
                string area = s_areas.Draw(random);
                string channel = s_channels.Draw(random);
                Write(table, reference, "1", unit, made.One, s_outcomes.Draw(random), area, channel);
                if (made.Two is StageTimeline two)
                {
                    Write(table, reference, "2", unit, two, s_outcomes.Draw(random), area, channel);
                }
            }

            await table.FlushAsync();
        }

        return table.Summary;
    }

    private static void Write(
        SampleTable table, string reference, string stage, TsmUnit unit, StageTimeline times, string outcome, string area, string channel)
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
            times.Responded is null ? null : outcome,
            area,
            channel);
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
