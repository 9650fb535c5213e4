using System.Reflection;
using Microsoft.ML;

namespace Complaints.Learning.MLNet;

/// <summary>The version of ML.NET, for people.</summary>
internal static class MLNetVersion
{
    /// <summary>As "5.0.1".</summary>
    public static string Text { get; } = typeof(MLContext).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "of unknown version";
}
