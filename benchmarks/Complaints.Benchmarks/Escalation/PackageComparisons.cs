namespace Complaints.Benchmarks.Escalation;

/// <summary>Our trees against those of packages that this build has; prints nothing where it has none.</summary>
internal static partial class PackageComparisons
{
    /// <summary>Runs the comparisons.</summary>
    /// <param name="output">Where the ratios are printed.</param>
    public static void Run(TextWriter output) => Compare(output);

    static partial void Compare(TextWriter output);
}
