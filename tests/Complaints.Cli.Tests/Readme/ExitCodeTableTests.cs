using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Complaints.Cli.CommandLine;
using Complaints.Domain;

namespace Complaints.Cli.Tests.Readme;

/// <summary>What scripts rely on stands in the documents: the signals' exit codes were in the code alone.</summary>
public sealed partial class ExitCodeTableTests
{
    [Fact]
    public void Every_exit_code_stands_in_the_table_and_no_other_does()
    {
        FieldInfo[] fields = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static);
        int[] codes = [.. fields.Select(field => (int)field.GetRawConstantValue()!).Order()];
        int[] told = [.. Row().Matches(Page()).Select(row => int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.Equal(codes, told);
    }

    [Fact]
    public void The_limits_of_the_page_are_those_of_the_program()
    {
        // Where a line of the page ends is nobody's business.
        string page = Break().Replace(Page(), " ");
        Assert.Contains($"those under way have {Limits.StopSeconds} seconds, and connections {Limits.CloseSeconds} more", page, StringComparison.Ordinal);
        Assert.Contains($"the next {Limits.WaitingQueries} wait", page, StringComparison.Ordinal);
        Assert.Contains($"these calls fail after {Limits.LineSeconds} seconds", page, StringComparison.Ordinal);
        Assert.Contains($"ends by itself within {Limits.StopSeconds + 5} seconds", page, StringComparison.Ordinal);
    }

    private static string Page() => File.ReadAllText(Path.Combine(ReadmeTests.Root, "docs", "running.md"));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Break();

    [GeneratedRegex(@"^\| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
