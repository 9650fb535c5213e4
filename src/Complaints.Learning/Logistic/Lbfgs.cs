namespace Complaints.Learning.Logistic;

/// <summary>
/// Limited-memory BFGS for a smooth convex function (Nocedal and Wright, algorithm 7.4) with a backtracking line search. The package
/// at hand wants dense matrices, where a one-hot row has a dozen entries in hundreds of columns.
/// </summary>
internal static class Lbfgs
{
    private const int Memory = 12;

    /// <summary>Value of the function; fills the gradient.</summary>
    public delegate double Function(ReadOnlySpan<double> point, Span<double> gradient);

    public static double[] Minimise(Function function, double[] start, int iterations, double tolerance, CancellationToken cancellationToken)
    {
        double[] x = [.. start];
        double[] gradient = new double[x.Length];
        double value = function(x, gradient);
        List<(double[] S, double[] Y, double Rho)> history = [];
        for (int iteration = 0; iteration < iterations && Largest(gradient) > tolerance; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] direction = Direction(gradient, history);
            double slope = Dot(direction, gradient);
            if (slope >= 0)
            {
                // Rounding has spoilt the curvature; start again from steepest descent.
                history.Clear();
                direction = [.. gradient.Select(g => -g)];
                slope = -Dot(gradient, gradient);
            }

            double step = history.Count == 0 ? 1 / Math.Max(1, Math.Sqrt(Dot(gradient, gradient))) : 1;
            double[] next = new double[x.Length];
            double[] nextGradient = new double[x.Length];
            double nextValue;
            for (int halvings = 0; ; halvings++, step /= 2)
            {
                for (int i = 0; i < x.Length; i++)
                {
                    next[i] = x[i] + (step * direction[i]);
                }

                nextValue = function(next, nextGradient);
                if (nextValue <= value + (1e-4 * step * slope))
                {
                    break;
                }

                if (halvings == 40)
                {
                    return x;
                }
            }

            Remember(history, x, next, gradient, nextGradient);
            (x, gradient, value) = (next, nextGradient, nextValue);
        }

        return x;
    }

    private static void Remember(List<(double[] S, double[] Y, double Rho)> history, double[] x, double[] next, double[] gradient, double[] nextGradient)
    {
        double[] s = [.. next.Zip(x, (a, b) => a - b)];
        double[] y = [.. nextGradient.Zip(gradient, (a, b) => a - b)];
        double curvature = Dot(s, y);
        if (curvature <= 1e-12)
        {
            return;
        }

        if (history.Count == Memory)
        {
            history.RemoveAt(0);
        }

        history.Add((s, y, 1 / curvature));
    }

    private static double[] Direction(double[] gradient, List<(double[] S, double[] Y, double Rho)> history)
    {
        double[] q = [.. gradient];
        double[] alphas = new double[history.Count];
        for (int k = history.Count - 1; k >= 0; k--)
        {
            (double[] s, double[] y, double rho) = history[k];
            alphas[k] = rho * Dot(s, q);
            AddScaled(q, y, -alphas[k]);
        }

        if (history.Count > 0)
        {
            (double[] s, double[] y, _) = history[^1];
            double scale = Dot(s, y) / Dot(y, y);
            for (int i = 0; i < q.Length; i++)
            {
                q[i] *= scale;
            }
        }

        for (int k = 0; k < history.Count; k++)
        {
            (double[] s, double[] y, double rho) = history[k];
            AddScaled(q, s, alphas[k] - (rho * Dot(y, q)));
        }

        return [.. q.Select(v => -v)];
    }

    private static void AddScaled(double[] target, double[] source, double factor)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] += factor * source[i];
        }
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static double Largest(double[] values)
    {
        double largest = 0;
        foreach (double value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }
}
