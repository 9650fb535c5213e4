using System.Text.RegularExpressions;

namespace Complaints.Architecture.Tests;

/// <summary>House rules that a compiler does not hold. Each failure reads <c>path:line: what is wrong</c>.</summary>
public sealed partial class TidyTests
{
    private const int LongestFile = 600;
    private const int LongestLine = 140;
    private const int LongText = 60;
    private static readonly string[] Code = ["src", "tests", "benchmarks"];
    private static readonly string[] TextEndings =
        [".cs", ".sql", ".proto", ".md", ".json", ".jsonc", ".props", ".targets", ".csproj", ".py", ".js", ".mjs", ".editorconfig"];

    // Those that look themselves, those that make a file of their own, and those that read what the program came with.
    private static readonly string[] s_opens =
    [
        "RegularFile.cs", "FileHead.cs", "GenerationFiles.cs", "AppendedLines.cs", "LineWriter.cs", "RegistryLock.cs", "WriterLock.cs",
        "DurableFile.cs", "SpillFolder.cs", "SampleTable.cs", "AnswerKey.cs", "MergeScript.cs", "NamedQueries.cs", "MappingGuide.cs",
    ];

    [Fact]
    public void No_file_is_longer_than_600_lines() =>
        Nothing(Repository.CSharp(Code)
            .Where(file => file.Lines.Length > LongestFile)
            .Select(file => $"{file.Path}:{LongestFile + 1}: {file.Lines.Length} lines; split it, {LongestFile} is the limit"));

    [Fact]
    public void No_line_is_longer_than_140_characters() =>
        Nothing(Repository.CSharp(Code).SelectMany(LongLinesOf));

    [Fact]
    public void No_line_ends_in_white_space() =>
        Nothing(Repository.Files
            .Where(path => TextEndings.Any(path.EndsWith))
            .SelectMany(path => new SourceFile(path).Matches(TrailingSpace(), "trailing white space")));

    [Fact]
    public void No_debug_output_is_left_behind() =>
        Nothing(Repository.CSharp("src").SelectMany(file => file.Matches(DebugOutput(), "leftover debug output")));

    [Fact]
    public void Only_the_command_line_writes_to_the_console() =>
        Nothing(Repository.CSharp("src")
            .Where(file => !file.Path.StartsWith("src/Complaints.Cli/", StringComparison.Ordinal))
            .SelectMany(file => file.Matches(ConsoleUse(), "only src/Complaints.Cli talks to the console")));

    /// <summary>A pipe in place of a file made every command wait without end: each that could be replaced is looked at first.</summary>
    [Fact]
    public void Files_are_opened_to_read_by_those_that_look_first_what_they_are() =>
        Nothing(Repository.CSharp("src")
            .Where(file => !s_opens.Contains(Path.GetFileName(file.Path)))
            .SelectMany(file => file.Matches(Opened(), "open it by Complaints.Domain.Storage.RegularFile")));

    [Fact]
    public void No_note_to_self_is_left_behind() =>
        Nothing(Repository.CSharp(Code).SelectMany(file => file.Matches(NoteToSelf(), "unfinished")));

    [Fact]
    public void A_namespace_is_its_folder() =>
        Nothing(Repository.CSharp(Code)
            .SelectMany(WrongNamespaces));

    [Fact]
    public void No_test_is_skipped_for_good() =>
        Nothing(Repository.CSharp("tests").SelectMany(file => file.Matches(SkippedTest(), "a skipped test proves nothing")));

    [Fact]
    public void Nothing_names_a_package_registry() =>
        Nothing(Repository.Files
            .Where(path => TextEndings.Any(path.EndsWith) || path.StartsWith(".ci/", StringComparison.Ordinal))
            .SelectMany(path => new SourceFile(path).Matches(RegistryHost(), "a registry's address; clients know theirs")));

    [Fact]
    public void The_top_level_holds_what_the_design_names()
    {
        string[] expected =
        [
            ".ci", ".editorconfig", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "Complaints.Warehouse.sln",
            "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "LICENSE", "NOTICE.md", "README.md",
            "benchmarks", "docs", "global.json", "protos", "sql", "src", "tests",
        ];
        string[] made = [".git", "artifacts", "warehouse", "sample", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts"];
        IEnumerable<string> found = Directory.EnumerateFileSystemEntries(Repository.Root).Select(path => Path.GetFileName(path));
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Except(made).Order(StringComparer.Ordinal));
    }

    // A text is what it is: a message is found by its words, so it is not cut; a mapping file or a query is not wrapped as code is.
    private static IEnumerable<string> LongLinesOf(SourceFile file)
    {
        bool raw = false;
        for (int i = 0; i < file.Lines.Length; i++)
        {
            int quotes = file.Lines[i].Split("\"\"\"").Length - 1;
            int texts = Text().Matches(file.Lines[i]).Where(text => text.Length > LongText).Sum(text => text.Length);
            int length = file.Lines[i].Length - texts;
            if (length > LongestLine && !raw && quotes == 0)
            {
                yield return $"{file.Path}:{i + 1}: {length} characters without long texts; {LongestLine} is the limit";
            }

            raw ^= quotes % 2 == 1;
        }
    }

    private static IEnumerable<string> WrongNamespaces(SourceFile file)
    {
        string[] parts = file.Path.Split('/');
        string expected = string.Join('.', parts[1..^1]);
        return file.Lines
            .Select((text, index) => (match: NamespaceLine().Match(text), number: index + 1))
            .Where(line => line.match.Success && line.match.Groups[1].Value != expected)
            .Select(line => $"{file.Path}:{line.number}: namespace {line.match.Groups[1].Value}; its folder says {expected}");
    }

    internal static void Nothing(IEnumerable<string> complaints)
    {
        string[] found = [.. complaints];
        Assert.True(found.Length == 0, string.Join(Environment.NewLine, found));
    }

    // The same pieces, whether a text has holes or not: what stands between two quotation marks of a line.
    [GeneratedRegex(@"\$?""(?:[^""\\]|\\.)*""")]
    private static partial Regex Text();

    [GeneratedRegex(@"\bFile\.(Open\w*|Read\w+)\(|\bnew (FileStream|StreamReader)\((?!stream)")]
    private static partial Regex Opened();

    [GeneratedRegex(@"[ \t]+$")]
    private static partial Regex TrailingSpace();

    [GeneratedRegex(@"\b(Debug|Trace)\.(Write|WriteLine|Print)\(|\bDebugger\.(Break|Launch)\(")]
    private static partial Regex DebugOutput();

    [GeneratedRegex(@"(?<!\w)Console\.(Write|WriteLine|Error|Out|ReadLine|ReadKey)\b")]
    private static partial Regex ConsoleUse();

    // A letter in brackets, so that this line is held to the rule as every other.
    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HA[C]K|X[X]X)\b|NotImplemented[E]xception")]
    private static partial Regex NoteToSelf();

    [GeneratedRegex(@"^namespace\s+([\w.]+)\s*;")]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"Skip\s*=\s*""")]
    private static partial Regex SkippedTest();

    [GeneratedRegex(@"https?://[\w.-]*(nuget\.org|npmjs\.(org|com)|deb\.debian\.org)", RegexOptions.IgnoreCase)]
    private static partial Regex RegistryHost();
}
