using System.Collections.Immutable;
using Complaints.Domain;
using Complaints.Domain.Errors;
using Complaints.Learning.Table;

namespace Complaints.Learning.Bench;

/// <summary>Makes the two tables of a bench from a CSV file.</summary>
internal static class BenchTableBuilder
{
    private const string NotAskedFor = "not among the features asked for";

    public static BenchTable Build(CsvTable csv, BenchOptions options)
    {
        int label = csv.IndexOf(options.Label, "--label");
        int time = csv.IndexOf(options.Time, "--time");
        (int Column, string Value)[] exclusions = [.. options.ExcludeRows.Select(e => Exclusion(csv, e))];
        List<int> training = [];
        List<int> test = [];
        int outside = 0, unlabelled = 0, excluded = 0;
        TimeColumn times = TimeColumn.Read(csv.Columns[time], options.Time, options.MonthFirst);
        int[] keys = times.Keys;
        options = options with { Train = options.Train.In(times.Kind, "--train"), Test = options.Test.In(times.Kind, "--test") };
        CheckRanges(options);
        for (int row = 0; row < csv.RowCount; row++)
        {
            if (exclusions.Any(e => string.Equals(csv.Columns[e.Column][row], e.Value, StringComparison.OrdinalIgnoreCase)))
            {
                excluded++;
            }
            else if (!options.BlankIsNo && ColumnInference.IsMissing(csv.Columns[label][row]))
            {
                unlabelled++;
            }
            else if (options.Train.Contains(keys[row]))
            {
                training.Add(row);
            }
            else if (options.Test.Contains(keys[row]))
            {
                test.Add(row);
            }
            else
            {
                outside++;
            }
        }

        // Rows in the order of time, so that "the last slice" means what it says; the order of the file within a key.
        int[] rows = [.. training.OrderBy(r => keys[r]), .. test.OrderBy(r => keys[r])];
        byte[] labels = [.. rows.Select(r => IsPositive(csv.Columns[label][r], options.Positive) ? (byte)1 : (byte)0)];
        if (training.Count == 0)
        {
            throw NoRow(options.Train, "--train", options.Time, keys);
        }

        CheckLabels(labels.AsSpan(0, training.Count), options, csv, label);
        if (test.Count == 0)
        {
            throw NoRow(options.Test, "--test", options.Time, keys);
        }

        CheckBoth(labels.AsSpan(training.Count), options);

        (
            FeatureTable table,
            ImmutableArray<ColumnUse> uses,
            ImmutableArray<string[]> cells,
            ImmutableArray<StateColumn> others) = Columns(csv, options, rows, training.Count, labels, times);
        return new BenchTable(
            table.Take([.. Enumerable.Range(0, training.Count)]),
            table.Take([.. Enumerable.Range(training.Count, test.Count)]),
            uses,
            outside,
            unlabelled,
            excluded)
        {
            TestCells = cells,
            OtherColumns = others,
            Returning = Returning(table.Schema, uses),
        };
    }

    private static (
        FeatureTable Table, ImmutableArray<ColumnUse> Uses, ImmutableArray<string[]> TestCells, ImmutableArray<StateColumn> Others) Columns(
        CsvTable csv, BenchOptions options, int[] rows, int trainingRows, byte[] labels, TimeColumn times)
    {
        int[] keys = [.. rows.Select(row => times.Keys[row])];
        int[]? dayOf = times.DayNumbers() is { } numbers ? [.. rows.Select(row => numbers[row])] : null;
        foreach (string name in options.Features.Concat(options.Drop))
        {
            csv.IndexOf(name, options.Features.Contains(name) ? "--features" : "--drop");
        }

        List<string>[] usable =
        [
            .. Enumerable.Range(0, csv.Header.Length).Where(c => Unused(csv.Header[c], options) is null).Select(c => csv.Columns[c]),
        ];
        List<FeatureDefinition> features = [];
        List<FeatureColumn> columns = [];
        List<ColumnUse> uses = [];
        List<string[]> cells = [];
        List<StateColumn> others = [];
        for (int c = 0; c < csv.Header.Length; c++)
        {
            string name = csv.Header[c];
            if (Unused(name, options) is { } reason)
            {
                uses.Add(new ColumnUse(name, "not used", reason));
                if (reason == NotAskedFor)
                {
                    others.Add(StateColumn.Of(name, csv.Columns[c], rows, trainingRows, keys));
                }

                continue;
            }

            (ImmutableArray<NamedColumn> made, ColumnUse use) = ColumnInference.Infer(
                name, csv.Columns[c], rows, trainingRows, dayOf, options.MonthFirst ?? times.MonthFirst, usable);
            uses.Add(use);
            if (made.IsEmpty)
            {
                others.Add(StateColumn.Of(name, csv.Columns[c], rows, trainingRows, keys));
            }

            features.AddRange(made.Select(column => new FeatureDefinition(column.Name, column.Column.Kind)));
            columns.AddRange(made.Select(column => column.Column));
            cells.AddRange(made.Select(_ => TestCells(csv.Columns[c], rows, trainingRows)));
        }

        return features.Count == 0
            ? throw new UserException("No column is left to learn from.", where: "--features, --drop", fix: "Drop fewer columns.")
            : (
                new FeatureTable(new FeatureSchema(features), columns, labels, keys),
                [.. uses],
                [.. cells],
                [.. others]);
    }

