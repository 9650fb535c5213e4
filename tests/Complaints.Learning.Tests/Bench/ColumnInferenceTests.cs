using System.Collections.Immutable;
using System.Globalization;
using Complaints.Learning.Bench;
using Complaints.Learning.Table;

namespace Complaints.Learning.Tests.Bench;

/// <summary>What a column is taken for; each of these once lost what a one-hot encoding of the same column kept.</summary>
public sealed class ColumnInferenceTests
{
    private static readonly DateOnly s_day = new(2016, 12, 31);

    [Fact]
    public void A_category_of_very_many_values_is_kept_while_its_values_come_again()
    {
        // 2,000 companies in 2,000 rows: 1,264 different ones, and two rows of three share theirs with another.
        Random random = new(3);
        (ImmutableArray<NamedColumn> columns, ColumnUse use) = Infer([.. Enumerable.Range(0, 2_000).Select(_ => $"c{random.Next(2_000)}")]);
        Assert.Equal("categorical", use.Use);
        Assert.IsType<CategoricalColumn>(Assert.Single(columns).Column);
    }

    [Fact]
    public void A_value_of_its_own_for_nearly_every_row_is_an_identifier()
    {
        (ImmutableArray<NamedColumn> columns, ColumnUse use) = Infer([.. Enumerable.Range(0, 500).Select(i => $"case {i / 2 * (i < 10 ? 1 : 2)}-{i % 2 * (i < 10 ? 0 : 1)}")]);
        Assert.Empty(columns);
        Assert.Contains("identifier", use.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dd/MM/yyyy")]
    [InlineData("yyyy-MM-ddTHH:mm:ss")]
    [InlineData("d MMM yyyy")]
    [InlineData("M/d/yyyy")]
    public void Days_become_the_days_between_them_and_the_rows_time(string format)
    {
        string[] cells =
        [
            .. Enumerable.Range(0, 300).Select(
                i => s_day.AddDays(-i).ToDateTime(new TimeOnly(9, 0)).ToString(format, CultureInfo.InvariantCulture)),
            "",
        ];
        (ImmutableArray<NamedColumn> columns, ColumnUse use) = Infer(cells);
        Assert.Equal("days", use.Use);
        float[] values = ((NumericColumn)Assert.Single(columns).Column).Values.ToArray();
        Assert.Equal([.. Enumerable.Range(0, 300).Select(i => (float)i)], values[..300]);
        Assert.Equal(float.NaN, values[300]);
    }

    [Theory]
    [InlineData("1234.5", 1234.5f)]
    [InlineData("1,234.50", 1234.5f)]
    [InlineData("£1,234", 1234f)]
    [InlineData("-$12.25", -12.25f)]
    [InlineData("12.5%", 12.5f)]
    [InlineData("1e3", 1000f)]
    [InlineData("01", null)]
    [InlineData("1,2", null)]
    [InlineData("12,34,567", null)]
    [InlineData("3 rooms", null)]
    public void A_number_is_read_as_programs_and_people_write_it(string cell, float? value) => Assert.Equal(value, NumberCell.Read(cell));

    [Fact]
    public void A_text_that_others_repeat_tells_by_its_wording_and_by_its_length()
    {
        string story = string.Join(' ', Enumerable.Repeat("charged", 8));
        (ImmutableArray<NamedColumn> columns, _) = Infer(
            [.. Enumerable.Range(0, 400).Select(i => i % 3 == 0 ? story : $"{story} and again on the {i}th")]);
        Assert.Equal(["column", "column, number of words"], columns.Select(c => c.Name));
        Assert.Equal(FeatureKind.Categorical, columns[0].Column.Kind);
        Assert.Equal(8f, ((NumericColumn)columns[1].Column).Values[0]);
    }

    // One word for nothing in a column of numbers made a category of every number: ROC-AUC 0.63 became 0.50 without a word.
    [Theory]
    [InlineData("None")]
    [InlineData("?")]
    [InlineData("inf")]
    [InlineData("1e400")]
    public void A_word_for_nothing_among_many_numbers_is_a_missing_number_and_is_told(string word)
    {
        (ImmutableArray<NamedColumn> columns, ColumnUse use) = Infer(
            [.. Enumerable.Range(0, 400).Select(i => i % 20 == 7 ? word : $"{i}.5")]);
        Assert.Equal("numeric", use.Use);
        Assert.Contains($"'{word}'", use.Detail, StringComparison.Ordinal);
        float[] values = ((NumericColumn)Assert.Single(columns).Column).Values.ToArray();
        Assert.Equal((8.5f, float.NaN), (values[8], values[7]));
    }

    [Fact]
    public void Codes_of_which_most_are_digits_stay_categories()
    {
        (ImmutableArray<NamedColumn> columns, _) = Infer([.. Enumerable.Range(0, 400).Select(i => i % 9 == 0 ? "G" : $"{i % 30}")]);
        Assert.IsType<CategoricalColumn>(Assert.Single(columns).Column);
    }

    [Fact]
    public void A_comma_before_the_decimals_of_the_whole_column_makes_numbers()
    {
        (ImmutableArray<NamedColumn> columns, ColumnUse use) = Infer([.. Enumerable.Range(0, 400).Select(i => $"{i % 7},{i + 1000}")]);
        Assert.Equal("numeric", use.Use);
        Assert.Equal(3.1101f, ((NumericColumn)Assert.Single(columns).Column).Values[101]);
    }

    private static (ImmutableArray<NamedColumn> Columns, ColumnUse Use) Infer(string[] cells) => ColumnInference.Infer(
        "column",
        [.. cells],
        [.. Enumerable.Range(0, cells.Length)],
        cells.Length,
        [.. Enumerable.Repeat(s_day.DayNumber, cells.Length)],
        monthFirst: false,
        others: []);
}
