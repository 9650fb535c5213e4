using Complaints.Measures.Reconciling;

namespace Complaints.Measures.Tests.Reconciling;

/// <summary>The page lists the causes that are looked for, in their order.</summary>
public sealed class ReconcilingPageTests
{
    private const string Head = "| cause | the figure was printed |\n|---|---|\n";

    [Fact]
    public void The_page_lists_every_cause()
    {
        string page = Path.Combine(Root(), "docs", "reconciling.md");
        string text = File.ReadAllText(page).ReplaceLineEndings("\n");
        string made = text[..(text.IndexOf(Head, StringComparison.Ordinal) + Head.Length)]
            + string.Concat(Causes.All.Select(cause => $"| `{cause.Id}` | {cause.Words} |\n"));
        if (Environment.GetEnvironmentVariable("COMPLAINTS_ACCEPT_GOLDEN") == "1")
        {
            File.WriteAllText(page, made);
        }

        Assert.Equal(made, text);
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "docs")))
        {
            folder = folder.Parent;
        }

        return Assert.IsType<DirectoryInfo>(folder).FullName;
    }
}