    // Where there is nothing else to learn from, nothing else can be chosen by.
    private static ReturningColumns Returning(FeatureSchema schema, ImmutableArray<ColumnUse> uses)
    {
        ImmutableArray<string> names = [.. uses.Where(use => use.ComesAgain).Select(use => use.Name)];
        return new ReturningColumns(names.Length < schema.Features.Length ? names : []);
    }

    private static string[] TestCells(List<string> cells, int[] rows, int trainingRows) =>
    [
        .. rows.Skip(trainingRows).Select(row => cells[row]),
    ];

    private static string? Unused(string name, BenchOptions options)
    {
        bool In(ImmutableArray<string> names) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
        return string.Equals(name, options.Label, StringComparison.OrdinalIgnoreCase) ? "the label"
            : string.Equals(name, options.Time, StringComparison.OrdinalIgnoreCase) ? "the time"
            : In(options.Drop) ? "dropped on request"
            : options.Features.Length > 0 && !In(options.Features) ? NotAskedFor
            : null;
    }

    // 1 and 1.0 are the same answer.
    private static bool IsPositive(string cell, string positive) =>
        string.Equals(cell, positive, StringComparison.OrdinalIgnoreCase)
        || (NumberCell.Read(cell) is { } number && NumberCell.Read(positive) is { } wanted && number == wanted);

    private static (int Column, string Value) Exclusion(CsvTable csv, string text)
    {
        int at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0
            ? (csv.IndexOf(text[..at], "--exclude-rows"), text[(at + 1)..])
            : throw new UsageException($"'{text}' names no rows.", where: "--exclude-rows", expected: "column=value");
    }

    private static UserException NoRow(TimeRange range, string option, string time, int[] keys) => new(
        $"No labelled row of the file lies in {range}.", where: option, expected: $"a period the column '{time}' knows, {keys.Min()} to {keys.Max()}",
        fix: "Give a period that holds rows.");

    private static void CheckRanges(BenchOptions options)
    {
        if (options.Test.From <= options.Train.To)
        {
            throw new UsageException(
                $"The test period {options.Test} does not begin after the training period {options.Train}.", where: "--train, --test",
                expected: "a test period later than everything learned from",
                fix: "A model judged on its own past looks better than it is.");
        }
    }

    // Nothing can be ranked among rows of one answer alone.
    private static void CheckBoth(ReadOnlySpan<byte> test, BenchOptions options)
    {
        int positives = test.Count((byte)1);
        if (positives == 0 || positives == test.Length)
        {
            throw new UserException(
                $"Of the {test.Length} rows of the test period {options.Test}, {(positives == 0 ? "none" : "every one")} has '{options.Label}' = '{options.Positive}'.",
                where: "--test",
                expected: "rows with it and rows without, or nothing can be judged",
                fix: "Give a longer test period, or one whose outcomes are known by now.");
        }
    }

    private static void CheckLabels(ReadOnlySpan<byte> training, BenchOptions options, CsvTable csv, int label)
    {
        int positives = training.Count((byte)1);
        int negatives = training.Length - positives;
        if (Math.Min(positives, negatives) >= Limits.BenchPositives)
        {
            return;
        }

        bool blanks = csv.Columns[label].Any(ColumnInference.IsMissing);
        string values = string.Join(", ", csv.Columns[label].Distinct(StringComparer.OrdinalIgnoreCase).Take(10));
        throw new UserException(
            $"The training period {options.Train} has {positives} rows with '{options.Label}' = '{options.Positive}' and {negatives} without.",
            where: "--label, --positive, --train",
            expected: $"at least {Limits.BenchPositives} of either; fewer give a model of chance",
            fix: $"Give a longer period, or another value; the column holds: {values}.{(blanks ? " Where a blank means that the case did not escalate, say --blank-is-no." : "")}");
    }
}
