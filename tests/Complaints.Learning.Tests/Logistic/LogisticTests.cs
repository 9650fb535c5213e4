using Complaints.Learning.MLNet.Logistic;
using System.Globalization;
using Complaints.Learning;
using Complaints.Learning.Logistic;
using Complaints.Learning.Table;
using Complaints.Learning.Tests.Support;

namespace Complaints.Learning.Tests.Logistic;

public sealed class LogisticTests
{
    [Fact]
    public void No_small_step_from_the_fitted_coefficients_lowers_the_penalised_loss()
    {
        FeatureTable table = Tables.Mixed(800, seed: 1, weights: true);
        LogisticModel model = (LogisticModel)new LogisticLearner(new LogisticOptions { L2 = 5 }).Train(
            table, null, TrainingOptions.Default, CancellationToken.None);
        double fitted = PenalisedLoss(model, model.Coefficients, table);
        for (int i = 0; i < model.Coefficients.Length; i++)
        {
            foreach (double step in (double[])[-1e-3, 1e-3])
            {
                double[] moved = [.. model.Coefficients];
                moved[i] += step;
                Assert.True(PenalisedLoss(model, moved, table) >= fitted - 1e-7, $"coefficient {i}");
            }
        }
    }

    [Fact]
    public void A_stronger_penalty_draws_the_probabilities_together()
    {
        FeatureTable table = Tables.Mixed(800, seed: 2);
        double Spread(double l2)
        {
            double[] p = new LogisticLearner(new LogisticOptions { L2 = l2 })
                .Train(table, null, TrainingOptions.Default, CancellationToken.None)
                .Probabilities(table);
            return p.Max() - p.Min();
        }

        Assert.True(Spread(1_000) < Spread(10) && Spread(10) < Spread(0.1));
    }

    [Fact]
    public void Coefficients_agree_with_scikit_learn_on_the_same_numbers()
    {
        Random random = new(4);
        float[][] x =
        [
            .. Enumerable.Range(0, 3).Select(
                _ => Enumerable.Range(0, 300).Select(_ => (float)Math.Round(random.NextDouble() * 4, 3)).ToArray()),
        ];
        byte[] y =
        [
            .. Enumerable.Range(0, 300).Select(
                i => random.NextDouble() < 1 / (1 + Math.Exp(1 - x[0][i] + (0.5 * x[1][i]))) ? (byte)1 : (byte)0),
        ];
        string rows = string.Join(
            '\n',
            Enumerable.Range(0, 300).Select(i => string.Create(CultureInfo.InvariantCulture, $"{x[0][i]},{x[1][i]},{x[2][i]},{y[i]}")));
        string output = Python.RunOrSkip("sklearn", """
            import sys
            import numpy as np
            from sklearn.linear_model import LogisticRegression
            d = np.loadtxt(sys.stdin, delimiter=",")
            x, y = d[:, :3], d[:, 3]
            x = (x - x.mean(0)) / x.std(0)
            m = LogisticRegression(C=1 / 7.0, tol=1e-10, max_iter=10000).fit(x, y)
            print(*[repr(float(v)) for v in [m.intercept_[0], *m.coef_[0]]])
            """, rows);
        double[] theirs =
        [
            .. output.Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(v =>
                    double.Parse(v, CultureInfo.InvariantCulture)),
        ];
        LogisticModel model = (LogisticModel)new LogisticLearner(new LogisticOptions { L2 = 7 }).Train(
            Tables.Numbers(x, y), null, TrainingOptions.Default, CancellationToken.None);
        double[] ours = [model.Coefficients[0], model.Coefficients[1], model.Coefficients[3], model.Coefficients[5]];
        Assert.All(ours.Zip(theirs), p => Assert.Equal(p.Second, p.First, 1e-4));
    }

    private static double PenalisedLoss(LogisticModel model, double[] coefficients, FeatureTable table)
    {
        double[] margins = new LogisticModel(model.Schema, model.Design, coefficients, model.MeanParts).Margins(table);
        double loss = 0;
        for (int i = 0; i < margins.Length; i++)
        {
            loss += table.WeightOf(i) * Math.Log(1 + Math.Exp(table.Labels[i] == 1 ? -margins[i] : margins[i]));
        }

        return loss + (2.5 * coefficients.Skip(1).Sum(c => c * c));
    }
}
