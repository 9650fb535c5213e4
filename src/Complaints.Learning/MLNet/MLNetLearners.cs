using System.Collections.Immutable;
using System.Reflection;
using Complaints.Learning;
using Complaints.Learning.Logistic;
using Complaints.Learning.MLNet.Logistic;
using Complaints.Learning.MLNet.Trees;
using Microsoft.ML.Trainers.FastTree;

namespace Complaints.Learning.MLNet;

/// <summary>
/// ML.NET behind the port of learners. ML.NET trains; what comes out are the project's own models, so that scores, exact reasons, model
/// files, registry and monitoring are the same, and a build without ML.NET can use them.
/// </summary>
public static class MLNetLearners
{
    /// <summary>ML.NET's learners with their settings for cases, the one to prefer first.</summary>
    public static ImmutableArray<ILearner> All { get; } = [new FastTreeLearner(new FastTreeOptions()), new LbfgsLogisticLearner(new LogisticOptions())];

    /// <summary>Version of ML.NET ("5.0.0").</summary>
    internal static string Version { get; } = typeof(FastTreeBinaryTrainer).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "of unknown version";
}
