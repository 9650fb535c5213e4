using System.Text.RegularExpressions;

namespace Complaints.Architecture.Tests;

/// <summary>
/// One concept a file, and the file is named as it: a file <c>X.cs</c> or <c>X.Part.cs</c> holds the type <c>X</c>. Beside it may stand
/// what is part of it and is not looked for by itself:
/// <list type="bullet">
/// <item>a type that is not public and that no other file names;</item>
/// <item>a record, struct, interface, delegate or non-public class of at most <see cref="SmallType"/> lines, or an enum of at most
/// <see cref="SmallEnum"/>, that names <c>X</c> or is named by it;</item>
/// <item>a catalogue of log messages (<c>…Log</c>).</item>
/// </list>
/// Lines are counted from the declaration to its end, with the comments of its members.
/// </summary>
public sealed partial class OneConceptTests
{
    private const int SmallType = 30;
    private const int SmallEnum = 40;

    [Fact]
    public void A_file_holds_one_concept_and_is_named_as_it()
    {
        SourceFile[] files = [.. Repository.CSharp("src")];
        ILookup<string, string> users = files
            .SelectMany(file => file.Words.Select(word => (Word: word, file.Path)))
            .ToLookup(use => use.Word, use => use.Path);
        IEnumerable<string> wrong = files
            .SelectMany(file => Wrong(file, users));
        TidyTests.Nothing(wrong);
    }

    [Fact]
    public void No_two_concepts_share_a_name()
    {
        IEnumerable<string> wrong = Repository.CSharp("src")
            .SelectMany(file => SourceType.In(file).Where(type => !type.IsPartial).Select(type => (type.Name, file.Path)))
            .GroupBy(type => type.Name, type => type.Path)
            .Where(name => name.Distinct().Count() > 1)
            .Select(name => $"{name.Key} is in {string.Join(" and ", name)}");
        TidyTests.Nothing(wrong);
    }

    [Fact]
    public void No_two_messages_of_a_log_share_an_id()
    {
        IEnumerable<string> wrong = Repository.CSharp("src")
            .SelectMany(file => EventId().Matches(string.Join('\n', file.Lines)).Select(match => (Id: match.Groups["id"].Value, file.Path)))
            .GroupBy(message => message.Id, message => message.Path)
            .Where(id => id.Count() > 1)
            .Select(id => $"event {id.Key} is in {string.Join(" and ", id)}");
        TidyTests.Nothing(wrong);
    }

    [GeneratedRegex(@"LoggerMessage\(\s*(?:EventId = )?(?<id>\d+)")]
    private static partial Regex EventId();

    private static IEnumerable<string> Wrong(SourceFile file, ILookup<string, string> users)
    {
        string name = Path.GetFileName(file.Path).Split('.')[0];
        SourceType[] types = [.. SourceType.In(file)];
        SourceType[] main = [.. types.Where(type => type.Name == name)];
        if (types.Length > 0 && main.Length == 0)
        {
            yield return $"{file.Path}: no type {name}; it holds {string.Join(", ", types.Select(type => type.Name))}";
        }

        foreach (SourceType other in types.Except(main).Where(other => main.Length > 0 && !Belongs(other)))
        {
            yield return $"{file.Path}: {other.Name} ({other.Lines} lines) is a concept of its own: give it {other.Name}.cs";
        }

        bool Belongs(SourceType type) =>
            (type.Kind == "class" && type.Name.EndsWith("Log", StringComparison.Ordinal))
            || (!type.IsPublic && users[type.Name].All(path => path == file.Path))
            || (type.Lines <= (type.Kind == "enum" ? SmallEnum : SmallType)
                && !(type.Kind == "class" && type.IsPublic)
                && main.Any(one => one.Words.Contains(type.Name) || type.Words.Contains(one.Name)));
    }

    /// <summary>A type at the top level of a file.</summary>
    private sealed partial record SourceType(
        string Name, string Kind, bool IsPublic, bool IsPartial, int Lines, HashSet<string> Words)
    {
        public static IEnumerable<SourceType> In(SourceFile file)
        {
            (int Line, Match Match)[] declarations =
                [.. file.Lines.Select((text, index) => (index, Declaration().Match(text))).Where(line => line.Item2.Success)];
            for (int i = 0; i < declarations.Length; i++)
            {
                (int first, Match match) = declarations[i];
                int last = (i + 1 < declarations.Length ? declarations[i + 1].Line : file.Lines.Length) - 1;
                while (last > first && IsBetweenTypes(file.Lines[last]))
                {
                    last--;
                }

                yield return new SourceType(
                    match.Groups["name"].Value,
                    match.Groups["kind"].Value,
                    match.Groups["public"].Success,
                    match.Value.Contains(" partial ", StringComparison.Ordinal),
                    last - first + 1,
                    SourceFile.WordsOf(file.Lines[first..(last + 1)]));
            }
        }

        private static bool IsBetweenTypes(string line) =>
            string.IsNullOrWhiteSpace(line)
                || line.StartsWith("//", StringComparison.Ordinal)
                || line.StartsWith('[')
                || line.StartsWith('#');

        [GeneratedRegex(
            @"^(?:(?<public>public)\s+|internal\s+|file\s+)?(?:(?:static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*"
            + @"(?:(?<kind>record|class|struct|enum|interface)(?:\s+struct|\s+class)?\s+(?<name>\w+)"
            + @"|(?<kind>delegate)\s.*?(?<name>\w+)(?:<[^>]*>)?\()")]
        private static partial Regex Declaration();
    }
}
