using Complaints.Learning.Logistic;
using Complaints.Learning.MLNet.Data;
using Complaints.Learning.Table;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Complaints.Learning.MLNet.Logistic;

/// <summary>L2-regularised logistic regression by ML.NET's L-BFGS, on standardised numbers and one-hot categories.</summary>
/// <param name="settings">Settings; the penalty is in the units of <see cref="LogisticOptions.L2"/>.</param>
public sealed class LogisticLearner(LogisticOptions settings) : ILearner
{
    /// <inheritdoc/>
    public string Kind => LogisticModel.KindName;

    /// <inheritdoc/>
    public string Title => $"ML.NET L-BFGS logistic regression {MLNetVersion.Text}";

    /// <inheritdoc/>
    public IModel Train(FeatureTable training, FeatureTable? validation, TrainingOptions options, CancellationToken cancellationToken) =>
        Fit(training, options, cancellationToken).Model;

    /// <summary>What ML.NET learned, beside what became of it.</summary>
    internal (LogisticModel Model, ITransformer Theirs, RowView Rows) Fit(
        FeatureTable training, TrainingOptions options, CancellationToken cancellationToken)
    {
        ModelScoring.CheckTraining(training);
        cancellationToken.ThrowIfCancellationRequested();
        LogisticDesign design = LogisticDesign.Learn(training, settings.MinCategoryRows);
        RowView rows = new(training, new DesignRows(design, training), cancellationToken);
        MLContext context = new((int)(SplitMix.Derive(options.Seed, 0x1BF5) & int.MaxValue));
        var theirs = context.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            FeatureColumnName = RowView.Features,
            LabelColumnName = RowView.Label,
            ExampleWeightColumnName = training.Weights.IsEmpty ? null : RowView.Weight,
            L2Regularization = (float)settings.L2,
            L1Regularization = 0,
            MaximumNumberOfIterations = settings.Iterations,
            OptimizationTolerance = (float)settings.Tolerance,
            // Several threads add up the gradient in parts, and the model would depend on their number.
            NumberOfThreads = 1,
        }).Fit(rows);
        LinearBinaryModelParameters linear = theirs.Model.SubModel;
        double[] coefficients = [linear.Bias, .. linear.Weights.Select(weight => (double)weight)];
        double[] means = LogisticModel.MeanPartsOf(training, design, coefficients);
        return (new LogisticModel(training.Schema, design, coefficients, means), theirs, rows);
    }
}
